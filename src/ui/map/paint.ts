import { patchStates, type PatchState } from '../../domain/index.ts';
import type { Aggregate } from './aggregate.ts';
import { noBin } from './bins.ts';
import { patterned, type MapColours, type Palette } from './palette.ts';
import type { StateGrid } from './state-grid.ts';
import type { Axis } from './axis.ts';
import type { Viewport } from './viewport.ts';

/** Paints the device pixels of columns `from` to `to` (bins of the x axis) into an image. */
export function paintBins(image: ImageData, of: Aggregate, palette: Palette, from: number, to: number, ratio: number): void {
  const pixels = new Uint32Array(image.data.buffer);
  const { width, height } = image;
  const { cells, x, y } = of;
  const empty = palette.plain[0] ?? 0;
  const [left, right] = pixelRange(x.ofPixel, from, to);
  for (let py = 0; py < height; py++) {
    const by = y.ofPixel[py] as number;
    const cssY = (py / ratio) | 0;
    const row = py * width;
    for (let px = left; px < right; px++) {
      const bx = x.ofPixel[px] as number;
      if (bx === noBin || by === noBin) {
        pixels[row + px] = empty;
        continue;
      }
      const cell = cells[bx * y.count + by] as number;
      const table = patterned(cell >> 4, (px / ratio) | 0, cssY) ? palette.other : palette.plain;
      pixels[row + px] = table[cell] as number;
    }
  }
} // prettier-ignore

/** Device pixels that belong to bins `from` to `to`; to the edge for the last bin. */
export function pixelRange(ofPixel: Uint16Array, from: number, to: number): readonly [number, number] {
  let left = 0;
  while (left < ofPixel.length && (ofPixel[left] as number) < from) left += 1;
  let right = left;
  while (right < ofPixel.length && (ofPixel[right] as number) < to) right += 1;
  while (right < ofPixel.length && ofPixel[right] === noBin) right += 1;
  return [left, right];
}

/** Cells with a shape each, as the lists show the states; `context` is in CSS pixels. */
export function paintCells(
  context: CanvasRenderingContext2D,
  grid: StateGrid,
  axes: { readonly machines: Axis; readonly updates: Axis },
  view: Viewport,
  size: { readonly width: number; readonly height: number },
  colours: MapColours,
): void {
  const { x, y } = view;
  const lastX = Math.min(grid.updates, Math.ceil(x.from + size.width / x.scale));
  const lastY = Math.min(grid.machines, Math.ceil(y.from + size.height / y.scale));
  const shapes = new Map(patchStates.map((state) => [state, new Path2D()]));
  const side = Math.min(x.scale, y.scale) * 0.5;
  for (let px = Math.floor(x.from); px < lastX; px++) {
    const update = axes.updates.order[px] ?? 0;
    const centreX = (px - x.from + 0.5) * x.scale;
    for (let py = Math.floor(y.from); py < lastY; py++) {
      const state = patchStates[grid.code(update, axes.machines.order[py] ?? 0)] ?? 'Unknown';
      const path = shapes.get(state);
      if (path) addShape(path, state, centreX, (py - y.from + 0.5) * y.scale, side / 2);
    }
  }
  for (const [state, path] of shapes) {
    context.lineWidth = Math.max(1.5, side / 5);
    context.lineCap = 'round';
    context.strokeStyle = context.fillStyle = colours.fill[state];
    if (state === 'Required') context.fill(path);
    else context.stroke(path);
  }
}

/** The shapes of StateMark: diamond, tick, question mark, dash. */
function addShape(path: Path2D, state: PatchState, x: number, y: number, r: number): void {
  switch (state) {
    case 'Required':
      path.moveTo(x, y - r * 1.2);
      path.lineTo(x + r * 1.2, y);
      path.lineTo(x, y + r * 1.2);
      path.lineTo(x - r * 1.2, y);
      path.closePath();
      break;
    case 'Installed':
      path.moveTo(x - r, y);
      path.lineTo(x - r / 3, y + r * 0.7);
      path.lineTo(x + r, y - r * 0.8);
      break;
    case 'Unknown':
      path.moveTo(x - r * 0.6, y - r * 0.5);
      path.arc(x, y - r * 0.5, r * 0.6, Math.PI, Math.PI * 2.4);
      path.lineTo(x, y + r * 0.4);
      path.moveTo(x, y + r);
      path.lineTo(x, y + r + 0.1);
      break;
    case 'NotRequired':
      path.moveTo(x - r * 0.7, y);
      path.lineTo(x + r * 0.7, y);
  }
}
