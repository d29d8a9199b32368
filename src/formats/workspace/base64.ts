/** Characters handed to one call: more arguments would overflow the call stack. */
const step = 3 * 8192;

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += step) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + step)));
  }
  return text;
}

/** @returns null when the text is not base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
