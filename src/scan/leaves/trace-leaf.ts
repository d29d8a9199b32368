/** The trace of a leaf of the rule language: wanted, found, from which line, and what is missing. */
import { factKey } from '../../domain/fact-table.ts';
import type { Evidence, Machine, RecordedFact, RuleLeaf, TraceNode } from '../../domain/index.ts';
import type { LeafAnswer } from './answer.ts';
import { evidenceOf, foundText } from './trace-fact.ts';
import { wantedOf } from './trace-wanted.ts';

export type LeafTrace = NonNullable<TraceNode['leaf']>;

/** `missing` of the trace where an element, and not a fact, is what is lacking. */
const notUnderstood = 'not-understood';

export function traceRuleLeaf(leaf: RuleLeaf, answer: LeafAnswer, machine: Machine): LeafTrace {
  const evidence: Evidence[] = [];
  const missingFacts: string[] = [];
  for (const fact of answer.facts) {
    const read = evidenceOf(fact, machine);
    if (read !== null) evidence.push(read);
  }
  for (const subject of answer.missing) missingFacts.push(factKey(subject));
  const unknown = answer.truth === 'unknown';
  const trace: {
    -readonly [K in keyof LeafTrace]: LeafTrace[K];
  } = {
    kind: leaf.kind,
    wanted: wantedOf(leaf),
    found: foundIn(answer),
    evidence: evidence.length === 0 ? null : (evidence[0] as Evidence),
    missing: !unknown ? null : missingFacts.length > 0 ? 'not-collected' : notUnderstood,
  };
  if (evidence.length > 1) trace.others = evidence.slice(1);
  if (missingFacts.length > 0) trace.missingFacts = missingFacts;
  if (answer.policy !== null) trace.policy = answer.policy;
  return trace;
}

/** What was found; for a loop how many subkeys, for elements that are not understood their names. */
function foundIn(answer: LeafAnswer): string | null {
  if (answer.found !== null) return answer.found;
  if (answer.branches !== null) return `${String(answer.branches.length)} subkeys`;
  const first: RecordedFact | undefined = answer.facts[0];
  if (first === undefined) return answer.elements.length > 0 ? answer.elements.join(', ') : null;
  return foundText(first);
}
