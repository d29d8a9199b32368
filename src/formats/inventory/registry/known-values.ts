import type { ExportedKey } from './exported-tree.ts';

/** A value with its line; null where it is not there or of another type. */
export interface Found<T> {
  readonly data: T;
  readonly line: number;
}

export function textValue(key: ExportedKey | null, name: string): Found<string> | null {
  const value = key?.values.get(name.toLowerCase());
  const data = value?.data?.data;
  return value && typeof data === 'string' ? { data, line: value.line } : null;
}

export function numberValue(key: ExportedKey | null, name: string): Found<number> | null {
  const value = key?.values.get(name.toLowerCase());
  const data = value?.data?.data;
  return value && typeof data === 'number' ? { data, line: value.line } : null;
}
