import { canonicalJson } from './canonical-json.ts';
import { factKey } from './fact-table.ts';
import type { FactTable } from './fact-table.ts';
import type { RecordedFact } from './fact-subject.ts';
import type { InventoryReading, ReadingWarning, RecordedFacts } from './inventory.ts';

type FactsReading = Pick<InventoryReading, 'file' | 'collectedAt' | 'facts'>;

interface Answer {
  readonly fact: RecordedFact;
  /** Milliseconds since 1970 of the file's own time, or null. */
  readonly at: number | null;
}

/** Tables of single files: most machines have one, and machines are merged anew on each load. */
const single = new WeakMap<RecordedFacts, FactTable>();

/**
 * Recorded facts of several files of one machine, given in file order: united. Where two files answer
 * one question differently the later one is right if both say when they were collected, else the fact
 * is unavailable (`contradiction`) and a warning names both. What a file could not find out says
 * nothing against another file's answer. A domain is complete if one file says so; a subject that
 * another file lists is not absent.
 */
export function mergeRecordedFacts(readings: readonly FactsReading[]): {
  readonly table: FactTable | null;
  readonly warnings: readonly ReadingWarning[];
} {
  const given = readings.flatMap(({ facts, collectedAt }) => (facts ? [{ facts, collectedAt }] : []));
  const [only] = given;
  if (!only) return { table: null, warnings: [] };
  if (given.length === 1) return { table: tableOfOne(only.facts), warnings: [] };
  const answers = new Map<string, Answer[]>();
  for (const { facts, collectedAt } of given) {
    const at = collectedAt === null ? null : Date.parse(collectedAt);
    for (const fact of facts.facts) {
      const key = factKey(fact.subject);
      const list = answers.get(key);
      if (list) list.push({ fact, at });
      else answers.set(key, [{ fact, at }]);
    }
  }
  const warnings: ReadingWarning[] = [];
  const merged = [...answers].map(([key, list]): [string, RecordedFact] => {
    const { fact, against } = settle(list);
    if (against) {
      const details = { fact: key, first: fact.file, second: against.file };
      warnings.push({ code: 'facts-contradict', file: fact.file, details });
      return [key, { ...unsettled(fact), file: fact.file, line: fact.line }];
    }
    return [key, fact];
  });
  const complete = new Set(given.flatMap(({ facts }) => facts.complete));
  return { table: tableOf(merged, [...complete].sort()), warnings };
}

/** The answer that counts, or one with another that it cannot be reconciled with. */
function settle(answers: readonly Answer[]): {
  readonly fact: RecordedFact;
  readonly against?: RecordedFact;
} {
  const definite = answers.filter(
    ({ fact }) => fact.state !== 'unavailable' || fact.reason === 'contradiction',
  );
  const [first] = definite.length > 0 ? definite : answers;
  if (!first) throw new Error('a fact without an answer');
  const other = definite.find(({ fact }) => !sameAnswer(fact, first.fact));
  if (!other) return { fact: first.fact };
  const times = definite.map(({ at }) => at);
  if (times.some((at) => at === null || Number.isNaN(at))) return { fact: first.fact, against: other.fact };
  const last = Math.max(...times.map((at) => at ?? 0));
  const [newest, ...rest] = definite.filter(({ at }) => at === last);
  const dissent = rest.find(({ fact }) => newest && !sameAnswer(fact, newest.fact));
  if (!newest || dissent) return { fact: first.fact, against: (dissent ?? other).fact };
  return { fact: newest.fact };
}

function sameAnswer(a: RecordedFact, b: RecordedFact): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    canonicalJson(a.value ?? null) === canonicalJson(b.value ?? null)
  );
}

function unsettled({ subject }: RecordedFact): Pick<RecordedFact, 'subject' | 'state' | 'reason'> {
  return { subject, state: 'unavailable', reason: 'contradiction' };
}

function tableOfOne(facts: RecordedFacts): FactTable {
  const known = single.get(facts);
  if (known) return known;
  const entries = facts.facts.map((fact): [string, RecordedFact] => [factKey(fact.subject), fact]);
  const table = tableOf(entries, facts.complete);
  single.set(facts, table);
  return table;
}

function tableOf(entries: [string, RecordedFact][], complete: readonly string[]): FactTable {
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const ofKind: Record<string, string[]> = {};
  for (const [key, fact] of entries) (ofKind[fact.subject.kind] ??= []).push(key);
  return { byKey: Object.fromEntries(entries), ofKind, complete };
}
