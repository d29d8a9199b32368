import type { HotfixEntry, InventoryReading, ReadingWarning } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { escapeUnstorable } from './decode/index.ts';
import { isUnreadableKb, kbNumber, mayBeCut } from './hotfix-id.ts';
import { maxEvidenceText, maxHotfixEntries } from './limits.ts';
import { makeReading } from './reading.ts';
import type { ReadFile } from './reading.ts';

/** One row of Win32_QuickFixEngineering, whatever form it was written in. */
export interface HotfixRow {
  /** `HotFixID` as written. */
  readonly id: string;
  /** `ServicePackInEffect`: carries the KB of a `File 1` row on Windows XP and 2003. */
  readonly servicePack: string;
  /** ISO date or null. */
  readonly installedOn: string | null;
  /** Computer name of the row, or empty. */
  readonly machine: string;
  readonly line: number;
  /** The id reaches the end of a file without last line end: its rest may be missing. */
  readonly atEnd: boolean;
}

/**
 * The reading of a hotfix list without operating system facts. `cut` says that the file ends inside
 * a row. Throws `FormatError`: `several-machines` when rows name more than one computer.
 */
export function hotfixReading(
  source: ReadFile,
  format: string,
  rows: readonly HotfixRow[],
  cut: boolean,
): InventoryReading {
  const machines = new Map<string, HotfixRow>();
  for (const row of rows) {
    const name = row.machine.trim();
    if (name !== '' && !machines.has(name.toLowerCase())) machines.set(name.toLowerCase(), row);
  }
  const [first, second] = [...machines.values()];
  if (second) {
    throw formatError('several-machines', source.file, `line ${second.line}`, { machines: machines.size });
  }
  const whole = rows.filter((row) => row.id.trim() !== '' && !(row.atEnd && mayBeCut(row.id.trim())));
  const isCut =
    cut || whole.length > maxHotfixEntries || rows.some((row) => row.atEnd && !whole.includes(row));
  const entries = whole.slice(0, maxHotfixEntries).map((row) => entryOf(row, source.file));
  const unreadable = entries.filter(({ id }) => isUnreadableKb(id));
  const [odd] = unreadable;
  const warnings: ReadingWarning[] = [];
  if (isCut) {
    warnings.push({ code: 'list-cut', file: source.file, details: { declared: 0, read: entries.length } });
  } else if (odd !== undefined) {
    const details = { id: odd.id, line: odd.line ?? 0, count: unreadable.length };
    warnings.push({ code: 'kb-not-readable', file: source.file, details });
  }
  const proves = warnings.length === 0;
  const hotfixes = { completeness: proves ? ('complete' as const) : ('cut' as const), entries };
  const name = first ? { text: first.machine, line: first.line } : null;
  return makeReading(source, format, name, { os: null, hotfixes }, warnings);
}

function entryOf(row: HotfixRow, file: string): HotfixEntry {
  const id = row.id.trim();
  const servicePack = row.servicePack.trim();
  const replacesFiles = /^File \d+$/i.test(id) && /^(?:KB|Q)/i.test(servicePack);
  return {
    id: escapeUnstorable(id.slice(0, maxEvidenceText)),
    kb: kbNumber(replacesFiles ? servicePack : id),
    installedOn: row.installedOn,
    file,
    line: row.line,
  };
}
