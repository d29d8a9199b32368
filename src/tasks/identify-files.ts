import { looksLikeUbrTable } from '../formats/ubr-table/index.ts';
import type { FileSource, Head } from '../formats/index.ts';
import { isWorkspace } from '../formats/workspace/index.ts';
import { isAccompanyingFile } from './accompanying-file.ts';
import type { FileKind, Identified } from './engine.ts';
import { formatOf, readHead } from './read-file.ts';
import type { FileFormats } from './read-file.ts';

/** Update packages as Windows takes them; their content is not looked at before a bundle is made. */
const updateName = /^[^/\\]*\bkb\d{6,7}\b[^/\\]*\.(msu|cab|exe|msi|msp)$/i;

/** What a file is, by its first bytes; the format id where a reader knows it, else empty. */
export function kindOf(
  head: Head,
  formats: FileFormats,
): { readonly kind: FileKind; readonly format: string } {
  if (isWorkspace(head)) return { kind: 'workspace', format: 'workspace' };
  const format = formatOf(head, formats);
  if (format) return { kind: format.kind, format: format.id };
  if (looksLikeUbrTable(head)) return { kind: 'ubr-table', format: 'ubr-table' };
  if (updateName.test(head.name)) return { kind: 'update-file', format: '' };
  if (isAccompanyingFile(head.name)) return { kind: 'ignored', format: 'accompanying' };
  return { kind: 'unknown', format: '' };
}

/** Tells by content what each dropped file is, in the order given; an unreadable one is `unknown`. */
export async function identifyFiles(
  files: readonly FileSource[],
  formats: FileFormats,
): Promise<readonly Identified[]> {
  const identified: Identified[] = [];
  for (const file of files) {
    const head = await readHead(file, formats.decode);
    const kind = head.ok ? kindOf(head.value, formats) : { kind: 'unknown' as const, format: '' };
    identified.push({ name: file.name, bytes: file.size, ...kind });
  }
  return identified;
}
