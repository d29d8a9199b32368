import type { ReadingWarning } from './inventory.ts';
import type { NamedReading } from './machine-names.ts';

/** A machine with the files that make it up. */
interface Member {
  readonly id: string;
  readonly name: string;
  readonly readings: readonly NamedReading[];
}

/**
 * Groups of two and more machines of different names with one installation (product id and installation
 * time, INV04), in the order given. Machines that share one with a common third one are one group, so a
 * copied image of five hundred machines is one group and one warning.
 */
export function sharingInstallation(machines: readonly Member[]): readonly (readonly Member[])[] {
  const groupOf = new Map<Member, Member[]>();
  const first = new Map<string, Member>();
  for (const machine of machines) {
    groupOf.set(machine, [machine]);
    for (const installation of new Set(machine.readings.map(({ reading }) => reading.installation))) {
      if (installation === undefined) continue;
      const other = first.get(installation);
      if (other) join(groupOf, other, machine);
      else first.set(installation, machine);
    }
  }
  const order = new Map(machines.map((machine, at) => [machine, at]));
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)));
}

function join(groupOf: Map<Member, Member[]>, one: Member, other: Member): void {
  const [into, from] = [groupOf.get(one) ?? [], groupOf.get(other) ?? []];
  if (into === from) return;
  for (const member of from) {
    into.push(member);
    groupOf.set(member, into);
  }
}

/** One warning a group: a person has to say whether it was renamed or cloned. */
export function mayBeRenamed(group: readonly Member[]): ReadingWarning {
  const shared = group.at(-1)?.readings.find(({ reading }) => reading.installation !== undefined);
  const machines = group.map(({ name }) => name).join(', ');
  return {
    code: 'may-be-renamed',
    file: shared?.reading.file ?? '',
    details: { machines, count: group.length },
  };
}
