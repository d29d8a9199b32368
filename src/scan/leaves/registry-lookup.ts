/**
 * Answers to registry questions: the recorded one, else what recorded facts about keys above and below
 * prove, else absent in a complete domain, else unavailable.
 */
import { factKey, factOf, recordedFact } from '../../domain/fact-table.ts';
import type { FactSubject, FactTable, FactValue, RecordedFact } from '../../domain/index.ts';
import { getAt, newIndex, perTable, setAt } from './per-table.ts';
import type { TextIndex } from './per-table.ts';
import { parentOf, proofOfKey, provenSubkeys } from './registry-keys.ts';
import type { KeyPlace } from './registry-path.ts';

/** Whether the key exists: known or absent, or unavailable. */
export function keyFact(table: FactTable | undefined, places: readonly KeyPlace[]): RecordedFact {
  return firstAnswer(places, (place) => keyAt(table, place));
}

/** @param value empty for the default value */
export function valueFact(
  table: FactTable | undefined,
  places: readonly KeyPlace[],
  value: string,
): RecordedFact {
  return firstAnswer(places, (place) => {
    const subject: FactSubject = { kind: 'reg_value', view: place.view, key: place.key, value };
    const recorded = recordedFact(table, subject);
    if (recorded !== null && recorded.state !== 'unavailable') return recorded;
    const gone = absenceOf(table, place);
    if (gone !== null) return derived(subject, 'absent', undefined, gone);
    return recorded === null ? factOf(table, subject) : recorded;
  });
}

/** The list of direct subkeys, as texts; absent where the key itself is not there. */
export function subkeysFact(table: FactTable | undefined, places: readonly KeyPlace[]): RecordedFact {
  return firstAnswer(places, (place) => {
    const subject: FactSubject = { kind: 'reg_subkeys', view: place.view, key: place.key };
    const recorded = recordedFact(table, subject);
    if (recorded !== null && recorded.state !== 'unavailable') return recorded;
    const gone = absenceOf(table, place);
    if (gone !== null) return derived(subject, 'absent', undefined, gone);
    const fact = recorded === null ? factOf(table, subject) : recorded;
    if (table === undefined || fact.state !== 'absent') return fact;
    // A complete domain lists its keys by what is recorded beneath them.
    return derived(subject, 'known', provenSubkeys(table, place), fact);
  });
}

/**
 * What a file states under any name of the key counts before what a complete domain leaves unsaid; of
 * two lists that a domain completes the longer one, for both are of the same key. What another place
 * holds that may be this one (architecture not known) leaves an unsaid key open.
 */
function firstAnswer(places: readonly KeyPlace[], ask: (place: KeyPlace) => RecordedFact): RecordedFact {
  let first: RecordedFact | null = null;
  let unsaid: RecordedFact | null = null;
  for (const place of places) {
    const fact = ask(place);
    if (fact.state !== 'unavailable') {
      if (isStated(fact)) return fact;
      if (unsaid === null || lengthOf(fact) > lengthOf(unsaid)) unsaid = fact;
      if (place.mayBe !== undefined && isThere(ask(place.mayBe))) return open(fact);
    }
    if (first === null) first = fact;
  }
  return unsaid === null ? (first as RecordedFact) : unsaid;
}

/** True for an answer with a place in a file: one that a complete domain alone gives has none. */
function isStated(fact: RecordedFact): boolean {
  return fact.file !== '';
}

function lengthOf(fact: RecordedFact): number {
  return fact.state === 'known' ? textList(fact.value).length + 1 : 0;
}

function isThere(fact: RecordedFact): boolean {
  return isStated(fact) && fact.state === 'known';
}

function open(fact: RecordedFact): RecordedFact {
  return { subject: fact.subject, state: 'unavailable', reason: 'not-collected', file: '', line: null };
}

function keyAt(table: FactTable | undefined, place: KeyPlace): RecordedFact {
  const subject: FactSubject = { kind: 'reg_key', view: place.view, key: place.key };
  const recorded = recordedFact(table, subject);
  if (recorded !== null && recorded.state !== 'unavailable') return recorded;
  const proof = table === undefined ? null : proofOfKey(table, place);
  if (proof !== null) return derived(subject, 'known', true, proof);
  const gone = absenceOf(table, place);
  if (gone !== null) return derived(subject, 'absent', undefined, gone);
  return recorded === null ? factOf(table, subject) : recorded;
}

/** A recorded fact by which the key cannot be there: it or a key above is absent, or no list names it. */
function absenceOf(table: FactTable | undefined, place: KeyPlace): RecordedFact | null {
  if (table === undefined || !saysOfKeys(table)) return null;
  let key = place.key;
  let below: string | null = null;
  while (key !== '') {
    const itself = recordedFact(table, { kind: 'reg_key', view: place.view, key });
    if (itself !== null && itself.state === 'absent') return itself;
    const list = recordedFact(table, { kind: 'reg_subkeys', view: place.view, key });
    if (list !== null && list.state === 'absent') return list;
    if (list !== null && list.state === 'known' && below !== null && !names(table, list, below)) return list;
    below = key.slice(parentOf(key).length).replace('\\', '');
    key = parentOf(key);
  }
  return null;
}

/** False where only values are recorded: then nothing can be told of the keys above a place. */
function saysOfKeys(table: FactTable): boolean {
  return table.ofKind['reg_key'] !== undefined || table.ofKind['reg_subkeys'] !== undefined;
}

function names(table: FactTable, list: RecordedFact, name: string): boolean {
  const lists = listedNames(table);
  const key = factKey(list.subject);
  let listed = getAt(lists, key);
  if (listed === null) {
    listed = newIndex<true>();
    for (const known of textList(list.value)) setAt(listed, known.toLowerCase(), true);
    setAt(lists, key, listed);
  }
  return getAt(listed, name.toLowerCase()) !== null;
}

/** Names of the subkey lists that were asked, by the key of the list's fact: rules ask one list again and again. */
const listedNames = perTable((): TextIndex<TextIndex<true>> => newIndex());

/** The texts of a list fact; anything else is an empty list. */
export function textList(value: FactValue | undefined): readonly string[] {
  return typeof value === 'object' && 'length' in value ? (value as readonly string[]) : [];
}

function derived(
  subject: FactSubject,
  state: 'known' | 'absent',
  value: FactValue | undefined,
  from: RecordedFact,
): RecordedFact {
  const { file, line } = from;
  return value === undefined ? { subject, state, file, line } : { subject, state, value, file, line };
}
