/** The state again from the truths of a proof's leaves alone: knows nothing of rules or machines. */
import type {
  ClauseTrace,
  Explanation,
  PartTrace,
  PatchState,
  TraceNode,
  Truth,
} from '../../src/domain/index.ts';

/** Kleene truth of a traced rule (applicability rules, section 2). */
export function replayNode(node: TraceNode): Truth {
  if (node.leaf) return node.truth;
  const of = (node.of ?? []).map(replayNode);
  if (node.op === 'not') return of[0] === 'unknown' ? 'unknown' : of[0] === 'true' ? 'false' : 'true';
  if (node.op === 'proven') return of[0] === 'true' ? 'true' : 'false';
  if (node.op !== 'and' && node.op !== 'or') return node.truth;
  const settles = node.op === 'and' ? 'false' : 'true';
  if (of.includes(settles)) return settles;
  return of.includes('unknown') ? 'unknown' : node.op === 'and' ? 'true' : 'false';
}

const order: readonly PatchState[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];

function replayClauses(clauses: readonly ClauseTrace[]): PatchState {
  const possible = new Set<PatchState>();
  for (const clause of clauses) {
    const truth = replayNode(clause.when);
    if (truth === 'false') continue;
    possible.add(clause.state);
    if (truth === 'true') break;
  }
  const [only] = possible;
  return possible.size === 1 && only !== undefined ? only : 'Unknown';
}

/** First of Required, Installed, Unknown, NotRequired that any part has (msrc-cvrf, section 2, identity). */
export function replayProof({ first, parts }: Explanation): PatchState {
  if (first !== null && replayNode(first.when) === 'true') return first.state;
  const states = parts.map((part: PartTrace) => replayClauses(part.clauses));
  return order.find((state) => states.includes(state)) ?? 'Unknown';
}
