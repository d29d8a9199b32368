/** Encodings in which Windows tools leave their text, for the practice files (inventory-sources, section 2). */
export type PracticeEncoding = 'ascii' | 'utf-8' | 'utf-8-bom' | 'utf-16le-bom' | 'cp850';

/** Letters of code page 850 that the practice texts use. */
const cp850: Readonly<Record<string, number>> = {
  é: 0x82,
  ä: 0x84,
  à: 0x85,
  ç: 0x87,
  ê: 0x88,
  è: 0x8a,
  ô: 0x93,
  ö: 0x94,
  ü: 0x81,
  á: 0xa0,
  í: 0xa1,
  ó: 0xa2,
  ú: 0xa3,
  ñ: 0xa4,
};

export function encodeText(text: string, encoding: PracticeEncoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'utf-16le-bom') {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, true);
    for (let at = 0; at < text.length; at++) view.setUint16(2 + at * 2, text.charCodeAt(at), true);
    return bytes;
  }
  return Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    const byte = code < 0x80 ? code : encoding === 'cp850' ? cp850[letter] : undefined;
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
    return byte;
  });
}
