/** Keys that must exist because something beneath them is recorded, once per fact table. */
import type { FactTable, RecordedFact } from '../../domain/index.ts';
import type { KeyPlace } from './registry-path.ts';
import { getAt, keysOf, newIndex, perTable, setAt } from './per-table.ts';
import type { TextIndex } from './per-table.ts';

const proofs = perTable((table: FactTable): TextIndex<RecordedFact> => {
  const index = newIndex<RecordedFact>();
  const add = (kind: string, parentOnly: boolean): void => {
    const keys = table.ofKind[kind];
    if (keys === undefined) return;
    for (const name of keys) {
      const fact = table.byKey[name] as RecordedFact;
      if (fact.state === 'known') addKey(index, fact, parentOnly);
    }
  };
  add('reg_value', false);
  add('reg_subkeys', false);
  add('reg_key', true);
  return index;
});

/** Marks the fact's key and every key above it, until one that is marked already. */
function addKey(index: TextIndex<RecordedFact>, fact: RecordedFact, parentOnly: boolean): void {
  const subject = fact.subject;
  if (subject.kind !== 'reg_value' && subject.kind !== 'reg_subkeys' && subject.kind !== 'reg_key') return;
  let key = subject.key.toLowerCase();
  if (parentOnly) key = parentOf(key);
  while (key !== '' && getAt(index, nameOf({ view: subject.view, key })) === null) {
    setAt(index, nameOf({ view: subject.view, key }), fact);
    key = parentOf(key);
  }
}

/** A recorded fact that could not be there without the key, or null. */
export function proofOfKey(table: FactTable, place: KeyPlace): RecordedFact | null {
  return getAt(proofs(table), nameOf(place));
}

/** Names of the direct subkeys that recorded facts prove: the whole list in a complete domain only. */
export function provenSubkeys(table: FactTable, place: KeyPlace): readonly string[] {
  const names = getAt(subkeys(table), nameOf(place));
  return names === null ? [] : names;
}

/** Subkeys by the name of their parent, sorted. */
const subkeys = perTable((table: FactTable): TextIndex<readonly string[]> => {
  const lists = newIndex<string[]>();
  const add = (name: string): void => {
    const start = name.indexOf('|') + 1;
    if (name.length === start) return;
    const cut = name.lastIndexOf('\\');
    const parent = cut < 0 ? name.slice(0, start) : name.slice(0, cut);
    const child = name.slice(cut < 0 ? start : cut + 1);
    const known = getAt(lists, parent);
    if (known === null) setAt(lists, parent, [child]);
    else known.push(child);
  };
  for (const name of keysOf(proofs(table))) add(name);
  const keys = table.ofKind['reg_key'];
  if (keys !== undefined) {
    for (const key of keys) {
      const fact = table.byKey[key] as RecordedFact;
      if (fact.state === 'known' && fact.subject.kind === 'reg_key') add(nameOf(fact.subject));
    }
  }
  const sorted = newIndex<readonly string[]>();
  for (const parent of keysOf(lists)) {
    const names = getAt(lists, parent) as string[];
    names.sort();
    setAt(sorted, parent, withoutRepeats(names));
  }
  return sorted;
});

function withoutRepeats(sorted: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const name of sorted) if (names.length === 0 || names[names.length - 1] !== name) names.push(name);
  return names;
}

export function parentOf(key: string): string {
  const cut = key.lastIndexOf('\\');
  return cut < 0 ? '' : key.slice(0, cut);
}

function nameOf(place: KeyPlace): string {
  return `${place.view}|${place.key.toLowerCase()}`;
}
