import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { XmlDocument } from '../text/index.ts';
import type { XmlHandler, XmlLimits, XmlSource } from '../text/index.ts';
import { decodeText, escapeUnstorable } from './decode/index.ts';
import { maxInventoryBytes } from './limits.ts';
import { loadBytes } from './load-text.ts';
import type { ReadFile } from './reading.ts';

/** What an inventory in XML has at most. */
export const inventoryXmlLimits: XmlLimits = {
  maxFileBytes: maxInventoryBytes,
  maxDepth: 60,
  maxElements: 3_000_000,
  maxAttributes: 40,
  maxTextLength: 1024 * 1024,
};

const declaration = /^\s*<\?xml\s[^>]*\?>/;
/** Characters written to the parser at once. */
const pieceLength = 64 * 1024;

/**
 * Reads an XML inventory by what its bytes are, not by what its declaration says: UTF-16 with and without
 * byte order mark, UTF-8, a code page (sms-records, section 8: copies declare UTF-16 and are UTF-8). NUL
 * and lone surrogates are escaped, never lost (INV17). Well-formedness is as strict as everywhere.
 *
 * @param pageOf code page of 8-bit text that is no UTF-8, from the text read so far, or null
 * Throws `FormatError`: those of `loadBytes`, `cut-off` inside a letter, and those of the XML reader.
 */
export async function loadXml(
  file: FileSource,
  context: ReadContext,
  makeHandler: (source: XmlSource) => XmlHandler,
  pageOf: (text: string) => string | null = () => null,
): Promise<ReadFile> {
  const { content, sha256 } = await loadBytes(file, context);
  let decoded = decodeText(content);
  const page = decoded.guessed ? pageOf(decoded.text) : null;
  if (page !== null) decoded = decodeText(content, page);
  if (decoded.cutInLetter) throw formatError('cut-off', file.name, '', { expected: 'character' });
  // Line breaks of the declaration stay, so that lines are those of the file.
  const text = escapeUnstorable(decoded.text).replace(declaration, (found) => found.replace(/[^\n]/g, ''));
  const document = new XmlDocument(file.name, inventoryXmlLimits, makeHandler);
  const encoder = new TextEncoder();
  let at = 0;
  while (at < text.length) {
    let end = Math.min(text.length, at + pieceLength);
    // A letter of two units must not be cut.
    if (/[\ud800-\udbff]/.test(text.charAt(end - 1)) && end < text.length) end += 1;
    document.write(encoder.encode(text.slice(at, end)));
    at = end;
  }
  document.end();
  return { file: file.name, bytes: file.size, sha256, guessed: decoded.guessed };
}
