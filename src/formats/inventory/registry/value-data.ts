import type { RegistryData, RegistryType } from '../../../domain/index.ts';
import { decodeCodePage } from '../decode/index.ts';
import { decodeUtf16 } from '../decode/utf16.ts';
import { escapeUnstorable } from '../decode/index.ts';
import { registryLimits } from './limits.ts';

/** Data of a value; null where it is too long to keep or not in the form of its type. */
export type ExportedData = RegistryData | null;

/** Types by the number in `hex(n):` (winnt.h REG_*); others are kept as `OTHER`. */
const types: Readonly<Record<string, RegistryType>> = {
  '1': 'REG_SZ',
  '2': 'REG_EXPAND_SZ',
  '3': 'REG_BINARY',
  '4': 'REG_DWORD',
  '7': 'REG_MULTI_SZ',
  '9': 'REG_FULL_RESOURCE_DESCRIPTOR',
  b: 'REG_QWORD',
};

/**
 * Data of one value as regedit writes it (inventory-sources, section 7): `"text"`, `dword:`, `hex:`,
 * `hex(n):` with its continuation lines already joined.
 *
 * @param wide version 5: texts in hex are UTF-16LE; in REGEDIT4 they are ANSI bytes
 */
export function exportedData(written: string, wide: boolean): ExportedData {
  const text = /^"((?:[^"\\]|\\.)*)"\s*$/s.exec(written)?.[1];
  if (text !== undefined) return kept('REG_SZ', unescaped(text));
  const number = /^dword:([\da-f]{1,8})\s*$/i.exec(written)?.[1];
  if (number !== undefined) return { type: 'REG_DWORD', data: Number.parseInt(number, 16) };
  const hex = /^hex(?:\(([\da-f]{1,8})\))?:([\da-f,\s]*)$/i.exec(written);
  if (hex === null) return null;
  const bytes = bytesOf(hex[2] ?? '');
  if (bytes === null) return null;
  const code = (hex[1] ?? '3').replace(/^0+(?=.)/, '').toLowerCase();
  return typedData(types[code] ?? 'OTHER', bytes, wide);
}

/** `\\` and `\"` are the escapes there are. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gs, '$1') : text;
}

function typedData(type: RegistryType | 'OTHER', bytes: Uint8Array, wide: boolean): ExportedData {
  const view = new DataView(bytes.buffer);
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return kept(type, withoutEnd(textOf(bytes, wide)));
    case 'REG_MULTI_SZ': {
      const joined = textOf(bytes, wide).replace(/\0+$/, '');
      if (joined.length > registryLimits.maxText) return null;
      return { type, data: joined === '' ? [] : joined.split('\0').map(escapeUnstorable) };
    }
    case 'REG_DWORD':
      return bytes.length === 4 ? { type, data: view.getUint32(0, true) } : null;
    case 'REG_QWORD':
      return bytes.length === 8 ? { type, data: view.getBigUint64(0, true).toString() } : null;
    case 'REG_BINARY':
      return kept(type, hexOf(bytes));
    case 'REG_FULL_RESOURCE_DESCRIPTOR':
      return kept(type, hexOf(bytes));
    case 'OTHER':
      return { type };
  }
}

function kept(type: RegistryType, text: string): ExportedData {
  return text.length > registryLimits.maxText ? null : { type, data: escapeUnstorable(text) };
}

/** The one NUL at the end belongs to the form of the value; others are part of it (INV17). */
function withoutEnd(text: string): string {
  return text.endsWith('\0') ? text.slice(0, -1) : text;
}

function textOf(bytes: Uint8Array, wide: boolean): string {
  return wide ? decodeUtf16(bytes, 'le').text : decodeCodePage(bytes, 'windows-1252');
}

function bytesOf(list: string): Uint8Array | null {
  const parts = list.replace(/\s+/g, '').split(',');
  if (parts.at(-1) === '') parts.pop();
  const bytes = new Uint8Array(parts.length);
  for (const [at, part] of parts.entries()) {
    if (!/^[\da-f]{1,2}$/i.test(part)) return null;
    bytes[at] = Number.parseInt(part, 16);
  }
  return bytes;
}

function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}
