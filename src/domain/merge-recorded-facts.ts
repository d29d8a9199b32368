import { compareGrades } from './evidence-grade.ts';
import type { EvidenceGrade } from './evidence-grade.ts';
import { factKey } from './fact-table.ts';
import type { FactTable } from './fact-table.ts';
import type { RecordedFact } from './fact-subject.ts';
import type { InventoryReading, ReadingWarning, RecordedFacts } from './inventory.ts';
import { settleAnswers } from './settle-answers.ts';
import type { Answer, Source } from './settle-answers.ts';

type FactsReading = Pick<InventoryReading, 'file' | 'collectedAt' | 'facts'>;

/** Tables of single files: most machines have one, and machines are merged anew on each load. */
const single = new WeakMap<RecordedFacts, FactTable>();

/** Warnings of contradictions that are named one by one; of more only their number is told. */
const namedContradictions = 100;

/**
 * Recorded facts of several files of one machine, given in file order: united. Where files answer one
 * question differently the stronger evidence counts (inventory-sources, section 1), and a warning names
 * both files and the one that counts. Of two answers of one grade the later one is right if both say when
 * they were collected, else the fact is unavailable (`contradiction`), and a warning names both.
 *
 * What a file could not find out says nothing against another file's answer. A domain is complete if one
 * file says so whose grade is A or B; a subject that another file of that grade lists is not absent, one
 * that only weaker evidence lists is.
 */
export function mergeRecordedFacts(readings: readonly FactsReading[]): {
  readonly table: FactTable | null;
  readonly warnings: readonly ReadingWarning[];
} {
  const given = readings.flatMap(({ file, facts, collectedAt }) =>
    facts && gradeOf(facts) !== 'D' ? [{ file, facts, collectedAt }] : [],
  );
  const [only] = given;
  if (!only) return { table: null, warnings: [] };
  if (given.length === 1) return { table: tableOfOne(only.facts), warnings: [] };
  const answers = new Map<string, Answer[]>();
  const sources = given.map(({ file, facts, collectedAt }): Source => {
    const grade = gradeOf(facts);
    const at = collectedAt === null ? null : Date.parse(collectedAt);
    return { file, grade, at, complete: new Set(domains(facts)) };
  });
  given.forEach(({ facts }, index) => {
    const source = sources[index] as Source;
    for (const fact of usable(facts)) {
      const key = factKey(fact.subject);
      const answer = { fact, grade: fact.grade ?? source.grade, source };
      const list = answers.get(key);
      if (list) list.push(answer);
      else answers.set(key, [answer]);
    }
  });
  const warnings: ReadingWarning[] = [];
  const merged = [...answers].map(([key, list]): [string, RecordedFact] => {
    const { fact, grade, warning } = settleAnswers(key, list, sources);
    if (warning) warnings.push(warning);
    return [key, stamped(fact, grade)];
  });
  const complete = new Set(given.flatMap(({ facts }) => domains(facts)));
  return { table: tableOf(merged, [...complete].sort()), warnings: shortened(warnings) };
}

function gradeOf({ grade }: RecordedFacts): EvidenceGrade {
  return grade ?? 'A';
}

/** A partial list makes nothing absent, whatever it says. */
function isPartial(facts: RecordedFacts): boolean {
  return compareGrades(gradeOf(facts), 'B') > 0;
}

function domains(facts: RecordedFacts): readonly string[] {
  return isPartial(facts) ? [] : facts.complete;
}

function usable(facts: RecordedFacts): readonly RecordedFact[] {
  return isPartial(facts) ? facts.facts.filter(({ state }) => state !== 'absent') : facts.facts;
}

/** Weaker evidence than an answer to the very question says so in the table. */
function stamped(fact: RecordedFact, grade: EvidenceGrade): RecordedFact {
  return grade === 'A' || fact.grade === grade ? fact : { ...fact, grade };
}

function shortened(warnings: readonly ReadingWarning[]): readonly ReadingWarning[] {
  if (warnings.length <= namedContradictions) return warnings;
  const rest = warnings.length - namedContradictions;
  const [first] = warnings;
  const more: ReadingWarning = {
    code: 'facts-contradict-more',
    file: first?.file ?? '',
    details: { count: rest },
  };
  return [...warnings.slice(0, namedContradictions), more];
}

function tableOfOne(facts: RecordedFacts): FactTable {
  const known = single.get(facts);
  if (known) return known;
  const entries = usable(facts).map((fact): [string, RecordedFact] => [
    factKey(fact.subject),
    stamped(fact, fact.grade ?? gradeOf(facts)),
  ]);
  const table = tableOf(entries, domains(facts));
  single.set(facts, table);
  return table;
}

function tableOf(entries: [string, RecordedFact][], complete: readonly string[]): FactTable {
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const ofKind: Record<string, string[]> = {};
  for (const [key, fact] of entries) (ofKind[fact.subject.kind] ??= []).push(key);
  return { byKey: Object.fromEntries(entries), ofKind, complete };
}
