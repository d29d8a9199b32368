import { expect, it } from 'vitest';
import { createKernelEngine, createReferenceEngine, createRowsEngine } from '../../src/scan/index.ts';
import { loadKernel } from '../../src/workers/load-kernel.ts';
import { agreement } from '../support/agreeing.ts';
import { withMatrix } from '../support/state-matrix.ts';
import { leafKinds } from '../support/random-leaves.ts';

it('the engines agree in this browser, with every kind of leaf and every state', async () => {
  const module = await loadKernel();
  const engines = [
    createReferenceEngine(),
    createRowsEngine(),
    createKernelEngine(() => Promise.resolve(module)),
  ].map(withMatrix);
  const { difference, states, kinds } = await agreement(engines, 9_000_000, 4_000);
  expect(difference).toBeNull();
  const pairs = states.reduce((sum, count) => sum + count, 0);
  for (const count of states) expect(count / pairs).toBeGreaterThan(0.05);
  for (const kind of leafKinds) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(100);
});
