import type { Machine } from '../../domain/index.ts';
import { timeOf } from '../words/index.ts';

export const ageBands = ['week', 'month', 'quarter', 'old', 'unknown'] as const;
export type AgeBand = (typeof ageBands)[number];

const day = 24 * 3_600_000;

/** Newest time that a file of the machine itself gives, in milliseconds, or null. */
export function collectedAt(machine: Machine): number | null {
  const times = machine.files.flatMap((f) => (f.collectedAt === null ? [] : [timeOf(f.collectedAt)]));
  const good = times.filter((t) => !Number.isNaN(t));
  return good.length === 0 ? null : Math.max(...good);
}

/** Band of an inventory's age; a date in the future is as good as none. */
export function ageBand(machine: Machine, now: number): AgeBand {
  const at = collectedAt(machine);
  if (at === null || at > now + day) return 'unknown';
  const days = (now - at) / day;
  return days <= 7 ? 'week' : days <= 30 ? 'month' : days <= 90 ? 'quarter' : 'old';
}
