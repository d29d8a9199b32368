import type { InventoryReading } from './inventory.ts';
import type { InventoryRecord } from './inventory-record.ts';
import type { OsFacts } from './machine.ts';
import type { ReportedState } from './reported-state.ts';

/** What records say together, by the meaning their reader gave each of them. */
export interface RecordsFacts {
  readonly os: OsFacts | null;
  readonly hotfixes: InventoryReading['hotfixes'];
  readonly entries: readonly ReportedState[];
}

/**
 * Facts of a list of records. Hotfixes are a complete list only where the report is whole (`isWhole`) and
 * has the class at all: a class that a report does not name was perhaps not collected. The last operating
 * system counts.
 */
export function factsOfRecords(records: readonly InventoryRecord[], isWhole: boolean): RecordsFacts {
  const hotfixes = records.flatMap(({ meaning }) => meaning?.hotfix ?? []);
  const systems = records.flatMap(({ meaning }) => meaning?.os ?? []);
  return {
    os: systems.at(-1) ?? null,
    hotfixes:
      hotfixes.length === 0 ? null : { completeness: isWhole ? 'complete' : 'cut', entries: hotfixes },
    entries: records.flatMap(({ meaning }) => meaning?.reported ?? []),
  };
}
