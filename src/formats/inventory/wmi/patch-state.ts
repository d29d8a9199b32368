import type { InventoryRecord, ReportedState } from '../../../domain/index.ts';
import { reportedText } from '../reported-reading.ts';
import { valueReader } from './value-reader.ts';

const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/**
 * An instance of Win32_PatchState as the verdict it is (sms-records, section 1): `Installed`, and any
 * other text is Applicable. `QNumbers` may hold several numbers, `ID` may be empty or no bulletin. Null
 * without any name of an update.
 */
export function patchState({ values, line }: InventoryRecord): ReportedState | null {
  const value = valueReader(values);
  const status = value('Status');
  const kbs = [...value('QNumbers').matchAll(/(?<!\d)\d{5,7}(?!\d)/g)].map(([number]) => Number(number));
  const id = value('ID');
  const bulletin = /^MS\d\d-\d{3}$/i.test(id) ? id.toUpperCase() : null;
  const updateId = guid.exec(value('UniqueUpdateID'))?.[1]?.toLowerCase() ?? null;
  const revision = value('RevisionNumber');
  const title = reportedText(value('Title') || (bulletin === null ? id : ''));
  if (kbs.length === 0 && bulletin === null && updateId === null && title === '') return null;
  return {
    updateId,
    revision: /^\d{1,9}$/.test(revision) ? Number(revision) : null,
    kbs: [...new Set(kbs)],
    bulletin,
    title,
    state: /^installed$/i.test(status) ? 'installed' : 'required',
    original: reportedText(status),
    line,
  };
}
