import type { MssecureDocument, Result } from '../../domain/index.ts';
import { settle } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { readStrictXml } from '../text/index.ts';
import { DocumentReader } from './document-reader.ts';
import { mssecureLimits } from './limits.ts';

/**
 * Reads MSSecure.XML (mssecure, sections 1 to 3) in one pass that hashes and parses the same bytes.
 * Dirty data is kept as it is; ids that lead nowhere are found when the document is compiled.
 *
 * Rejections: `file-empty`, `file-too-large`, `web-page-instead`, `root-not-expected`, `cut-off`,
 * `not-well-formed`, `doctype-refused`, `name-refused`, the limits, `element-missing` (no
 * DataVersion), `cancelled`, those of the medium.
 */
export function readMssecure(file: FileSource, context: ReadContext): Promise<Result<MssecureDocument>> {
  return settle(async () => {
    const readers: DocumentReader[] = [];
    const { bytes, sha256 } = await readStrictXml(file, context, mssecureLimits, (source) => {
      const reader = new DocumentReader(file.name, source);
      readers.push(reader);
      return reader;
    });
    const [reader] = readers;
    if (!reader) throw new Error('the XML reader made no handler');
    return {
      ...reader.finish(),
      file: file.name,
      bytes,
      sha256,
      xmlSha256: sha256,
      container: 'none',
      signature: 'absent',
    };
  });
}
