import type { JournalEntry, Rejection, RejectionCode } from '../domain/index.ts';

/**
 * Files that could not be used and have not been brought otherwise since, from the journal alone. Of a
 * file name the last import that had it counts: entries of one import share their time. A file that was
 * imported or left aside later under that name is rejected no more. An older edition is no rejected file:
 * it was read whole, and is told as an edition that is not used (`olderEditions`).
 */
export function journalRejections(entries: readonly JournalEntry[]): readonly Rejection[] {
  const last = new Map<string, { readonly at: number; readonly rejections: readonly Rejection[] }>();
  for (const entry of entries) {
    const { act, file, at } = entry;
    if (file === '' || !broughtFile.includes(act)) continue;
    const before = last.get(file);
    const own =
      act === 'file-rejected' && entry.details['code'] !== 'older-edition' ? [rejectionOf(entry)] : [];
    // The same name twice in one import: two files, and the good one does not heal the bad one.
    last.set(file, { at, rejections: before?.at === at ? [...before.rejections, ...own] : own });
  }
  return [...last.values()].flatMap(({ rejections }) => rejections);
}

/** Acts of an import that speak of one given file. */
const broughtFile: readonly JournalEntry['act'][] = [
  'catalog-imported',
  'catalog-unchanged',
  'catalog-older-override',
  'inventory-imported',
  'inventory-unchanged',
  'file-ignored',
  'file-rejected',
  'file-waiting',
  'ubr-set',
  'root-imported',
];

function rejectionOf({ file, details }: JournalEntry): Rejection {
  const { code, place, ...rest } = details;
  return { code: String(code) as RejectionCode, file, place: String(place ?? ''), details: rest };
}
