import { describe, expect, it } from 'vitest';
import type { TraceNode } from '../../../../src/domain/index.ts';
import { decidingLeaves, firstOpen, visibleRows } from '../../../../src/ui/explain/proof-rows.ts';
import { proofTree, type ProofNode } from '../../../../src/ui/explain/proof-tree.ts';
import { nested, packageExplanation, regLeaf, wideOr } from '../../../support/big-explanation.ts';

const rowsOf = (roots: readonly ProofNode[]) => visibleRows(roots, firstOpen(roots));
function allLeaves(nodes: readonly ProofNode[]): number {
  return nodes.reduce((sum, node) => {
    const below = node.of();
    return sum + (below.length > 0 ? allLeaves(below) : node.kind === 'rule' && node.trace.leaf ? 1 : 0);
  }, 0);
}

describe('a proof of 600 leaves, ten deep', () => {
  const roots = proofTree(packageExplanation(nested(9, wideOr(600, 437))));

  it('stands open along the deciding path and nowhere else', () => {
    const rows = rowsOf(roots);
    expect(rows.length).toBeLessThan(25);
    const leaves = rows.filter(({ node }) => node.kind === 'rule' && node.trace.leaf);
    expect(leaves).toHaveLength(1);
    expect(leaves[0]?.node.decisive).toBe(true);
    expect(
      rows.some(({ node }) => node.kind === 'rest' && node.what === 'others' && node.leaves === 599),
    ).toBe(true);
  });

  it('loses no leaf: folded lines open to all of them, 50 at a time', () => {
    expect(allLeaves(roots)).toBe(602);
    const rest = rowsOf(roots).find(({ node }) => node.kind === 'rest' && node.what === 'others')?.node;
    expect(rest?.of()).toHaveLength(51);
  });

  it('the deciding leaf is found with everything above it', () => {
    const [leaf, ...more] = decidingLeaves(roots);
    expect(more).toEqual([]);
    expect(leaf?.node.kind === 'rule' && leaf.node.trace.leaf?.wanted).toContain('Level437');
    expect(leaf?.above).toHaveLength(12);
  });
});

it('600 leaves that all decide are stepped through one by one, and not all shown at once', () => {
  const all: TraceNode = {
    op: 'and',
    truth: 'true',
    decisive: true,
    of: Array.from({ length: 600 }, (_, i) => regLeaf(i, 'true', true)),
  };
  const roots = proofTree(packageExplanation(all));
  expect(decidingLeaves(roots)).toHaveLength(600);
  expect(rowsOf(roots).length).toBeLessThan(60);
});

it('a loop over 300 subkeys keeps its own answer and folds the subkeys that did not decide', () => {
  const loop: TraceNode = {
    ...regLeaf(1, 'true', true),
    of: Array.from({ length: 300 }, (_, i) => regLeaf(i, i === 7 ? 'true' : 'false', i === 7)),
  };
  const roots = proofTree(packageExplanation(loop));
  const rows = rowsOf(roots);
  expect(rows.filter(({ node }) => node.kind === 'rule')).toHaveLength(2);
  expect(decidingLeaves(roots)[0]?.node.id).toMatch(/r\.7$/);
});

it('of an answer by “otherwise” the steps before it are the proof', () => {
  const base = packageExplanation({ op: 'true', truth: 'true', decisive: true });
  const roots = proofTree(base);
  expect(decidingLeaves(roots).map(({ node }) => node.kind === 'rule' && node.trace.leaf?.wanted)).toEqual([
    'HKLM\\SOFTWARE\\Acme\\Level900 >= 5',
    'HKLM\\SOFTWARE\\Acme\\Level901 >= 5',
  ]);
});

it('of an Unknown every step that stays open belongs to the proof', () => {
  const base = packageExplanation(regLeaf(3, 'unknown', true));
  const [part] = base.parts;
  if (!part) throw new Error('no part');
  const open = { ...part.clauses[1], truth: 'unknown' as const, when: regLeaf(2, 'unknown', true) };
  const explanation = {
    ...base,
    row: { ...base.row, state: 'Unknown' as const },
    parts: [{ ...part, state: 'Unknown' as const, clauses: [part.clauses[0], open, part.clauses[2]] }],
  } as typeof base;
  expect(decidingLeaves(proofTree(explanation))).toHaveLength(2);
});
