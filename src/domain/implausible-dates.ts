import type { InventoryReading, ReadingWarning } from './inventory.ts';

const dayMs = 86_400_000;
/** Before Windows listed hotfixes at all: a clock that lost its battery shows 1980, an empty FILETIME 1601. */
const earliest = '1996-01-01';

/**
 * A warning for a reading whose dates cannot be true as seen from `now` (milliseconds since 1970, INV05):
 * installed or collected more than two days ahead, or before 1996. Two days allow for any time zone
 * and a slow clock here. The reading is used all the same; no state and no freshness depends on dates.
 */
export function implausibleDates(reading: InventoryReading, now: number): readonly ReadingWarning[] {
  const latest = new Date(now + 2 * dayMs).toISOString();
  const dates = (reading.hotfixes?.entries ?? []).flatMap((entry) => entry.installedOn ?? []);
  const odd = [...dates, reading.collectedAt ?? []]
    .flat()
    .filter((date) => date < earliest || date > latest)
    .sort();
  const [first] = odd;
  if (first === undefined) return [];
  return [{ code: 'clock-implausible', file: reading.file, details: { date: first, dates: odd.length } }];
}
