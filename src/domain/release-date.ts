/** First and last year in which a release date of a catalog is believed. */
const firstYear = 1990;
const lastYear = 2199;

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * Moment of a release date, milliseconds since 1970, or null where it cannot be believed: another
 * form than ISO 8601 (03/04/2019 could be March or April: not guessed), a day that does not exist, a
 * year such as 0000, 1601 or 9999 (CAT29). Documents since 2022 leave the zone out: UTC is meant.
 */
export function readReleaseDate(text: string): number | null {
  const match = iso.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  if (year < firstYear || year > lastYear) return null;
  const moment = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(moment);
  const exists =
    back.getUTCMonth() === month - 1 && back.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return exists ? moment - zoneMinutes(match[7]) * 60_000 : null;
}

function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
