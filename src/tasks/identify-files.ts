import type { InventoryReading } from '../domain/index.ts';
import { hashFile, looksLikeWebPage } from '../formats/index.ts';
import type { FileSource, Head } from '../formats/index.ts';
import { archiveKind } from '../formats/archive/index.ts';
import { looksLikeUbrTable } from '../formats/ubr-table/index.ts';
import { hasScope } from '../formats/wsusscan/index.ts';
import { isWorkspace } from '../formats/workspace/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import { isProtected } from './archive-rejection.ts';
import { isAccompanyingFile } from './accompanying-file.ts';
import type { FileKind, FileOutcome, Identified } from './engine.ts';
import { formatOf, readFile, readHead, refusal } from './read-file.ts';
import type { FileFormats } from './read-file.ts';
import { takeReadings } from './take-readings.ts';

/**
 * Update packages as Windows takes them, told by name: newer .msu files are no cabinets, and none of them
 * is damaged for that. Their content is not looked at before a bundle is made.
 */
export function isUpdateFile({ name, size, text }: Head): boolean {
  return size > 0 && updateName.test(name) && !looksLikeWebPage(text);
}

const updateName = /^[^/\\]*(?:\bkb\d{6,7}\b[^/\\]*\.(?:cab|exe|msi|msp)|\.msu)$/i;

/** What a file is, by its first bytes; the format id where a reader knows it, else empty. */
export function kindOf(
  head: Head,
  formats: FileFormats,
): { readonly kind: FileKind; readonly format: string } {
  if (isWorkspace(head)) return { kind: 'workspace', format: 'workspace' };
  const format = formatOf(head, formats);
  // What is stored in an archive as it is can look like an inventory itself.
  const archive = format?.kind === 'catalog' ? null : archiveKind(head.bytes);
  if (archive !== null && !isProtected(head) && !isUpdateFile(head))
    return { kind: 'archive', format: archive };
  if (format) return { kind: format.kind, format: format.id };
  if (looksLikeUbrTable(head)) return { kind: 'ubr-table', format: 'ubr-table' };
  if (isUpdateFile(head)) return { kind: 'update-file', format: '' };
  if (isAccompanyingFile(head.name)) return { kind: 'ignored', format: 'accompanying' };
  return { kind: 'unknown', format: '' };
}

/** Inventories up to this size are read to their end for the preview: real ones have some kilobytes. */
const readWholeUpTo = 2 * 1024 * 1024;

type Stored = Pick<WorkspaceData, 'editions' | 'readings'>;
type Fate = Omit<Identified, 'name' | 'bytes'>;

/**
 * Tells by content what each file is and what an import will make of it, in the order given. Nothing is
 * stored. Catalogs are not read: one of the size of a stored edition is hashed, to know it again.
 */
export async function identifyFiles(
  files: readonly FileSource[],
  formats: FileFormats,
  stored: Stored,
): Promise<readonly Identified[]> {
  const readings = new Map<number, InventoryReading>();
  const identified: Identified[] = [];
  for (const [at, file] of files.entries()) {
    const keep = (reading: InventoryReading): void => void readings.set(at, reading);
    const fate = await fateOf(file, formats, stored, keep);
    identified.push({ name: file.name, bytes: file.size, ...fate });
  }
  // Whether a name is missing shows only beside the other files of the batch.
  const { outcomes } = takeReadings({ stored: stored.readings, readings: [...readings.values()], at: 0 });
  [...readings.keys()].forEach((at, index) => {
    const [one, outcome] = [identified[at], outcomes[index]];
    if (one && outcome) identified[at] = { ...one, fate: fateOfOutcome(outcome) };
  });
  return identified;
}

function fateOfOutcome({ outcome }: FileOutcome): Identified['fate'] {
  if (outcome === 'nothing-new') return 'present';
  return outcome === 'needs-name' ? 'needs-name' : 'import';
}

async function fateOf(
  file: FileSource,
  formats: FileFormats,
  stored: Stored,
  keep: (reading: InventoryReading) => void,
): Promise<Fate> {
  const head = await readHead(file, formats.decode);
  if (!head.ok) return { kind: 'unknown', format: '', fate: 'rejected', error: head.error };
  const { kind, format } = kindOf(head.value, formats);
  const ignored = (reason: string): Fate => ({ kind, format, fate: 'ignored', reason });
  switch (kind) {
    case 'unknown':
      return { kind, format, fate: 'rejected', error: refusal(head.value) };
    case 'workspace':
      return ignored('workspace-file');
    case 'update-file':
      return ignored('update-file');
    case 'ignored':
      return ignored('accompanying-file');
    case 'archive':
    case 'ubr-table':
      return { kind, format, fate: 'import' };
    case 'catalog': {
      const scoped = format === 'mu' && hasScope(head.value);
      const fate = (await isStored(file, stored)) ? 'present' : 'import';
      return { kind, format, fate, ...(scoped && { hasScope: true }) };
    }
    case 'inventory': {
      const aside = formats.inventories.find(({ id }) => id === format)?.leftAside;
      if (aside !== undefined) return { ...ignored(aside), kind: 'ignored' };
      if (file.size > readWholeUpTo) return { kind, format, fate: 'import' };
      // A reader that fails in a way it should not is told of by the import.
      const read = await readFile(file, formats, {}).catch(() => null);
      if (read === null) return { kind, format, fate: 'import' };
      if (read.kind === 'rejected') return { kind, format, fate: 'rejected', error: read.error };
      if (read.kind === 'ignored') return { ...ignored(read.reason), kind: 'ignored' };
      if (read.kind === 'inventory') keep(read.reading);
      return { kind, format, fate: 'import' };
    }
  }
}

/** Whether these bytes are those of a stored edition. */
async function isStored(file: FileSource, { editions }: Stored): Promise<boolean> {
  const same = editions.filter(({ document }) => document.bytes === file.size);
  if (same.length === 0) return false;
  try {
    const sha256 = await hashFile(file, {});
    return same.some(({ document }) => document.sha256 === sha256);
  } catch {
    // A medium that fails now fails in the import too, which says so.
    return false;
  }
}
