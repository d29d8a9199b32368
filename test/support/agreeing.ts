import { patchStates } from '../../src/domain/index.ts';
import type { Leaf } from '../../src/domain/index.ts';
import { forEachLeaf } from '../../src/scan/each-leaf.ts';
import { randomCase } from './random-cases.ts';
import { seeded } from './seeded.ts';
import type { MatrixEngine } from './state-matrix.ts';

export interface Agreement {
  readonly cases: number;
  /** Pairs by state, in the order of `patchStates`. */
  readonly states: readonly number[];
  /** Leaves of each kind in all catalogs. */
  readonly kinds: ReadonlyMap<Leaf['kind'], number>;
  /** The first case on which an engine differs from the first engine, to be made again by its seed. */
  readonly difference: { readonly seed: number; readonly engine: string; readonly pair: string } | null;
}

/** Scans random cases with every engine, until one differs from the first. */
export async function agreement(
  engines: readonly MatrixEngine[],
  seed: number,
  cases: number,
): Promise<Agreement> {
  const states = patchStates.map(() => 0);
  const kinds = new Map<Leaf['kind'], number>();
  const done = (count: number, difference: Agreement['difference']): Agreement => ({
    cases: count,
    states,
    kinds,
    difference,
  });
  for (let i = 0; i < cases; i++) {
    const { catalog, fleet } = randomCase(seeded(seed + i));
    forEachLeaf(catalog, ({ kind }) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    const [expected, ...others] = await Promise.all(engines.map((engine) => engine.scan(catalog, fleet)));
    for (const code of expected?.codes ?? []) states[code] = (states[code] ?? 0) + 1;
    for (const [at, other] of others.entries()) {
      const wrong = other.codes.findIndex((code, pair) => code !== expected?.codes[pair]);
      if (wrong < 0) continue;
      const pair = `${String(wrong)}: ${String(other.codes[wrong])}, not ${String(expected?.codes[wrong])}`;
      return done(i + 1, { seed: seed + i, engine: engines[at + 1]?.id ?? '', pair });
    }
  }
  return done(cases, null);
}
