/**
 * Recomputes a state from its explanation alone: the answers of the leaves are taken as given, everything
 * above them is worked out anew. No proof is saved that does not pass this (`tasks/export-proof.ts`).
 */
import type { ClauseTrace, Explanation, PartTrace, PatchState, TraceNode, Truth } from '../domain/index.ts';
import { loopTruth } from './leaves/registry-loop.ts';

/** The state that the traces give. Equals `explanation.row.state`, or the explanation is wrong. */
export function replay(explanation: Explanation): PatchState {
  const { first, parts } = explanation;
  if (first !== null && truthOfNode(first.when) === 'true') return stateOfClauses([first]);
  const states: readonly PatchState[] = parts.map((part: PartTrace) => stateOfClauses(part.clauses));
  return order.find((state) => states.includes(state)) ?? 'Unknown';
}

const order: readonly PatchState[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];

/** One possible state is the state, several are Unknown (applicability rules, section 6). */
function stateOfClauses(clauses: readonly ClauseTrace[]): PatchState {
  const possible = new Set<PatchState>();
  for (const clause of clauses) {
    const truth = truthOfNode(clause.when);
    if (truth === 'false') continue;
    possible.add(clause.state);
    if (truth !== 'true') continue;
    const [only] = possible;
    return possible.size === 1 && only !== undefined ? only : 'Unknown';
  }
  return 'Unknown';
}

/** Truth of a node from its children; of a leaf the answer it carries, of a loop that of its subkeys. */
export function truthOfNode(node: TraceNode): Truth {
  const children = node.of ?? [];
  switch (node.op) {
    case 'true':
      return 'true';
    case 'false':
      return 'false';
    case 'leaf': {
      const trueIf = /^(Any|All|None): /.exec(node.leaf?.wanted ?? '')?.[1];
      if (node.leaf?.kind !== 'reg-key-loop' || trueIf === undefined || children.length === 0) {
        return node.truth;
      }
      return loopTruth(trueIf as 'Any' | 'All' | 'None', children, truthOfNode);
    }
    case 'not': {
      const truth = onlyChild(children);
      return truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true';
    }
    case 'proven':
      return onlyChild(children) === 'true' ? 'true' : 'false';
    case 'and':
    case 'or': {
      const truths = children.map(truthOfNode);
      const settles: Truth = node.op === 'and' ? 'false' : 'true';
      if (truths.length === 0) return 'unknown';
      if (truths.includes(settles)) return settles;
      return truths.includes('unknown') ? 'unknown' : node.op === 'and' ? 'true' : 'false';
    }
  }
}

function onlyChild(children: readonly TraceNode[]): Truth {
  const [child] = children;
  return child === undefined ? 'unknown' : truthOfNode(child);
}
