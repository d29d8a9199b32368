/**
 * Milliseconds of each piece of a work, run after run. Others use the machine too: what they take from one
 * piece of a run is left out by the median of that piece over all runs.
 */
export class Pieces {
  private readonly times: number[][] = [];

  round(count: number, work: (piece: number) => void): void {
    for (let piece = 0; piece < count; piece++) {
      const began = performance.now();
      work(piece);
      (this.times[piece] ??= []).push(performance.now() - began);
    }
  }

  /** Medians of all pieces, added up. */
  get median(): number {
    return this.sum((times) => times[times.length >>> 1] ?? NaN);
  }

  get least(): number {
    return this.sum(([least]) => least ?? NaN);
  }

  private sum(of: (ascending: readonly number[]) => number): number {
    return this.times.reduce((sum, times) => sum + of([...times].sort((a, b) => a - b)), 0);
  }
}

/** Nanoseconds a pair. */
export interface PerPair {
  readonly median: number;
  readonly least: number;
}

export function perPair(pieces: Pieces, pairs: number): PerPair {
  return { median: (pieces.median * 1e6) / pairs, least: (pieces.least * 1e6) / pairs };
}
