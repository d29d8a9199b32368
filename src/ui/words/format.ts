/** Numbers, sizes, dates and ages in one language, made with Intl. */

export interface Format {
  readonly locale: string;
  number(value: number): string;
  /** `3 machines`, `1 machine`. */
  count(value: number, one: string, many: string): string;
  /** The form of a word that goes with a number, without the number. */
  plural(value: number, one: string, many: string): string;
  /** Decimal units: `1.4 MB`. */
  bytes(value: number): string;
  /** `84 %` of a whole; `0 %` for an empty whole. */
  percent(part: number, whole: number): string;
  /** `2026-07-14`. Takes milliseconds since 1970 or ISO text; text that is no date comes back as it is. */
  day(when: number | string): string;
  /** `2026-07-14 09:31 UTC`. */
  minute(when: number | string): string;
  /** `14 July 2026`. */
  longDay(when: number | string): string;
  /** `130 days`, `5 hours`, `3 years`: never a number above what a person counts. */
  span(milliseconds: number): string;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Milliseconds since 1970 of a date in ISO text or milliseconds; NaN when it is none. */
export function timeOf(when: number | string): number {
  return typeof when === 'number' ? when : Date.parse(when);
}

export function makeFormat(locale: string): Format {
  const plain = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const plural = (value: number, one: string, many: string) => (plurals.select(value) === 'one' ? one : many);
  const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'long',
      maximumFractionDigits: 0,
    });
  const units = {
    minute: unit('minute'),
    hour: unit('hour'),
    day: unit('day'),
    month: unit('month'),
    year: unit('year'),
  };
  const iso = (when: number | string, end: number) => {
    const time = timeOf(when);
    return Number.isNaN(time) ? String(when) : new Date(time).toISOString().slice(0, end).replace('T', ' ');
  };
  return {
    locale,
    number: (value) => plain.format(value),
    count: (value, one, many) => `${plain.format(value)} ${plural(value, one, many)}`,
    plural,
    bytes(value) {
      const names = ['B', 'kB', 'MB', 'GB', 'TB'];
      const power = value < 1000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
      return `${short.format(value / 1000 ** power)} ${names[power] ?? 'B'}`;
    },
    percent: (part, whole) => `${plain.format(whole === 0 ? 0 : Math.floor((part / whole) * 100))} %`,
    day: (when) => iso(when, 10),
    minute(when) {
      const text = iso(when, 16);
      return Number.isNaN(timeOf(when)) ? text : `${text} UTC`;
    },
    longDay(when) {
      const time = timeOf(when);
      return Number.isNaN(time) ? String(when) : long.format(time);
    },
    span(milliseconds) {
      if (milliseconds < 2 * hour) return units.minute.format(Math.max(0, Math.floor(milliseconds / 60_000)));
      if (milliseconds < 2 * day) return units.hour.format(Math.floor(milliseconds / hour));
      if (milliseconds < 400 * day) return units.day.format(Math.floor(milliseconds / day));
      if (milliseconds < 730 * day) return units.month.format(Math.floor(milliseconds / (30.44 * day)));
      return units.year.format(Math.floor(milliseconds / (365.25 * day)));
    },
  };
}
