/** ZIP archives for tests, with whatever lies a hostile one tells. */
import { deflateSync, zipSync } from 'fflate';

export interface StoredEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Declared instead of the true sizes; default: the truth. */
  readonly declaredBytes?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Sizes stand behind the data only, as streaming writers do. */
  readonly descriptor?: boolean;
}

/** An honest archive. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>);
}

/** An archive written field by field. */
export function craftZip(entries: readonly StoredEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateSync(entry.content) : entry.content;
    const crc = entry.crc ?? crc32(entry.content);
    const size = entry.declaredBytes ?? entry.content.length;
    const descriptor = entry.descriptor === true;
    const flags = (entry.flags ?? 0) | (descriptor ? 8 : 0);
    const common = (withSizes: boolean) =>
      fields(
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 4],
        [withSizes ? crc : 0, 4],
        [withSizes ? data.length : 0, 4],
        [withSizes ? size : 0, 4],
        [name.length, 2],
        [0, 2],
      );
    const local = joined([fields([0x04034b50, 4]), common(!descriptor), name, data]);
    const tail = descriptor
      ? fields([0x08074b50, 4], [crc, 4], [data.length, 4], [size, 4])
      : new Uint8Array(0);
    parts.push(local, tail);
    directory.push(
      joined([
        fields([0x02014b50, 4], [20, 2]),
        common(true),
        fields([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        name,
      ]),
    );
    offset += local.length + tail.length;
  }
  const list = joined(directory);
  const count = Math.min(entries.length, 0xffff);
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([...parts, list, end]);
}

function fields(...values: readonly (readonly [value: number, bytes: number])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value, length] of values) {
    for (let i = 0; i < length; i += 1) bytes.push(Math.floor(value / 2 ** (8 * i)) % 256);
  }
  return Uint8Array.from(bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
