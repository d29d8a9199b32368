/**
 * UTF-16 bytes as text. Lone surrogates stay as they are (INV17): where the platform's decoder would
 * put U+FFFD, units are taken one by one. A last odd byte is left out and reported.
 */
export function decodeUtf16(
  bytes: Uint8Array,
  order: 'le' | 'be',
): { readonly text: string; readonly odd: boolean } {
  const odd = bytes.length % 2 === 1;
  const even = odd ? bytes.subarray(0, -1) : bytes;
  try {
    const decoder = new TextDecoder(`utf-16${order}`, { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(even), odd };
  } catch {
    return { text: unitByUnit(even, order), odd };
  }
}

const unitsAtOnce = 8192;

function unitByUnit(bytes: Uint8Array, order: 'le' | 'be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let start = 0; start < bytes.length; start += unitsAtOnce * 2) {
    const units: number[] = [];
    const end = Math.min(bytes.length, start + unitsAtOnce * 2);
    for (let at = start; at < end; at += 2) units.push(view.getUint16(at, order === 'le'));
    text += String.fromCharCode(...units);
  }
  return text;
}
