/**
 * What one axis shows: bins from start to end. A bin is one place where places are at least a pixel
 * wide, else one device pixel over several places.
 */
import type { Span } from './viewport.ts';

export interface Bins {
  readonly count: number;
  /** First place of each bin, and the place after the last bin's. */
  readonly starts: Uint32Array;
  /** Bin of each device pixel; 65535 beside the grid. */
  readonly ofPixel: Uint16Array;
}

export const noBin = 65535;

/** @param pixels device pixels @param span scale in device pixels */
export function binsOf(span: Span, places: number, pixels: number): Bins {
  const ofPixel = new Uint16Array(pixels).fill(noBin);
  if (span.scale >= 1) {
    const first = Math.floor(span.from);
    const count = Math.max(0, Math.min(places, Math.ceil(span.from + pixels / span.scale)) - first);
    const starts = Uint32Array.from({ length: count + 1 }, (_, bin) => first + bin);
    for (let pixel = 0; pixel < pixels; pixel++) {
      const bin = Math.floor(span.from + (pixel + 0.5) / span.scale) - first;
      if (bin >= 0 && bin < count) ofPixel[pixel] = bin;
    }
    return { count, starts, ofPixel };
  }
  const starts = new Uint32Array(pixels + 1);
  for (let pixel = 0; pixel <= pixels; pixel++) {
    starts[pixel] = Math.min(places, Math.floor(span.from + pixel / span.scale));
  }
  for (let pixel = 0; pixel < pixels; pixel++) ofPixel[pixel] = pixel;
  return { count: pixels, starts, ofPixel };
}
