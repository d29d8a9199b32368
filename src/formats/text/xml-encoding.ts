/**
 * Which encoding an XML file has, from its first bytes (XML 1.0, appendix F): a byte order mark
 * decides, then the zero bytes of UTF-16, then the XML declaration, then UTF-8.
 */
export type XmlEncoding =
  /** `label` for TextDecoder; `skip` = bytes of the byte order mark. */
  | { readonly ok: true; readonly label: string; readonly skip: number }
  /** Name of the encoding that is not read. */
  | { readonly ok: false; readonly encoding: string };

/** Bytes that suffice to tell: the declaration of every known document is far shorter. */
export const encodingHeadBytes = 1024;

const declaration = /^<\?xml\s[^>]{0,500}?encoding\s*=\s*(?:"([^"]{0,60})"|'([^']{0,60})')/;

/** Single-byte and East Asian encodings that TextDecoder knows and that keep ASCII where it is. */
const knownLabels =
  /^(?:utf-?8|us-ascii|ascii|iso-8859-(?:1?\d)|windows-(?:125\d|874)|cp125\d|koi8-[ru]|shift_jis|gbk|gb2312|gb18030|big5|euc-(?:kr|jp))$/i;

export function detectXmlEncoding(head: Uint8Array): XmlEncoding {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { ok: false, encoding: 'UTF-32' };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { ok: false, encoding: 'UTF-32' };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { ok: true, label: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { ok: true, label: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { ok: true, label: 'utf-16be', skip: 2 };
  if (a === 0x4c && b === 0x6f && c === 0xa7) return { ok: false, encoding: 'EBCDIC' };
  if (a !== undefined && a !== 0 && b === 0) {
    return c === 0 ? { ok: false, encoding: 'UTF-32' } : { ok: true, label: 'utf-16le', skip: 0 };
  }
  if (a === 0 && b !== undefined && b !== 0) return { ok: true, label: 'utf-16be', skip: 0 };
  return declaredEncoding(head);
}

function declaredEncoding(head: Uint8Array): XmlEncoding {
  const start = String.fromCharCode(...head.subarray(0, encodingHeadBytes));
  const match = declaration.exec(start);
  const declared = (match?.[1] ?? match?.[2] ?? 'utf-8').trim();
  // The declaration was read byte by byte, so this is no UTF-16: such files come from programs that
  // write a UTF-16 string as UTF-8. Strict UTF-8 decoding finds out.
  if (/^utf-16(?:le|be)?$/i.test(declared)) return { ok: true, label: 'utf-8', skip: 0 };
  if (!knownLabels.test(declared)) return { ok: false, encoding: declared };
  return { ok: true, label: declared.toLowerCase(), skip: 0 };
}
