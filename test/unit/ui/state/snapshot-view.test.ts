import { describe, expect, it } from 'vitest';
import { patchStates, readPlanes } from '../../../../src/domain/index.ts';
import { nextTask, pauses } from '../../../../src/ui/state/next-task.ts';
import { viewOf } from '../../../../src/ui/state/snapshot-view.ts';
import { fakeNow } from '../../../support/fake-data.ts';
import { FakeEngine } from '../../../support/fake-engine.ts';

describe('what pages derive from a snapshot', () => {
  it('is the same whether it is derived in one go or in a task for every step', async () => {
    const snapshot = await new FakeEngine({ fill: 'full' }).snapshot();
    const atOnce = await viewOf(snapshot, fakeNow, () => Promise.resolve());
    const broken = await viewOf(snapshot, fakeNow, nextTask);
    expect(broken.undecided.map(({ id }) => id)).toEqual(atOnce.undecided.map(({ id }) => id));
    expect(broken.counts.total).toEqual(atOnce.counts.total);
  });

  it('waiting for a decision: Required somewhere, and nobody has decided', async () => {
    const snapshot = await new FakeEngine({ fill: 'full' }).snapshot();
    const { undecided, index } = await viewOf(snapshot, fakeNow, () => Promise.resolve());
    if (snapshot.states === null) throw new Error('the invented workspace has no states');
    const reader = readPlanes(snapshot.states);
    expect(undecided.length).toBeGreaterThan(0);
    for (const { id } of undecided) {
      const required = reader.machines.some(
        (_machine, at) => patchStates[reader.code(reader.indexOf(id), at)] === 'Required',
      );
      expect(required, id).toBe(true);
      const verdict = index.decisions.get(id)?.verdict;
      expect(verdict === undefined || verdict === 'deferred' || index.voided.has(id), id).toBe(true);
    }
  });
});

it('a long calculation leaves its task between two steps', async () => {
  const pause = pauses();
  let others = 0;
  const timer = setInterval(() => others++, 0);
  const end = performance.now() + 120;
  while (performance.now() < end) {
    const step = performance.now() + 3;
    while (performance.now() < step);
    await pause();
  }
  clearInterval(timer);
  expect(others).toBeGreaterThan(1);
});
