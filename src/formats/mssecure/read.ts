import type { MssecureDocument, Result } from '../../domain/index.ts';
import { hashCatalogFile, verifyCatalogFile } from '../authenticode/index.ts';
import { isCabinet } from '../cab/index.ts';
import { formatError, settle } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readStrictXml } from '../text/index.ts';
import { unpackDocument } from './cabinet.ts';
import { DocumentReader } from './document-reader.ts';
import type { MssecureContent } from './document-reader.ts';
import { mssecureLimits } from './limits.ts';

/**
 * Reads MSSecure.XML, bare or as the one member of a cabinet (mssecure, sections 1 to 3), in one pass
 * that hashes and parses the same bytes. Dirty data is kept as it is; ids that lead nowhere are found
 * when the document is compiled.
 *
 * Rejections: `file-empty`, `file-too-large`, `web-page-instead`, `root-not-expected`, `cut-off`,
 * `not-well-formed`, `doctype-refused`, `name-refused`, the limits, `element-missing` (no
 * DataVersion), `archive-not-supported`, `signature-refused`, `signature-not-proven` (cabinets), `cancelled`, those of the medium.
 */
export function readMssecure(file: FileSource, context: ReadContext): Promise<Result<MssecureDocument>> {
  return settle(async () => {
    const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
    if (isCabinet(head)) return readFromCabinet(file, context);
    const { content, bytes, sha256 } = await readXml(file, context);
    return {
      ...content,
      file: file.name,
      bytes,
      sha256,
      xmlSha256: sha256,
      container: 'none',
    };
  });
}

async function readFromCabinet(file: FileSource, context: ReadContext): Promise<MssecureDocument> {
  const { maxFileBytes } = mssecureLimits;
  if (file.size > maxFileBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: maxFileBytes });
  }
  const { onBytes: _, ...quietly } = context;
  const hashed = await hashCatalogFile(file, quietly);
  const signature = await verifyCatalogFile(hashed, quietly, 'mssecure');
  const xml = await unpackDocument(file, context);
  const { signal } = context;
  const { content, sha256 } = await readXml(xml, signal ? { signal } : {});
  return {
    ...content,
    file: file.name,
    bytes: file.size,
    sha256: hashed.sha256,
    xmlSha256: sha256,
    container: 'cabinet',
    signature,
  };
}

async function readXml(
  file: FileSource,
  context: ReadContext,
): Promise<{ readonly content: MssecureContent; readonly bytes: number; readonly sha256: string }> {
  const readers: DocumentReader[] = [];
  const { bytes, sha256 } = await readStrictXml(file, context, mssecureLimits, (source) => {
    const reader = new DocumentReader(file.name, source);
    readers.push(reader);
    return reader;
  });
  const [reader] = readers;
  if (!reader) throw new Error('the XML reader made no handler');
  return { content: reader.finish(), bytes, sha256 };
}
