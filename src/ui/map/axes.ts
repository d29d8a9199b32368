import { updateName, type Machine, type Severity, type Update } from '../../domain/index.ts';
import type { StateCounts } from '../state/state-counts.ts';
import { osLabel } from '../state/os-label.ts';
import { writeQuery } from '../state/query.ts';
import { severityOrder } from '../views/update-list.ts';
import type { Words } from '../words/index.ts';
import { axisOf, type Axis, type AxisItem } from './axis.ts';

export const machineSorts = ['os', 'name', 'required'] as const;
export type MachineSort = (typeof machineSorts)[number];
export const updateSorts = ['severity', 'date', 'product', 'required'] as const;
export type UpdateSort = (typeof updateSorts)[number];

type Counts = (id: string) => StateCounts | undefined;

type Group = AxisItem['group'];

/** Makes each group once: a side has tens of thousands of items and a handful of groups. */
function groupsOf(make: (value: string) => Group): (value: string) => Group {
  const made = new Map<string, Group>();
  return (value) => {
    const known = made.get(value);
    if (known) return known;
    const group = make(value);
    made.set(value, group);
    return group;
  };
}

const listHref = (page: string, facet: string, value: string) =>
  `#/${page}?q=${encodeURIComponent(writeQuery([{ facet, value, negated: false }]))}`;

/** Machines from top to bottom. Groups: operating systems, or all as one. */
export function machineAxis(
  ids: readonly string[],
  machineOf: (id: string) => Machine | undefined,
  sort: MachineSort,
  countsOf: Counts,
  words: Words,
): Axis {
  const all = { name: words.map.allMachines, href: '#/machines', rank: 0 };
  const byOs = groupsOf((os) => ({
    // Every one of them begins so; the room beside the map is for what differs.
    name: os.replace(/^Microsoft /, '') || words.common.notKnown,
    href: listHref('machines', 'os', os || 'none'),
    // Machines of an unknown system come last.
    rank: os || '\uffff',
  }));
  return axisOf(
    ids.map((id): AxisItem => {
      const machine = machineOf(id);
      const os = machine ? osLabel(machine) : '';
      const rank = sort === 'required' ? -(countsOf(id)?.Required ?? 0) : 0;
      return { id, name: machine?.name ?? id, group: sort === 'os' ? byOs(os) : all, rank };
    }),
  );
}

/** Updates from left to right. Groups: severities, documents (newest first), product families, or all as one. */
export function updateAxis(
  ids: readonly string[],
  updateOf: (id: string) => Update | undefined,
  sort: UpdateSort,
  countsOf: Counts,
  words: Words,
): Axis {
  const all = { name: words.map.allUpdates, href: '#/updates', rank: 0 };
  const bySeverity = groupsOf((severity) => ({
    name: words.common.severities[severity as Severity],
    href: listHref('updates', 'severity', severity.toLowerCase()),
    rank: severityOrder.indexOf(severity as Severity),
  }));
  const byMonth = groupsOf((month) => {
    const time = Date.parse(`1 ${month.replace('-', ' ')} UTC`);
    const href = month ? listHref('updates', 'document', month) : '#/updates';
    // Newest first; documents that are no months after them, by name.
    const rank = Number.isNaN(time) ? `1${month}` : `0${String(1e15 - time).padStart(20, '0')}`;
    return { name: month || words.common.notKnown, href, rank };
  });
  const byFamily = groupsOf((family) => ({
    name: family,
    href: listHref('updates', 'family', family),
    rank: family,
  }));
  const groupOf = (update: Update): Group => {
    if (sort === 'severity') return bySeverity(update.severity);
    if (sort === 'date') return byMonth(update.documents.at(-1) ?? '');
    return sort === 'product' ? byFamily(update.products[0]?.family ?? words.update.noFamily) : all;
  };
  return axisOf(
    ids.map((id): AxisItem => {
      const update = updateOf(id);
      const rank = sort === 'required' ? -(countsOf(id)?.Required ?? 0) : 0;
      if (!update) return { id, name: id, group: all, rank };
      return { id, name: updateName(update), group: groupOf(update), rank };
    }),
  );
}
