import type { CompiledCatalog, UpdateRules } from '../../domain/index.ts';

/** Updates whose rules are not, word for word, those of an update of the same id before. */
export function changedUpdates(before: CompiledCatalog, after: CompiledCatalog): readonly UpdateRules[] {
  const old = new Map(before.updates.map((rules) => [rules.update, rules]));
  return after.updates.filter((rules) => !isSame(old.get(rules.update), rules));
}

/** Equal in every part: plain data, compared without writing it out. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame((a as Keyed)[key], (b as Keyed)[key]));
}

type Keyed = Readonly<Record<string, unknown>>;
