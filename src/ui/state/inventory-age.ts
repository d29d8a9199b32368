import type { Machine } from '../../domain/index.ts';
import { timeOf } from '../words/index.ts';

export const ageBands = ['week', 'month', 'quarter', 'old', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

const day = 24 * 3_600_000;

export interface InventoryDate {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `file`: when a file was last written, which is not when it was collected. */
  readonly of: 'collection' | 'file';
}

/** Newest time of collection that the files of a machine give, else the newest date of the files, or null. */
export function inventoryDate(machine: Machine): InventoryDate | null {
  const times = machine.files.flatMap((f) => (f.collectedAt === null ? [] : [timeOf(f.collectedAt)]));
  const collected = times.filter((t) => !Number.isNaN(t));
  if (collected.length > 0) return { at: Math.max(...collected), of: 'collection' };
  const written = machine.files.flatMap((f) => f.fileDate ?? []);
  return written.length > 0 ? { at: Math.max(...written), of: 'file' } : null;
}

/**
 * Band of an inventory's age. A date in the future is as good as none, and so is that of a file: a copy
 * of an old inventory is a new file.
 */
export function ageBand(machine: Machine, now: number): AgeBand {
  const dated = inventoryDate(machine);
  if (dated === null || dated.of === 'file' || dated.at > now + day) return 'unknown';
  const { at } = dated;
  const days = (now - at) / day;
  return days <= 7 ? 'week' : days <= 30 ? 'month' : days <= 90 ? 'quarter' : 'old';
}

/** Sorts inventories from young to old; what is known by a file's date alone stands behind, dateless ones last. */
export function ageOrder(dated: InventoryDate | null): number | null {
  if (dated === null) return null;
  return dated.of === 'file' ? behind - dated.at : -dated.at;
}

/** Above every date there is. */
const behind = Number.MAX_SAFE_INTEGER;
