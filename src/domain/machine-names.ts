import type { InventoryReading } from './inventory.ts';

/** A reading with what is known about it beside the file: the same shape as the store keeps. */
export interface NamedReading {
  readonly reading: InventoryReading;
  /** Milliseconds since 1970. */
  readonly importedAt: number;
  /** Name given by the person, for a nameless file or a renamed machine, or null. */
  readonly givenName: string | null;
  /** Milliseconds since 1970 at which the file was last written, as its medium says: no collection date. */
  readonly fileDate?: number;
}

/**
 * The machine name of each reading, in their order:
 * 1. the name that the person gave;
 * 2. the name in the file, if a computer can be called so;
 * 3. the name in or given to files of the same stem (before `_systeminfo`, `_qfe`), if it is one name;
 * 4. the stem itself: the page asks before it comes to that, the command line takes it.
 */
export function machineNames(readings: readonly NamedReading[]): readonly string[] {
  const byStem = new Map<string, Map<string, string>>();
  for (const { reading, givenName } of readings) {
    const name = givenName ?? reading.machineName;
    if (name === null) continue;
    const stem = reading.stem.toLowerCase();
    const names = byStem.get(stem) ?? new Map<string, string>();
    const known = names.get(name.toLowerCase());
    names.set(name.toLowerCase(), known !== undefined && known < name ? known : name);
    byStem.set(stem, names);
  }
  return readings.map(({ reading, givenName }) => {
    const siblings = [...(byStem.get(reading.stem.toLowerCase())?.values() ?? [])];
    const [sibling] = siblings;
    return givenName ?? reading.machineName ?? (siblings.length === 1 && sibling ? sibling : reading.stem);
  });
}
