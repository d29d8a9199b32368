/**
 * What is worked out once per fact table. Only the last table is kept: rules are asked machine by
 * machine, and an old script engine has no weak maps.
 */
import type { FactTable } from '../../domain/index.ts';

/** `make` for the table asked last; called again when another table is asked. */
export function perTable<T>(make: (table: FactTable) => T): (table: FactTable) => T {
  let last: { readonly table: FactTable; readonly made: T } | null = null;
  return (table) => {
    if (last === null || last.table !== table) last = { table, made: make(table) };
    return last.made;
  };
}

/** A set or map of texts. Keys get a prefix, so that no text from outside meets the prototype. */
export interface TextIndex<T> {
  readonly entries: Record<string, T>;
}

export function newIndex<T>(): TextIndex<T> {
  return { entries: {} };
}

export function setAt<T>(index: TextIndex<T>, key: string, value: T): void {
  index.entries[`$${key}`] = value;
}

export function getAt<T>(index: TextIndex<T>, key: string): T | null {
  const name = `$${key}`;
  return Object.prototype.hasOwnProperty.call(index.entries, name) ? (index.entries[name] as T) : null;
}

/** Keys in the order they were set. */
export function keysOf(index: TextIndex<unknown>): readonly string[] {
  const keys: string[] = [];
  for (const name in index.entries) {
    if (Object.prototype.hasOwnProperty.call(index.entries, name)) keys.push(name.slice(1));
  }
  return keys;
}
