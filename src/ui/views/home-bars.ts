import type { PatchState } from '../../domain/index.ts';
import { patchStates } from '../../domain/index.ts';
import type { App } from '../state/app.ts';
import { osLabel } from '../state/os-label.ts';
import type { StateCounts } from '../state/state-counts.ts';

export interface OsGroup {
  readonly os: string;
  readonly machines: number;
  readonly counts: StateCounts;
}

/** States summed over machines of the same operating system, most machines first. */
export function osGroups(app: App): readonly OsGroup[] {
  const groups = new Map<string, { machines: number; counts: Record<PatchState, number> }>();
  for (const machine of app.workspace.snapshot?.machines ?? []) {
    const counts = app.workspace.countsOfMachine(machine.id);
    if (!counts) continue;
    const os = osLabel(machine);
    const group = groups.get(os) ?? {
      machines: 0,
      counts: { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 },
    };
    group.machines += 1;
    for (const state of patchStates) group.counts[state] += counts[state];
    groups.set(os, group);
  }
  return [...groups]
    .map(([os, g]) => ({ os, ...g }))
    .sort((a, b) => b.machines - a.machines || (a.os < b.os ? -1 : 1));
}
