import { hexOf } from './guid.ts';

/** Six bits of each base64 character; 255 = none. */
const bits = new Uint8Array(128).fill(255);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
for (let i = 0; i < alphabet.length; i += 1) bits[alphabet.charCodeAt(i)] = i;

/**
 * Bytes of a base64 text that has to be `length` bytes long; null otherwise. By hand, for a catalog has
 * hundreds of thousands of them.
 */
export function base64Bytes(text: string, length: number): Uint8Array | null {
  const trimmed = text.trim();
  const padding = (3 - (length % 3)) % 3;
  const characters = trimmed.length - padding;
  if (trimmed.length !== Math.ceil(length / 3) * 4 || !trimmed.endsWith('='.repeat(padding))) return null;
  const bytes = new Uint8Array(length);
  let held = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < characters; i += 1) {
    const value = bits[trimmed.charCodeAt(i)] ?? 255;
    if (value === 255) return null;
    held = ((held << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at] = (held >> count) & 0xff;
    at += 1;
  }
  return bytes;
}

/** Lower-case hex of a base64 digest of `length` bytes; null where it is none. */
export function digestHex(text: string, length: number): string | null {
  const bytes = base64Bytes(text, length);
  return bytes === null ? null : hexOf(bytes);
}
