import { hexOf } from './guid.ts';

/** Bytes of a base64 text that has to be `length` bytes long; null otherwise. */
export function base64Bytes(text: string, length: number): Uint8Array | null {
  const trimmed = text.trim();
  if (trimmed.length !== Math.ceil(length / 3) * 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(trimmed)) return null;
  const binary = atob(trimmed);
  if (binary.length !== length) return null;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Lower-case hex of a base64 digest of `length` bytes; null where it is none. */
export function digestHex(text: string, length: number): string | null {
  const bytes = base64Bytes(text, length);
  return bytes === null ? null : hexOf(bytes);
}
