/** 100-nanosecond steps between 1601 and 1970, divided to milliseconds. */
const fileTimeEpochMs = 11_644_473_600_000n;

/**
 * The day an update was installed, as ISO text, or null where it cannot be read without guessing
 * (inventory-sources, section 4): 16 hex digits are a FILETIME (UTC), 8 digits are yyyymmdd, and
 * `m/d/y` is month first on every language, Russian included. Everything else stays unread.
 */
export function installedOn(text: string): string | null {
  const trimmed = text.trim();
  if (/^[0-9a-f]{16}$/i.test(trimmed)) return fromFileTime(trimmed);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  if (compact) return isoDay(compact[1], compact[2], compact[3]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(trimmed);
  return slashed ? isoDay(slashed[3], slashed[1], slashed[2]) : null;
}

function fromFileTime(hex: string): string | null {
  const ms = BigInt(`0x${hex}`) / 10_000n - fileTimeEpochMs;
  if (ms < -fileTimeEpochMs || ms > 253_402_300_799_999n) return null;
  return new Date(Number(ms)).toISOString().slice(0, 10);
}

/** `2019-02-13` if there is such a day; 30 February and month 13 give null. */
export function isoDay(year = '', month = '', day = ''): string | null {
  const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
