import { kbNumberDistance, nameOfId, numberOrder } from '../../domain/index.ts';
import type { ClauseTrace, Explanation, PartTrace, TraceNode } from '../../domain/index.ts';
import type { Words } from '../words/index.ts';

/** KB, or for an update without one its id as the lists show it. */
export function updateName(explanation: Explanation): string {
  return explanation.kb ?? explanation.label ?? nameOfId(explanation.row.update);
}

/** The part whose state the update takes, or null when the first clause settled it. */
function decisivePart(explanation: Explanation): PartTrace | null {
  return explanation.parts.find((p) => p.decisive) ?? null;
}

/** The deciding part first, then the others as the catalog has them. */
export function partsInOrder(explanation: Explanation): readonly PartTrace[] {
  return explanation.parts.toSorted((a, b) => Number(b.decisive) - Number(a.decisive));
}

/** Name of what a part decides about, without the product number before it. */
export function subjectOf(part: PartTrace): string {
  return part.subject.replace(/^[\d-]+\s+/, '');
}

/** The clause that gave the outcome. */
function decisiveClause(explanation: Explanation): ClauseTrace | null {
  if (explanation.first?.fired) return explanation.first;
  return decisivePart(explanation)?.clauses.find((c) => c.fired) ?? null;
}

/** Leaves of a trace, those on the deciding path first. */
export function leavesOf(node: TraceNode): readonly NonNullable<TraceNode['leaf']>[] {
  const own = node.leaf ? [node.leaf] : [];
  const below = [...(node.of ?? [])].sort((a, b) => Number(b.decisive) - Number(a.decisive));
  return [...own, ...below.flatMap(leavesOf)];
}

/** Of all builds asked for, the lowest is the update's own; the higher ones belong to what supersedes it. */
function ownBuild(leaves: readonly NonNullable<TraceNode['leaf']>[]) {
  const revision = (leaf: NonNullable<TraceNode['leaf']>) => Number(/\d+/.exec(leaf.wanted)?.[0] ?? Infinity);
  return leaves
    .filter((leaf) => leaf.kind === 'ubr' && leaf.wanted.startsWith('>='))
    .sort((a, b) => revision(a) - revision(b))[0];
}

/** The one leaf a sentence quotes: the build revision before anything else that was found. */
export function quotedLeaf(explanation: Explanation): NonNullable<TraceNode['leaf']> | null {
  const clause = decisiveClause(explanation);
  const part = decisivePart(explanation);
  const leaves = [
    ...(clause ? leavesOf(clause.when) : []),
    ...(part?.clauses.flatMap((c) => leavesOf(c.when)) ?? []),
  ];
  return ownBuild(leaves) ?? leaves.find((l) => l.found !== null) ?? null;
}

/** One sentence that says state and reason with the values of this machine. */
export function sentenceOf(explanation: Explanation, words: Words): string {
  const { row } = explanation;
  const leaf = quotedLeaf(explanation);
  const decisive = decisivePart(explanation);
  const measured =
    row.reason === 'build-below' || row.reason === 'build-reached' || row.reason === 'build-not-known';
  return words.explain.sentence[row.reason]({
    kb: updateName(explanation),
    machine: explanation.machineName,
    by:
      row.by === null
        ? row.byUpdate === undefined
          ? ''
          : (explanation.byName ?? nameOfId(row.byUpdate))
        : `KB${row.by}`,
    found: (measured && leaf?.found) || '',
    wanted: (measured && leaf?.wanted.replace(/^(>=|=)\s*/, '')) || '',
    subject:
      row.blockers.map((b) => b.subject).find((s) => s !== '') ?? (decisive ? subjectOf(decisive) : ''),
  });
}

/** Two sentences on the numbers an inferred order rests on, or empty where it rests on none. */
export function numbersText(explanation: Explanation, words: Words): string {
  const order = numberOrder(explanation);
  if (order === null) return '';
  const { numbers } = words.explain;
  const { own, other, byMonth } = order;
  if (other === null) return numbers.emptyList(own);
  const compared = (byMonth ? numbers.byMonth : numbers.apart)(other, own, kbNumberDistance);
  return `${compared} ${numbers.trust}`;
}
