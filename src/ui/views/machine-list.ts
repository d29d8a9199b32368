import { patchStates, valueOf, type Machine } from '../../domain/index.ts';
import type { App } from '../state/app.ts';
import { ageBand, ageBands, inventoryDate, type InventoryDate } from '../state/inventory-age.ts';
import { osLabel } from '../state/os-label.ts';
import type { Facet } from '../state/query.ts';
import { shownBy } from '../state/shown-by.ts';
import type { StateCounts } from '../state/state-counts.ts';

/** A machine as its list row shows it. */
export interface MachineRow {
  readonly machine: Machine;
  readonly os: string;
  readonly build: string;
  readonly counts: StateCounts | undefined;
  readonly dated: InventoryDate | null;
  readonly serviced: boolean;
  readonly text: string;
}

/** `10.0.17763.5122`, without the last number while it is not known. */
export function buildOf(machine: Machine): string {
  const version = valueOf(machine.os.version) ?? '';
  const ubr = valueOf(machine.os.ubr);
  return version && ubr !== null ? `${version}.${ubr}` : version;
}

export function machineRows(app: App): readonly MachineRow[] {
  return (app.workspace.snapshot?.machines ?? []).map((machine) => {
    const os = osLabel(machine);
    return {
      machine,
      os,
      build: buildOf(machine),
      counts: app.workspace.countsOfMachine(machine.id),
      dated: inventoryDate(machine),
      serviced: !app.workspace.notServiced.has(machine.id),
      text: `${machine.name} ${os} ${machine.files.map((f) => f.name).join(' ')}`.toLowerCase(),
    };
  });
}

export function machineFacets(app: App): readonly Facet<MachineRow>[] {
  const words = app.preferences.words;
  const w = words.machines.facets;
  return [
    {
      id: 'state',
      label: w.state,
      order: patchStates.map((s) => s.toLowerCase()),
      valuesOf: (row) => patchStates.filter((s) => (row.counts?.[s] ?? 0) > 0).map((s) => s.toLowerCase()),
      show: shownBy(words.states.state),
    },
    {
      id: 'os',
      label: w.os,
      valuesOf: (row) => [row.os || 'none'],
      show: shownBy({ none: words.common.notKnown }),
    },
    {
      id: 'age',
      label: w.age,
      order: ageBands,
      valuesOf: (row) => [ageBand(row.machine, app.now())],
      show: shownBy(words.machines.ages),
    },
    {
      id: 'missing',
      label: w.missing,
      valuesOf: (row) => row.machine.incomplete,
      show: shownBy(words.states.incomplete),
    },
    {
      id: 'role',
      label: w.role,
      valuesOf: (row) => [valueOf(row.machine.os.role) ?? ''].filter(Boolean),
      show: shownBy(words.machines.role),
    },
    {
      id: 'serviced',
      label: w.serviced,
      valuesOf: (row) => [row.serviced ? 'yes' : 'no'],
      show: shownBy(words.machines.serviced),
    },
    {
      id: 'arch',
      label: w.arch,
      valuesOf: (row) => [valueOf(row.machine.os.architecture) ?? ''].filter(Boolean),
    },
  ];
}
