import { canonicalJson, factKey } from '../../domain/index.ts';
import type {
  EvidenceGrade,
  FactSubject,
  FactValue,
  ReadingWarning,
  RecordedFact,
} from '../../domain/index.ts';

/** What a file says of a subject, before places and doublets are looked at. */
export interface Answer {
  readonly subject: FactSubject;
  readonly state: 'known' | 'absent' | 'unavailable';
  readonly value?: FactValue;
  readonly reason?: string;
  /** Where it differs from that of the file. */
  readonly grade?: EvidenceGrade;
}

/** Facts by subject, in the order of the file, and what was passed over. */
export class CollectedFacts {
  readonly #file: string;
  readonly #facts = new Map<string, RecordedFact>();
  readonly #contradictions = new Map<string, ReadingWarning>();
  readonly #unknown = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  add(answer: Answer, line: number | null): void {
    const key = factKey(answer.subject);
    const first = this.#facts.get(key);
    const fact = recorded(answer, this.#file, line);
    if (!first) this.#facts.set(key, fact);
    else if (!this.#contradictions.has(key) && !sameAnswer(first, fact)) {
      const { subject } = first;
      this.#facts.set(key, {
        subject,
        state: 'unavailable',
        reason: 'contradiction',
        file: this.#file,
        line,
      });
      const details = { fact: key, first: first.line ?? 'machine', second: line ?? 'machine' };
      this.#contradictions.set(key, { code: 'facts-contradict', file: this.#file, details });
    }
  }

  /** Counts something this version does not know. */
  pass(what: string): null {
    const name = what.slice(0, 80);
    // A hostile file could name a new kind in each record.
    const kind = this.#unknown.has(name) || this.#unknown.size < 100 ? name : 'others';
    this.#unknown.set(kind, (this.#unknown.get(kind) ?? 0) + 1);
    return null;
  }

  facts(): readonly RecordedFact[] {
    return [...this.#facts.values()];
  }

  warnings(): readonly ReadingWarning[] {
    const unknown = [...this.#unknown].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...this.#contradictions.values(),
      ...unknown.map(([kind, count]): ReadingWarning => {
        return { code: 'facts-not-known', file: this.#file, details: { kind, count } };
      }),
    ];
  }
}

function recorded(answer: Answer, file: string, line: number | null): RecordedFact {
  const fact = factOf(answer, file, line);
  return answer.grade === undefined ? fact : { ...fact, grade: answer.grade };
}

/** Written out, not spread: it is done for every fact, and spreading is several times slower. */
function factOf({ subject, state, value, reason }: Answer, file: string, line: number | null): RecordedFact {
  if (state === 'known' && value !== undefined) return { subject, state, value, file, line };
  return reason === undefined ? { subject, state, file, line } : { subject, state, reason, file, line };
}

function sameAnswer(a: RecordedFact, b: RecordedFact): boolean {
  return a.state === b.state && canonicalJson(a.value ?? null) === canonicalJson(b.value ?? null);
}
