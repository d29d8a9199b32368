/** Which part of the grid is seen, and how big a cell is. Units: CSS pixels; places are counted in cells. */

export interface Span {
  /** First place seen, with its fraction. */
  readonly from: number;
  /** Pixels of one place: below 1 several share a pixel. */
  readonly scale: number;
}

export interface Viewport {
  readonly x: Span;
  readonly y: Span;
}

/** A cell is never bigger: more of the neighbourhood says more. */
const largestCell = 26;
/** From this size a cell has a shape of its own and can be opened. */
export const shapedCell = 9;

/** All of it. */
export function fit(count: number, pixels: number): Span {
  return { from: 0, scale: Math.min(largestCell, pixels / Math.max(1, count)) };
}

/** Keeps a span inside the grid and the scale between "all of it" and the largest cell. */
export function inside(span: Span, count: number, pixels: number): Span {
  const least = Math.min(largestCell, pixels / Math.max(1, count));
  const scale = Math.min(largestCell, Math.max(least, span.scale));
  const last = Math.max(0, count - pixels / scale);
  return { scale, from: Math.min(last, Math.max(0, span.from)) };
}

/** Zooms so that the place under `at` (pixels from the start) stays there. */
export function zoom(span: Span, factor: number, at: number, count: number, pixels: number): Span {
  const place = span.from + at / span.scale;
  const least = Math.min(largestCell, pixels / Math.max(1, count));
  const scale = Math.min(largestCell, Math.max(least, span.scale * factor));
  return inside({ scale, from: place - at / scale }, count, pixels);
}

export function pan(span: Span, byPixels: number, count: number, pixels: number): Span {
  return inside({ ...span, from: span.from + byPixels / span.scale }, count, pixels);
}

/** Moves as little as needed so that a place is seen whole. */
export function reveal(span: Span, place: number, count: number, pixels: number): Span {
  const seen = pixels / span.scale;
  if (place < span.from) return inside({ ...span, from: place }, count, pixels);
  if (place + 1 > span.from + seen) return inside({ ...span, from: place + 1 - seen }, count, pixels);
  return span;
}

/** Place under a pixel, or -1 beside the grid. */
export function placeAt(span: Span, pixel: number, count: number): number {
  const place = Math.floor(span.from + pixel / span.scale);
  return pixel >= 0 && place >= 0 && place < count ? place : -1;
}
