import { cimDate } from '../../../domain/index.ts';
import type { InventoryRecord, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { splitLines } from '../decode/index.ts';
import { loadText } from '../load-text.ts';
import type { LoadedText } from '../load-text.ts';
import { recordOf } from '../record.ts';
import { recordsReading, valueReader } from '../wmi/index.ts';
import { listRecords } from '../wmic-list/records.ts';
import { isMof, mofRecords } from './mof.ts';
import { tableHeader, tableRecords } from './table.ts';

interface Found {
  readonly records: readonly InventoryRecord[];
  /** Lines or rows that are none. */
  readonly others: number;
}

/** MOF instances, or a table or listing with `QNumbers` and `Status`. */
export function sniffPatchState(head: Head): boolean {
  if (isMof(head.text)) return true;
  const lines = splitLines(head.text);
  return tableHeader(lines) !== null || isListing(lines);
}

function isListing(lines: readonly string[]): boolean {
  const first = listRecords(lines.slice(0, 200))[0]?.values;
  return first !== undefined && first.has('qnumbers') && first.has('status');
}

/**
 * Reads instances of Win32_PatchState (sms-records, section 1) as MOF, CSV or `Name=value` listing: records,
 * and verdicts of the tool that made them. The newest `ScanDateTime` is the time of the scan.
 *
 * Rejections: those of `loadText`, `not-recognised`, `cut-off`, `several-machines`, `limit-exceeded`.
 */
export function readPatchState(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const { records, others } = foundIn(loaded, file.name);
    if (records.length === 0) throw formatError('not-recognised', file.name);
    const isCut = others > 0 || loaded.cutInLetter;
    const details = { declared: 0, read: records.length };
    const machine = machineOf(records, file.name);
    const agents = [...new Set(records.map(({ values }) => valueReader(values)('ScanAgent')))].filter(
      Boolean,
    );
    const reading = recordsReading({
      source: loaded,
      format: 'patch-state',
      name: machine,
      records,
      collectedAt: scanTime(records),
      report: null,
      tool: agents.sort().join(', ').slice(0, 100),
      warnings: isCut ? [{ code: 'list-cut', file: file.name, details }] : [],
    });
    return { use: 'reading', reading };
  });
}

function foundIn(loaded: LoadedText, file: string): Found {
  if (isMof(loaded.text)) return { records: mofRecords(loaded.lines, file), others: 0 };
  const header = tableHeader(loaded.lines);
  if (header) return tableRecords(loaded.lines, header);
  const records = listRecords(loaded.lines).map(({ values }) => {
    const cells = [...values].map(([name, { value }]) => [written[name] ?? name, value] as const);
    return recordOf('Win32_PatchState', cells, [...values.values()][0]?.line ?? null);
  });
  return { records, others: 0 };
}

/** A listing is read without regard to case: names of the class as it writes them (sms-records, section 1). */
const written: Readonly<Record<string, string>> = Object.fromEntries(
  ['ID', 'QNumbers', 'Product', 'Title', 'Status', 'DatePosted', 'DateRevised', 'TimeDetected', 'ScanAgent', 'Type', 'Language', 'LocaleID', 'Summary', 'Severity', 'InfoPath', 'BinPath', 'UnattendSyntax', 'AuthorizationName', 'RebootType', 'ScanDateTime'].map((name) => [name.toLowerCase(), name]),
); // prettier-ignore

const machineNames = ['Node', 'PSComputerName', 'CSName', '__SERVER', 'SystemName', 'Machine', 'NetBIOSName'];

function machineOf(records: readonly InventoryRecord[], file: string) {
  const found = new Map<string, { readonly text: string; readonly line: number }>();
  for (const { values, line } of records) {
    const value = valueReader(values);
    const text = machineNames.map(value).find((name) => name !== '') ?? '';
    if (text !== '' && !found.has(text.toLowerCase()))
      found.set(text.toLowerCase(), { text, line: line ?? 0 });
  }
  const [first, second] = [...found.values()];
  if (second) {
    throw formatError('several-machines', file, `line ${String(second.line)}`, { machines: found.size });
  }
  return first ?? null;
}

function scanTime(records: readonly InventoryRecord[]): string | null {
  const times = records.flatMap(({ values }) => cimDate(valueReader(values)('ScanDateTime')) ?? []);
  return times.sort().at(-1) ?? null;
}
