import type { MachineInventory, MachineRecord, MachineVerdict } from '../../tasks/engine.ts';

/** Address word of the branch Hardware > Software Updates; no class of WMI is called so. */
export const softwareUpdates = 'software-updates';

/** A branch of the tree: a class or category with its number of records. */
export interface RecordGroup {
  readonly group: string;
  readonly count: number;
}

const shownAsUpdates = /^win32_patchstate(?:_extended)?$/i;

/** Classes and categories in the order of their names; those of software updates have their own branch. */
export function recordGroups(inventory: MachineInventory): readonly RecordGroup[] {
  const counts = new Map<string, number>();
  for (const { group } of inventory.records) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts]
    .filter(([group]) => !shownAsUpdates.test(group))
    .map(([group, count]) => ({ group, count }))
    .sort((a, b) => (a.group.toLowerCase() < b.group.toLowerCase() ? -1 : 1));
}

/** A record with its number in the inventory, which stands in the address. */
export interface NumberedRecord extends MachineRecord {
  readonly number: number;
}

export function recordsOf(inventory: MachineInventory, group: string): readonly NumberedRecord[] {
  return inventory.records.flatMap((record, number) =>
    record.group === group ? [{ ...record, number }] : [],
  );
}

/** Columns of a table of records: names that most of them have a value for, at most `most`. */
export function usualNames(records: readonly MachineRecord[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { values } of records) {
    for (const [name, text] of Object.entries(values)) {
      if (text !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count], at) => ({ name, count, at }))
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name);
}

/** What a person knows the update of a verdict by: bulletin, KBs, else its id. */
export function verdictName({ verdict }: MachineVerdict): string {
  const kbs = verdict.kbs.map((kb) => `KB${String(kb)}`);
  return [verdict.bulletin, ...kbs].filter(Boolean).join(' ') || (verdict.updateId ?? '');
}
