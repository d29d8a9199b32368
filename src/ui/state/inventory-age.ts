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

/** Band of an inventory's age; a date in the future is as good as none. */
export function ageBand(machine: Machine, now: number): AgeBand {
  const at = inventoryDate(machine)?.at ?? null;
  if (at === null || at > now + day) return 'unknown';
  const days = (now - at) / day;
  return days <= 7 ? 'week' : days <= 30 ? 'month' : days <= 90 ? 'quarter' : 'old';
}
