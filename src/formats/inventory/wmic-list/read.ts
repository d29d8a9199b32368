import type { IgnoredReason, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { splitLines } from '../decode/index.ts';
import { hotfixReading } from '../hotfix-rows.ts';
import type { HotfixRow } from '../hotfix-rows.ts';
import { installedOn } from '../installed-on.ts';
import { loadText } from '../load-text.ts';
import type { LoadedText } from '../load-text.ts';
import { listRecords, looksLikeListing } from './records.ts';
import type { ListRecord } from './records.ts';

export function sniffWmicList(head: Head): boolean {
  return looksLikeListing(splitLines(head.text));
}

/**
 * Reads `wmic ... /format:list` (inventory-sources, section 4). Hotfixes
 * (Win32_QuickFixEngineering) are used; listings of other classes are ignored by their class name.
 *
 * Rejections: those of `loadText`, `not-recognised`, `several-machines`.
 */
export function readWmicList(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const records = listRecords(loaded.lines);
    if (records.length === 0) throw formatError('not-recognised', file.name);
    const hotfixes = records.filter((record) => record.values.has('hotfixid'));
    if (hotfixes.length === 0) {
      const { sha256 } = loaded;
      return { use: 'ignored', format: 'wmic-list', reason: ignoredBecause(records), sha256 };
    }
    const cut = loaded.cutInLetter || lacksProperties(hotfixes);
    const rows = hotfixes.map((record) => rowOf(record, loaded));
    return { use: 'reading', reading: hotfixReading(loaded, 'wmic-list', rows, cut) };
  });
}

function rowOf(record: ListRecord, loaded: LoadedText): HotfixRow {
  const value = (name: string) => record.values.get(name)?.value ?? '';
  const line = record.values.get('hotfixid')?.line ?? 0;
  return {
    id: value('hotfixid'),
    servicePack: value('servicepackineffect'),
    installedOn: installedOn(value('installedon')),
    machine: value('csname'),
    line,
    atEnd: line === loaded.lines.length,
  };
}

/** All records of a class have the same properties: fewer in the last one mean that the file is cut. */
function lacksProperties(records: readonly ListRecord[]): boolean {
  const [first, last] = [records[0], records.at(-1)];
  return (last?.values.size ?? 0) < (first?.values.size ?? 0);
}

/** Operating system listings are understood, but not used yet; other classes say nothing about updates. */
function ignoredBecause(records: readonly ListRecord[]): IgnoredReason {
  const values = records[0]?.values;
  const isOs =
    values?.get('creationclassname')?.value === 'Win32_OperatingSystem' || values?.has('osarchitecture');
  return isOs ? 'os-listing-not-used-yet' : 'other-wmi-class';
}
