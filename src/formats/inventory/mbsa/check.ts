import type { InventoryRecord, ReportedState } from '../../../domain/index.ts';
import { recordOf } from '../record.ts';
import { reportedText } from '../reported-reading.ts';
import { childOf, textBelow } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** The record of a `Check`: its attributes and its advice. */
export function checkRecord(check: XmlPart): InventoryRecord {
  return recordOf('MBSA Check', [...check.attributes, ['Advice', textBelow(check, 'Advice')]], check.line);
}

/** Rows of the table of a check, by the names in its head; `-` is empty (inventory-sources, section 10). */
export function detailRecords(check: XmlPart): readonly InventoryRecord[] {
  const detail = childOf(check, 'Detail');
  const names = (childOf(detail, 'Head')?.children ?? []).map(({ text }) => text.trim());
  const group = check.attributes.get('Name')?.trim() || 'MBSA Detail';
  return (detail?.children ?? [])
    .filter(({ name }) => name === 'Row')
    .map((row) =>
      recordOf(
        group,
        row.children.map(({ text }, at) => [
          names[at] ?? `Column ${String(at + 1)}`,
          text.trim() === '-' ? '' : text,
        ]),
        row.line,
      ),
    );
}

/** Verdicts of a check: each `UpdateData` with `IsInstalled`; without that word it says nothing. */
export function checkVerdicts(check: XmlPart): readonly ReportedState[] {
  const found: ReportedState[] = [];
  for (const data of childOf(check, 'Detail')?.children ?? []) {
    if (data.name !== 'UpdateData') continue;
    const value = (name: string) => data.attributes.get(name)?.trim() ?? '';
    const installed = value('IsInstalled').toLowerCase();
    if (installed !== 'true' && installed !== 'false') continue;
    const bulletin = value('BulletinID').toUpperCase();
    const kb = /^(?:KB|Q)?(\d{5,7})$/i.exec(value('KBID'))?.[1];
    const id = guid.exec(value('GUID'))?.[1] ?? guid.exec(value('ID'))?.[1];
    found.push({
      updateId: id?.toLowerCase() ?? null,
      revision: null,
      kbs: kb === undefined ? [] : [Number(kb)],
      bulletin: /^MS\d\d-\d{3}$/.test(bulletin) ? bulletin : null,
      title: reportedText(textBelow(data, 'Title') || value('ID')),
      state: installed === 'true' ? 'installed' : 'required',
      original: reportedText(
        ['IsInstalled', 'Type', 'Severity', 'RestartRequired']
          .filter((name) => value(name) !== '')
          .map((name) => `${name}=${value(name)}`)
          .join('; '),
      ),
      line: data.line,
    });
  }
  return found;
}
