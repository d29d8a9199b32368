import { factKey, notCollected } from '../../src/domain/index.ts';
import type { FactSubject, FactTable, FactValue, Machine, RecordedFact } from '../../src/domain/index.ts';
import { machine } from './machines.ts';

/** One fact as facts files write it: the subject's fields beside the result. */
export type FactLine = FactSubject & {
  readonly result: {
    readonly state: RecordedFact['state'];
    readonly value?: FactValue;
    readonly reason?: string;
  };
};

/** A known fact of a subject. */
export function fact(subject: FactSubject, value: FactValue): FactLine {
  return { ...subject, result: { state: 'known', value } };
}

export function absent(subject: FactSubject): FactLine {
  return { ...subject, result: { state: 'absent' } };
}

export function unavailable(subject: FactSubject, reason = 'denied'): FactLine {
  return { ...subject, result: { state: 'unavailable', reason } };
}

/** A table of facts; each line's number is its place in the list, from 1. */
export function factTable(lines: readonly FactLine[], complete: readonly string[] = []): FactTable {
  const byKey: Record<string, RecordedFact> = {};
  const ofKind: Record<string, string[]> = {};
  lines.forEach(({ result, ...subject }, i) => {
    const key = factKey(subject);
    byKey[key] = { subject, ...result, file: 'pc.facts.json', line: i + 1 };
    (ofKind[subject.kind] ??= []).push(key);
  });
  for (const keys of Object.values(ofKind)) keys.sort();
  return { byKey, ofKind, complete };
}

/** A machine that is known by recorded facts alone. */
export function factsMachine(
  lines: readonly FactLine[],
  complete: readonly string[] = [],
  name = 'pc',
): Machine {
  const bare = machine({ id: name, list: 'missing' });
  return {
    ...bare,
    os: { ...bare.os, version: notCollected },
    files: [{ name: 'pc.facts.json', sha256: 'a1', format: 'facts', importedAt: 0, collectedAt: null }],
    facts: factTable(lines, complete),
  };
}
