/**
 * A compiled catalog as one record: a header of six 32-bit words, the arrays, and a JSON text with the rest
 * (ids, subjects). Little-endian, as WebAssembly memory is. Kept under the catalog's key.
 */
import type { Subject } from '../quantise/subjects.ts';
import type { ScanProgram } from './scan-program.ts';

/** Rises whenever the form of a program or the meaning of a level changes: older records are compiled anew. */
const version = 1;
const magic = 0x50464b31;
const headerBytes = 24;

interface Rest {
  readonly catalogKey: string;
  readonly updates: readonly string[];
  readonly subjects: readonly Subject[];
  readonly nodes: number;
}

export function encodeProgram(program: ScanProgram): ArrayBuffer {
  const { rows, segments, words, catalogKey, updates, subjects, nodes } = program;
  const rest: Rest = { catalogKey, updates, subjects, nodes };
  const text = new TextEncoder().encode(JSON.stringify(rest));
  const arrays = [rows, segments, words];
  const bytes = arrays.reduce((sum, array) => sum + array.byteLength, headerBytes);
  const record = new Uint8Array(bytes + text.byteLength);
  const lengths = arrays.map((array) => array.length);
  new Uint32Array(record.buffer, 0, 6).set([magic, version, ...lengths, text.byteLength]);
  let at = headerBytes;
  for (const array of arrays) {
    new Uint32Array(record.buffer, at, array.length).set(array);
    at += array.byteLength;
  }
  record.set(text, at);
  return record.buffer;
}

/** Null for a record of another version, one cut short, or one of another catalog: compile instead. */
export function decodeProgram(record: ArrayBuffer, catalogKey: string): ScanProgram | null {
  if (record.byteLength < headerBytes) return null;
  const [mark, form, rows = 0, segments = 0, words = 0, text = 0] = new Uint32Array(record, 0, 6);
  if (mark !== magic || form !== version) return null;
  if (record.byteLength !== headerBytes + 4 * (rows + segments + words) + text) return null;
  let at = headerBytes;
  const next = (length: number): Uint32Array => {
    const array = new Uint32Array(record, at, length);
    at += array.byteLength;
    return array;
  };
  const arrays = { rows: next(rows), segments: next(segments), words: next(words) };
  const rest = JSON.parse(new TextDecoder().decode(new Uint8Array(record, at))) as Rest;
  return rest.catalogKey === catalogKey ? { ...rest, ...arrays } : null;
}
