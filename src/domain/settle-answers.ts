import { canonicalJson } from './canonical-json.ts';
import { compareGrades } from './evidence-grade.ts';
import type { EvidenceGrade } from './evidence-grade.ts';
import { domainsOf } from './fact-table.ts';
import type { RecordedFact } from './fact-subject.ts';
import type { ReadingWarning } from './inventory.ts';

/** A file that answers questions. */
export interface Source {
  readonly file: string;
  readonly grade: EvidenceGrade;
  /** Milliseconds since 1970 of the file's own time, or null. */
  readonly at: number | null;
  /** Domains it answers wholly. */
  readonly complete: ReadonlySet<string>;
}

export interface Answer {
  readonly fact: RecordedFact;
  readonly grade: EvidenceGrade;
  readonly source: Source;
}

export interface Settled {
  readonly fact: RecordedFact;
  readonly grade: EvidenceGrade;
  readonly warning?: ReadingWarning;
}

/**
 * The answer that counts among those of several files to one question, and what a person is told of the
 * others (see `mergeRecordedFacts`).
 *
 * @param sources all files of the machine: one that lists a domain wholly and not this subject says that
 * it is absent
 */
export function settleAnswers(key: string, answers: readonly Answer[], sources: readonly Source[]): Settled {
  const definite = answers.filter(
    ({ fact }) => fact.state !== 'unavailable' || fact.reason === 'contradiction',
  );
  const asked = definite.length > 0 ? definite : answers;
  const grade = asked.reduce((best, answer) => stronger(best, answer.grade), asked[0]?.grade ?? 'A');
  const best = asked.filter((answer) => answer.grade === grade);
  const [first] = best;
  if (!first) throw new Error('a fact without an answer');
  const denier = deniedBy(answers, first, sources);
  if (denier) return outweighed(key, first, denier);
  const { answer, against } = amongEquals(best, first);
  if (against) {
    const details = { fact: key, first: answer.fact.file, second: against.fact.file };
    const warning: ReadingWarning = { code: 'facts-contradict', file: answer.fact.file, details };
    const { subject, file, line } = answer.fact;
    return { fact: { subject, state: 'unavailable', reason: 'contradiction', file, line }, grade, warning };
  }
  const weaker = definite.find((other) => other.grade !== grade && !agrees(answer.fact, other.fact));
  if (!weaker) return { fact: answer.fact, grade };
  const warning = told(key, answer.fact.file, grade, weaker);
  return { fact: answer.fact, grade, warning };
}

function stronger(a: EvidenceGrade, b: EvidenceGrade): EvidenceGrade {
  return compareGrades(a, b) <= 0 ? a : b;
}

/** A stronger file that would list the subject if it were there; one that answers itself denies nothing. */
function deniedBy(answers: readonly Answer[], found: Answer, sources: readonly Source[]): Source | null {
  if (found.fact.state !== 'known') return null;
  const domains = domainsOf(found.fact.subject);
  return (
    sources.find(
      (source) =>
        compareGrades(source.grade, found.grade) < 0 &&
        domains.some((domain) => source.complete.has(domain)) &&
        !answers.some((answer) => answer.source === source),
    ) ?? null
  );
}

function outweighed(key: string, found: Answer, denier: Source): Settled {
  const { subject } = found.fact;
  return {
    fact: { subject, state: 'absent', file: denier.file, line: null },
    grade: denier.grade,
    warning: told(key, denier.file, denier.grade, found),
  };
}

function told(key: string, counts: string, grade: EvidenceGrade, weaker: Answer): ReadingWarning {
  const details = { fact: key, counts, grade, second: weaker.fact.file, weaker: weaker.grade };
  return { code: 'facts-outweighed', file: counts, details };
}

/** Of answers of one grade: the one that counts, or two that cannot be reconciled. */
function amongEquals(
  answers: readonly Answer[],
  first: Answer,
): { readonly answer: Answer; readonly against?: Answer } {
  const other = answers.find(({ fact }) => !sameAnswer(fact, first.fact));
  if (!other) return { answer: first };
  const times = answers.map(({ source }) => source.at);
  if (times.some((at) => at === null || Number.isNaN(at))) return { answer: first, against: other };
  const last = Math.max(...times.map((at) => at ?? 0));
  const [newest, ...rest] = answers.filter(({ source }) => source.at === last);
  const dissent = rest.find(({ fact }) => newest && !sameAnswer(fact, newest.fact));
  if (!newest || dissent) return { answer: first, against: dissent ?? other };
  return { answer: newest };
}

function sameAnswer(a: RecordedFact, b: RecordedFact): boolean {
  return (
    a.state === b.state &&
    a.reason === b.reason &&
    canonicalJson(a.value ?? null) === canonicalJson(b.value ?? null)
  );
}

/** Whether a weaker answer says the same: it may know less of the same thing. */
function agrees(strong: RecordedFact, weak: RecordedFact): boolean {
  if (strong.state !== weak.state || strong.reason !== weak.reason) return false;
  const a: unknown = strong.value;
  const b: unknown = weak.value;
  if (!isRecord(a) || !isRecord(b)) return canonicalJson(a ?? null) === canonicalJson(b ?? null);
  return Object.keys(b).every((name) => !(name in a) || canonicalJson(a[name]) === canonicalJson(b[name]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
