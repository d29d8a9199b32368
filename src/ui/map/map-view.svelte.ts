import { fit, inside, pan, placeAt, reveal, shapedCell, zoom, type Viewport } from './viewport.ts';
import type { MapModel } from './drawing.ts';

/** Where the map is looked at: the part seen, the cell in hand, and the keys that move both. */
export class MapView {
  readonly model: MapModel;
  #size = $state.raw({ width: 1, height: 1 });
  #view = $state.raw<Viewport>({ x: { from: 0, scale: 1 }, y: { from: 0, scale: 1 } });
  #untouched = true;
  /** Place of the cell in hand, by keyboard or pointer; null before there is one. */
  at = $state.raw<{ readonly x: number; readonly y: number } | null>(null);

  constructor(model: MapModel) {
    this.model = model;
  }

  get view(): Viewport {
    return this.#view;
  }

  get size(): { readonly width: number; readonly height: number } {
    return this.#size;
  }

  /** Single cells are seen: they have shapes and open by a click. */
  get shaped(): boolean {
    return this.#view.x.scale >= shapedCell && this.#view.y.scale >= shapedCell;
  }

  resize(width: number, height: number): void {
    this.#size = { width, height };
    if (this.#untouched) this.all();
    else this.#set(this.#view);
  }

  all(): void {
    const { grid } = this.model;
    this.#untouched = true;
    this.#view = { x: fit(grid.updates, this.#size.width), y: fit(grid.machines, this.#size.height) };
  }

  /** @param at pixels in the grid that stay where they are; the cell in hand, or the middle, if left out */
  zoom(factor: number, at = this.#anchor()): void {
    const { grid } = this.model;
    const { width, height } = this.#size;
    this.#untouched = false;
    this.#view = {
      x: zoom(this.#view.x, factor, at.x, grid.updates, width),
      y: zoom(this.#view.y, factor, at.y, grid.machines, height),
    };
  }

  pan(byX: number, byY: number): void {
    const { grid } = this.model;
    this.#untouched = false;
    this.#view = {
      x: pan(this.#view.x, byX, grid.updates, this.#size.width),
      y: pan(this.#view.y, byY, grid.machines, this.#size.height),
    };
  }

  /** Cell under a point of the grid, or null. */
  cellAt(x: number, y: number): { readonly x: number; readonly y: number } | null {
    const { grid } = this.model;
    const cell = {
      x: placeAt(this.#view.x, x, grid.updates),
      y: placeAt(this.#view.y, y, grid.machines),
    };
    return cell.x < 0 || cell.y < 0 || x > this.#size.width || y > this.#size.height ? null : cell;
  }

  /** Keys of the map; says whether the key was one of them. */
  press(key: string, far: boolean): boolean {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const step = steps[key];
    if (step) this.#move(step[0] * (far ? 10 : 1), step[1] * (far ? 10 : 1));
    else if (key === 'Home' || key === 'End') this.#move(key === 'Home' ? -1e9 : 1e9, 0);
    else if (key === 'PageUp' || key === 'PageDown') this.#move(0, key === 'PageUp' ? -20 : 20);
    else if (key === '+' || key === '=') this.zoom(1.6);
    else if (key === '-') this.zoom(1 / 1.6);
    else if (key === '0') this.all();
    else return false;
    return true;
  }

  /** Moves the cell in hand: a cell, or as many as share a pixel. */
  #move(byX: number, byY: number): void {
    const { grid } = this.model;
    const { x, y } = this.#view;
    const here = this.at ?? { x: Math.ceil(x.from), y: Math.ceil(y.from) };
    const stride = (scale: number) => Math.max(1, Math.ceil(2 / scale));
    const next = {
      x: clamp(here.x + (this.at ? byX * (byX === 0 ? 0 : stride(x.scale)) : 0), grid.updates),
      y: clamp(here.y + (this.at ? byY * (byY === 0 ? 0 : stride(y.scale)) : 0), grid.machines),
    };
    this.at = next;
    this.#view = {
      x: reveal(x, next.x, grid.updates, this.#size.width),
      y: reveal(y, next.y, grid.machines, this.#size.height),
    };
  }

  #anchor(): { readonly x: number; readonly y: number } {
    const { x, y } = this.#view;
    if (this.at) return { x: (this.at.x + 0.5 - x.from) * x.scale, y: (this.at.y + 0.5 - y.from) * y.scale };
    return { x: this.#size.width / 2, y: this.#size.height / 2 };
  }

  #set(view: Viewport): void {
    const { grid } = this.model;
    this.#view = {
      x: inside(view.x, grid.updates, this.#size.width),
      y: inside(view.y, grid.machines, this.#size.height),
    };
  }
}

function clamp(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place));
}
