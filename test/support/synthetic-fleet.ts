/** A fleet of any size with states from a seed: the same numbers each time, made in a moment. */
import type { Machine, StatePlanes, Update } from '../../src/domain/index.ts';
import { fakeMachines, fakeUpdates, sha } from './fake-data.ts';
import { multiplied } from './fake-snapshot.ts';
import { planesOf } from './state-matrix.ts';

export interface SyntheticFleet {
  readonly machines: readonly Machine[];
  readonly updates: readonly Update[];
  readonly states: StatePlanes;
}

/** Patterns of one update over the machines that are repeated with an offset of their own. */
const patterns = 64;

export function syntheticFleet(machineCount: number, updateCount: number): SyntheticFleet {
  const bases = fakeMachines();
  const machines = Array.from({ length: machineCount }, (_, i): Machine => {
    const base = bases[i % bases.length] as Machine;
    const name = `${base.name.split('-')[0] ?? 'PC'}-${String(i).padStart(5, '0')}`;
    return { ...base, id: name.toLowerCase(), name };
  });
  const updates = multiplied(fakeUpdates(), updateCount);
  const codes = new Uint8Array(machineCount * updateCount);
  const kinds = Array.from({ length: patterns }, (_, p) => {
    const column = new Uint8Array(machineCount * 2);
    let seed = p * 7919 + 1;
    for (let m = 0; m < column.length; m++) {
      seed = (seed * 1664525 + 1013904223) >>> 0;
      const draw = seed / 2 ** 32;
      // Most cells are Not Required; some updates are needed by many, most by few.
      const needed = p % 16 === 0 ? 0.5 : 0.002;
      column[m] =
        draw < needed ? 0 : draw < needed + 0.02 ? 2 : draw < needed + (p % 5 === 0 ? 0.3 : 0.03) ? 1 : 3;
    }
    return column;
  });
  for (let u = 0; u < updateCount; u++) {
    const kind = kinds[(u * 37) % patterns] as Uint8Array;
    const from = (u * 131) % machineCount;
    codes.set(kind.subarray(from, from + machineCount), u * machineCount);
  }
  const states = planesOf({
    catalogKey: sha(1),
    updates: updates.map((u) => u.id),
    machines: machines.map((m) => m.id),
    codes,
  });
  return { machines, updates, states };
}
