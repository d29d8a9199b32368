/** A quarter of the 20,000 random cases: one file a quarter, so that none takes long. */
import { expect, it } from 'vitest';
import { createKernelEngine, createReferenceEngine, createRowsEngine } from '../../src/scan/index.ts';
import { loadKernel } from '../../src/workers/load-kernel.ts';
import { agreement } from './agreeing.ts';
import { leafKinds } from './random-leaves.ts';
import { withMatrix } from './state-matrix.ts';

const firstSeed = 9_000_000;
const casesOfQuarter = 5_000;

/** @param quarter 0 to 3 */
export function quarterAgrees(quarter: number): void {
  it(`the engines agree in this browser on 5,000 cases, quarter ${quarter + 1} of 4, with every kind of leaf and every state`, async () => {
    const module = await loadKernel();
    const kernel = createKernelEngine(() => Promise.resolve(module));
    const engines = [createReferenceEngine(), createRowsEngine(), kernel].map(withMatrix);
    const seed = firstSeed + quarter * casesOfQuarter;
    const { difference, states, kinds, cases } = await agreement(engines, seed, casesOfQuarter);
    expect(difference).toBeNull();
    expect(cases).toBe(casesOfQuarter);
    const pairs = states.reduce((sum, count) => sum + count, 0);
    for (const count of states) expect(count / pairs).toBeGreaterThan(0.05);
    for (const kind of leafKinds) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(100);
  }, 180_000);
}
