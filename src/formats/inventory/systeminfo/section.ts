/** One item of a section: `[03]: KB4485449`. */
export interface SectionItem {
  /** What stands after the number; empty for an item that is cut before it. */
  readonly text: string;
  /** The item as written, from its bracket on: counts for the length of the list. */
  readonly written: string;
  readonly line: number;
}

/** One label of systeminfo with its value, in any of the three output forms. */
export interface Section {
  readonly label: string;
  readonly value: string;
  /** 1-based line in the decoded text. */
  readonly line: number;
  /** The whole line (list) or cell (CSV, table), for evidence. */
  readonly written: string;
  /** Numbered items directly below the line or inside the cell. */
  readonly items: readonly SectionItem[];
}

/** An item, whole (`[01]: text`, French also `[01] : text`) or cut inside its number (`[24`). */
export function readItem(written: string, line: number): SectionItem | null {
  const whole = /^\[\d{1,5}\]\s?[:\uff1a]\s?(.*)$/.exec(written);
  if (whole) return { text: (whole[1] ?? '').trim(), written, line };
  return /^\[(?:\d{1,5}(?:\]\s?)?)?$/.test(written) ? { text: '', written, line } : null;
}
