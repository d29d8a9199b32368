import { expect, it } from 'vitest';
import { planesOf } from '../../../support/state-matrix.ts';
import { countStates } from '../../../../src/ui/state/state-counts.ts';

it('counts states by update, by machine and in all', () => {
  // Codes: 0 Required, 1 Installed, 2 Unknown, 3 NotRequired; two updates, three machines.
  const codes = Uint8Array.from([0, 1, 2, 0, 0, 3]);
  const counts = countStates(
    planesOf({ catalogKey: '', updates: ['u', 'v'], machines: ['a', 'b', 'c'], codes }),
  );
  expect(counts.update('u')).toEqual({ Required: 1, Installed: 1, Unknown: 1, NotRequired: 0 });
  expect(counts.update('v')).toEqual({ Required: 2, Installed: 0, Unknown: 0, NotRequired: 1 });
  expect(counts.machine('a')).toEqual({ Required: 2, Installed: 0, Unknown: 0, NotRequired: 0 });
  expect(counts.machine('c')).toEqual({ Required: 0, Installed: 0, Unknown: 1, NotRequired: 1 });
  expect(counts.total).toEqual({ Required: 3, Installed: 1, Unknown: 1, NotRequired: 1 });
  expect(counts.update('w')).toBeUndefined();
});

it('unknowns of one product count once on each machine, everything else as it is', () => {
  const codes = Uint8Array.from([2, 2, 2, 0, 2, 1]);
  const states = planesOf({ catalogKey: '', updates: ['u', 'v', 'w'], machines: ['a', 'b'], codes });
  const counts = countStates(states, (update) => (update === 'w' ? null : 'SQL Server'));
  expect(counts.machine('a')).toEqual({ Required: 0, Installed: 0, Unknown: 2, NotRequired: 0 });
  expect(counts.machine('b')).toEqual({ Required: 1, Installed: 1, Unknown: 1, NotRequired: 0 });
  expect(counts.update('u')).toMatchObject({ Unknown: 2 });
  expect(counts.total.Unknown).toBe(3);
});

it('before a scan there are no counts', () => {
  expect(countStates(null).machine('a')).toBeUndefined();
});
