import type { MissingFact } from '../../tasks/engine.ts';
import { factText } from '../words/fact-text.ts';
import type { Words } from '../words/index.ts';

/** What a missing fact is about, in words; recorded facts are named as a person would look for them. */
export function missingSubject(fact: Pick<MissingFact, 'kind' | 'subject'>, words: Words): string {
  if (fact.kind === 'fact') {
    const { name, subject } = factText(fact.subject, words.facts);
    return name === '' ? subject : `${name}: ${subject}`;
  }
  const kinds: Readonly<Record<string, string>> = words.states.blocker;
  return fact.subject || (Object.hasOwn(kinds, fact.kind) ? (kinds[fact.kind] ?? fact.kind) : fact.kind);
}
