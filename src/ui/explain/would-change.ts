import type { Explanation } from '../../domain/index.ts';
import type { Words } from '../words/index.ts';
import { leafWords } from './node-text.ts';
import { decidingLeaves } from './proof-rows.ts';
import { proofTree } from './proof-tree.ts';
import { quotedLeaf, updateName } from './sentence.ts';

/** Reasons of KB lists and builds: their one sentence says what a newer inventory has to show. */
const byList =
  /^(build-|kb-|listed-|older-cumulative|superseding-kb|product-not-matching|level-|hotpatch|not-enrolled|contained-in-rollup|product-declared|declared-version)/;

/** Facts named before the rest is left to the tree. */
const most = 5;

/** What would change the answer, in one sentence. */
export function changeSentence(explanation: Explanation, words: Words): string {
  const { row } = explanation;
  const w = words.explain.change;
  if (row.state === 'Unknown') {
    return row.possible.length > 0
      ? w.possible(row.possible.map((state) => words.states.state[state]).join(', '))
      : words.proof.noneDeciding;
  }
  if (changeFacts(explanation, words).length > 0) return words.proof.dependsOn;
  if (row.state !== 'Required') return w[row.state];
  const leaf = quotedLeaf(explanation);
  return w.Required(
    updateName(explanation),
    leaf?.kind === 'ubr' ? leaf.wanted.replace(/^(>=|=)\s*/, '') : '',
  );
}

/** The deciding facts of an answer by real rules, as `Name: wanted`; none for answers by KB list or build. */
export function changeFacts(explanation: Explanation, words: Words): readonly string[] {
  if (explanation.row.state === 'Unknown' || byList.test(explanation.row.reason)) return [];
  const lines = decidingLeaves(proofTree(explanation)).map(({ node }) => {
    const leaf = node.kind === 'rule' ? node.trace.leaf : undefined;
    if (!leaf) return '';
    const { name, wanted } = leafWords(leaf, words);
    return wanted ? `${name}: ${wanted}` : name;
  });
  return [...new Set(lines)].slice(0, most);
}
