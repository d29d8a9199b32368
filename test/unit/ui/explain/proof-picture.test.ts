import { expect, it } from 'vitest';
import { cutMiddle, cutText, placeProof } from '../../../../src/ui/explain/proof-picture.ts';
import { firstOpen, visibleRows } from '../../../../src/ui/explain/proof-rows.ts';
import { proofTree } from '../../../../src/ui/explain/proof-tree.ts';
import { nested, packageExplanation, wideOr } from '../../../support/big-explanation.ts';

const roots = proofTree(packageExplanation(nested(4, wideOr(40, 3))));
const open = new Set(firstOpen(roots));
for (const { node } of visibleRows(roots, open)) open.add(node.id);
const rows = visibleRows(roots, open);
const picture = placeProof(rows);

it('no two boxes overlap, children stand right of their parent, and every node has one line to it', () => {
  expect(picture.nodes).toHaveLength(rows.length);
  expect(picture.edges).toHaveLength(rows.length - roots.length);
  for (const a of picture.nodes) {
    expect(a.x + a.width).toBeLessThanOrEqual(picture.width);
    expect(a.y + a.height).toBeLessThanOrEqual(picture.height);
    for (const b of picture.nodes) {
      if (a === b) continue;
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.row.node.id} over ${b.row.node.id}`).toBe(true);
    }
    const parent = picture.nodes.find(({ row }) => row === a.row.parent);
    if (parent) expect(a.x).toBeGreaterThanOrEqual(parent.x + parent.width);
  }
});

it('a text that is too long ends in a sign of it, and no character is torn', () => {
  expect(cutText('abcdef', 6)).toBe('abcdef');
  expect(cutText('abcdefg', 6)).toBe('abcde…');
  expect(cutText('😀😀😀😀', 3)).toBe('😀😀…');
});

it('names of one month keep what tells them apart', () => {
  const names = ['C2R-2026-Feb-11762', 'C2R-2026-Feb-11573'].map((name) => cutMiddle(name, 15));
  expect(names).toEqual(['C2R-…-Feb-11762', 'C2R-…-Feb-11573']);
  expect(cutMiddle('KB5075904', 15)).toBe('KB5075904');
});
