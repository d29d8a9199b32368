import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a bench gets from the runner. */
export interface BenchInput {
  /** Folder of package.json. */
  readonly root: string;
  /** Folder of the real sample data, or null where there is none. */
  readonly data: string | null;
  /** Folder with the built command line and scan.wasm. */
  readonly built: string;
  /** Words after the names that begin with `--`: each bench says which it knows. */
  readonly options: readonly string[];
}

export interface BenchResult {
  readonly figures: readonly {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly target?: number;
  }[];
  readonly ratios: readonly { readonly name: string; readonly value: number }[];
  /** Whatever helps to understand the figures. */
  readonly details?: unknown;
}

/** Why a bench did not run. */
export interface Skipped {
  readonly skipped: string;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Seconds of each run of `work`. */
export async function timed(runs: number, work: () => Promise<unknown> | unknown): Promise<number[]> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    seconds.push((performance.now() - began) / 1000);
  }
  return seconds;
}

/** The thirteen documents and the folders of inventories of the real sample data. */
export function realFiles(data: string): { readonly documents: string[]; readonly inventories: string[] } {
  const inside = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));
  return {
    documents: inside(join(data, 'msrc')).filter((path) => path.endsWith('.xml')),
    inventories: ['systeminfo', 'wmic-qfe-table', 'wmic-list', 'clixml'].flatMap((kind) =>
      inside(join(data, 'inventory', kind)),
    ),
  };
}
