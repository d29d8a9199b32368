import { expect, it } from 'vitest';
import type { Update } from '../../../../src/domain/index.ts';
import { chainOf, layOut } from '../../../../src/ui/parts/supersedence.ts';
import { fakeUpdates } from '../../../support/fake-data.ts';

const model = fakeUpdates()[0] as Update;
/** Updates from `kb: [superseded…]`; `supersededBy` holds all newer ones, as the engine gives them. */
function catalog(edges: Readonly<Record<number, readonly number[]>>): ReadonlyMap<number, Update> {
  const kbs = Object.keys(edges).map(Number);
  const above = (kb: number): number[] => {
    const direct = kbs.filter((other) => edges[other]?.includes(kb));
    return [...new Set([...direct, ...direct.flatMap(above)])];
  };
  return new Map(
    kbs.map((kb) => [
      kb,
      {
        ...model,
        id: `msrc:KB${kb}`,
        kb: `KB${kb}`,
        kbNumber: kb,
        supersedes: edges[kb] ?? [],
        supersededBy: above(kb),
      },
    ]),
  );
}
const places = (kb: number, all: ReadonlyMap<number, Update>) =>
  chainOf(all.get(kb) as Update, all).nodes.map((n) => `${n.place}:${n.kb}`);

it('a chain stands in order, with the update in the middle', () => {
  const all = catalog({ 1: [], 2: [1], 3: [2], 4: [3] });
  expect(places(2, all)).toEqual(['-1:1', '0:2', '1:3', '2:4']);
  expect(chainOf(all.get(2) as Update, all).edges).toEqual([[1, 2], [2, 3], [3, 4]]); // prettier-ignore
});

it('a superseded KB that no document describes stands there without an update', () => {
  const node = chainOf(catalog({ 2: [1] }).get(2) as Update, catalog({ 2: [1] })).nodes[0];
  expect(node).toMatchObject({ kb: 1, place: -1, update: undefined });
});

it('a ring of supersedence ends', () => {
  const one = { ...model, id: 'a', kbNumber: 1, supersedes: [2], supersededBy: [2] };
  const two = { ...model, id: 'b', kbNumber: 2, supersedes: [1], supersededBy: [1] };
  const all = new Map([[1, one], [2, two]]); // prettier-ignore
  expect(chainOf(one, all).nodes.length).toBe(2);
});

it('more than forty neighbours are counted, not drawn', () => {
  const many = Array.from({ length: 60 }, (_, i) => 100 + i);
  const all = catalog({ 1: many });
  const chain = chainOf(all.get(1) as Update, all);
  expect(chain.nodes.length).toBe(40);
  expect(chain.left).toBe(21);
});

it('an update without a KB stands in no chain', () => {
  expect(chainOf({ ...model, kbNumber: null }, new Map()).nodes).toEqual([]);
});

it('no two boxes overlap, and arrows point right', () => {
  const all = catalog({ 1: [], 2: [], 3: [1, 2], 4: [3], 5: [3] });
  const chain = chainOf(all.get(3) as Update, all);
  const { nodes } = layOut(chain);
  expect(new Set(nodes.map((n) => `${n.x},${n.y}`)).size).toBe(nodes.length);
  const x = new Map(nodes.map((n) => [n.kb, n.x]));
  for (const [from, to] of chain.edges) expect(x.get(from)).toBeLessThan(x.get(to) ?? 0);
});
