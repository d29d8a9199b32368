/** Draws the map onto a canvas in device pixels: a first picture at once, the exact one over the next frames. */
import { Aggregate } from './aggregate.ts';
import type { Axis } from './axis.ts';
import { binsOf } from './bins.ts';
import { gutter, paintLabels } from './labels.ts';
import { paintBins, paintCells, pixelRange } from './paint.ts';
import type { Palette } from './palette.ts';
import type { StateGrid } from './state-grid.ts';
import { shapedCell, type Span, type Viewport } from './viewport.ts';

export interface MapModel {
  readonly grid: StateGrid;
  readonly machines: Axis;
  readonly updates: Axis;
}

export interface MapSize {
  /** CSS pixels of the grid, without the gutters. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
}

/** Milliseconds of exact work in one frame: half a frame stays for the page. */
const sliceMs = 8;
/** Cells that are made exact at once. */
const smallWork = 1_000_000;

export class MapDrawing {
  readonly #context: CanvasRenderingContext2D;
  #frame = 0;
  #image: ImageData | null = null;

  /** @param onExact share of the picture that is exact, 0 to 1 */
  constructor(
    readonly canvas: HTMLCanvasElement,
    private readonly onExact: (share: number) => void,
  ) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws no pictures');
    this.#context = context;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  draw(model: MapModel, view: Viewport, size: MapSize, palette: Palette): void {
    this.stop();
    const { width, height, ratio } = size;
    const context = this.#context;
    const whole = [
      Math.round((gutter.left + width) * ratio),
      Math.round((gutter.top + height) * ratio),
    ] as const;
    if (this.canvas.width !== whole[0] || this.canvas.height !== whole[1]) {
      [this.canvas.width, this.canvas.height] = whole;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = palette.colours.page;
    context.fillRect(0, 0, gutter.left + width, gutter.top + height);
    if (view.x.scale >= shapedCell && view.y.scale >= shapedCell) {
      context.save();
      context.beginPath();
      context.rect(gutter.left, gutter.top, width, height);
      context.clip();
      context.translate(gutter.left, gutter.top);
      paintCells(context, model.grid, model, view, size, palette.colours);
      context.restore();
      paintLabels(context, model, view, size, palette.colours);
      this.onExact(1);
      return;
    }
    this.#drawBins(model, view, size, palette);
  }

  #drawBins(model: MapModel, view: Viewport, size: MapSize, palette: Palette): void {
    const { grid, machines, updates } = model;
    const [wide, high] = [Math.round(size.width * size.ratio), Math.round(size.height * size.ratio)];
    const device = (span: Span): Span => ({ from: span.from, scale: span.scale * size.ratio });
    const x = binsOf(device(view.x), grid.updates, wide);
    const y = binsOf(device(view.y), grid.machines, high);
    const aggregate = new Aggregate(grid, machines, updates, x, y);
    const work = ((x.starts[x.count] ?? 0) - (x.starts[0] ?? 0)) * grid.machines;
    if (work <= smallWork) aggregate.refine(() => false);
    else aggregate.sample();
    if (this.#image?.width !== wide || this.#image.height !== high) this.#image = new ImageData(wide, high);
    const image = this.#image;
    paintBins(image, aggregate, palette, 0, x.count, size.ratio);
    this.#put(image, 0, wide, size.ratio);
    paintLabels(this.#context, model, view, size, palette.colours);
    this.onExact(aggregate.exact / Math.max(1, x.count));
    const slice = () => {
      const end = performance.now() + sliceMs;
      const [from, to] = aggregate.refine(() => performance.now() > end);
      paintBins(image, aggregate, palette, from, to, size.ratio);
      const [left, right] = pixelRange(x.ofPixel, from, to);
      this.#put(image, left, right, size.ratio);
      this.onExact(aggregate.exact / x.count);
      if (!aggregate.done) this.#frame = requestAnimationFrame(slice);
      else paintLabels(this.#context, model, view, size, palette.colours);
    };
    if (!aggregate.done) this.#frame = requestAnimationFrame(slice);
  }

  #put(image: ImageData, left: number, right: number, ratio: number): void {
    const [x, y] = [Math.round(gutter.left * ratio), Math.round(gutter.top * ratio)];
    this.#context.putImageData(image, x, y, left, 0, right - left, image.height);
  }
}
