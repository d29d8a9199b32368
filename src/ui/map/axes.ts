import { updateName, valueOf, type Machine, type Update } from '../../domain/index.ts';
import type { StateCounts } from '../state/state-counts.ts';
import { writeQuery } from '../state/query.ts';
import { severityOrder } from '../views/update-list.ts';
import type { Words } from '../words/index.ts';
import { axisOf, type Axis, type AxisItem } from './axis.ts';

export const machineSorts = ['os', 'name', 'required'] as const;
export type MachineSort = (typeof machineSorts)[number];
export const updateSorts = ['severity', 'date', 'product', 'required'] as const;
export type UpdateSort = (typeof updateSorts)[number];

type Counts = (id: string) => StateCounts | undefined;

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
  return axisOf(
    ids.map((id): AxisItem => {
      const machine = machineOf(id);
      const os = (machine && valueOf(machine.os.name)) || '';
      const rank = sort === 'required' ? -(countsOf(id)?.Required ?? 0) : 0;
      const name = os || words.common.notKnown;
      const href = os ? listHref('machines', 'os', os) : '#/machines';
      // Machines of an unknown system come last.
      const group = sort === 'os' ? { name, href, rank: os || '\uffff' } : all;
      return { id, name: machine?.name ?? id, group, rank };
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
  const months = new Map<string, number>();
  return axisOf(
    ids.map((id): AxisItem => {
      const update = updateOf(id);
      if (!update) return { id, name: id, group: { ...all, rank: '\uffff' }, rank: 0 };
      const name = updateName(update);
      if (sort === 'required') return { id, name, group: all, rank: -(countsOf(id)?.Required ?? 0) };
      if (sort === 'severity') {
        const { severity } = update;
        const href = listHref('updates', 'severity', severity.toLowerCase());
        const rank = String(severityOrder.indexOf(severity));
        return { id, name, group: { name: words.common.severities[severity], href, rank }, rank: 0 };
      }
      if (sort === 'date') {
        const month = update.documents.at(-1) ?? '';
        const time = months.get(month) ?? Date.parse(`1 ${month.replace('-', ' ')} UTC`);
        months.set(month, time);
        const rank = String(1e15 - (Number.isNaN(time) ? 0 : time)).padStart(20, '0') + month;
        const href = month ? listHref('updates', 'document', month) : '#/updates';
        return { id, name, group: { name: month || words.common.notKnown, href, rank }, rank: 0 };
      }
      const family = update.products[0]?.family ?? words.update.noFamily;
      const href = listHref('updates', 'family', family);
      return { id, name, group: { name: family, href, rank: family }, rank: 0 };
    }),
  );
}
