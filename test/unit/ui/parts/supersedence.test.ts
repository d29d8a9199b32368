import { expect, it } from 'vitest';
import type { Update } from '../../../../src/domain/index.ts';
import { replacedUpdates } from '../../../../src/ui/state/replaced-updates.ts';
import { chainOf, layOut, shortName } from '../../../../src/ui/parts/supersedence.ts';
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
const find = (all: ReadonlyMap<number, Update>) => (id: string) =>
  [...all.values()].find((update) => update.id === id);
const chainAt = (kb: number, all: ReadonlyMap<number, Update>) => chainOf(all.get(kb) as Update, find(all));
const places = (kb: number, all: ReadonlyMap<number, Update>) =>
  chainAt(kb, all).nodes.map((n) => `${n.place}:${n.name}`);

it('a chain stands in order, with the update in the middle', () => {
  const all = catalog({ 1: [], 2: [1], 3: [2], 4: [3] });
  expect(places(2, all)).toEqual(['-1:KB1', '0:KB2', '1:KB3', '2:KB4']);
  expect(chainAt(2, all).edges.map((edge) => edge.map((id) => id.replace('msrc:KB', '')).join('>'))).toEqual(['1>2', '2>3', '3>4']); // prettier-ignore
});

it('an update that ranks above others without naming them shows them: the relation of the scan, both ways', () => {
  // As of cumulative updates with builds: none names the one before, the higher build makes it newer.
  const named = catalog({ 1: [], 2: [1], 3: [2] });
  const all = new Map([...named].map(([kb, update]) => [kb, { ...update, supersedes: [] }]));
  const relation = { older: replacedUpdates([...all.values()]) };
  const at = (kb: number) => chainOf(all.get(kb) as Update, find(all), (id) => relation.older.get(id) ?? []);
  expect(at(3).nodes.map((n) => `${n.place}:${n.name}`)).toEqual(['-2:KB1', '-1:KB2', '0:KB3']);
  expect(at(1).nodes.map((n) => n.name)).toEqual(['KB1', 'KB2', 'KB3']);
  expect(at(3).edges).toEqual(at(1).edges.toReversed());
});

it('a superseded KB that no document describes stands there without an update', () => {
  const node = chainAt(2, catalog({ 2: [1] })).nodes[0];
  expect(node).toMatchObject({ name: 'KB1', place: -1, update: undefined });
});

it('a ring of supersedence ends', () => {
  const one = { ...model, id: 'msrc:KB1', kbNumber: 1, supersedes: [2], supersededBy: [2] };
  const two = { ...model, id: 'msrc:KB2', kbNumber: 2, supersedes: [1], supersededBy: [1] };
  const all = new Map([[1, one], [2, two]]); // prettier-ignore
  expect(chainOf(one, find(all)).nodes.length).toBe(2);
});

it('more than forty neighbours are counted, not drawn', () => {
  const many = Array.from({ length: 60 }, (_, i) => 100 + i);
  const all = catalog({ 1: many });
  const chain = chainAt(1, all);
  expect(chain.nodes.length).toBe(40);
  expect(chain.left).toBe(21);
});

it('of ids that nothing has a name for a few are drawn, behind those that a catalog has', () => {
  const guid = (n: number) => `mu:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const ids = Array.from({ length: 30 }, (_, i) => guid(i));
  const known = { ...model, id: guid(29), kb: 'KB7' };
  const relations = { supersedes: ids, supersededBy: [], prerequisites: [] };
  const update = { ...model, id: guid(99), relations };
  const chain = chainOf(update, (id) => [update, known].find((one) => one.id === id));
  expect(chain.nodes).toHaveLength(1 + 1 + 8);
  expect(chain.nodes.map(({ name }) => name)).toContain('KB7');
  expect(chain.left).toBe(21);
  expect(shortName(guid(5).slice(3))).toBe('00000000…000005');
});

it('updates without a KB stand in the chain of their relations', () => {
  const relations = { supersedes: ['sdp:old'], supersededBy: [], prerequisites: [] };
  const update = { ...model, id: 'sdp:new', kb: null, kbNumber: null, label: 'sp2', relations };
  const { nodes } = chainOf(update, (id) => (id === 'sdp:new' ? update : undefined));
  expect(nodes.map(({ name, place }) => `${place}:${name}`)).toEqual(['-1:old', '0:sp2']);
});

it('no two boxes overlap, and arrows point right', () => {
  const all = catalog({ 1: [], 2: [], 3: [1, 2], 4: [3], 5: [3] });
  const chain = chainAt(3, all);
  const { nodes } = layOut(chain);
  expect(new Set(nodes.map((n) => `${n.x},${n.y}`)).size).toBe(nodes.length);
  const x = new Map(nodes.map((n) => [n.id, n.x]));
  for (const [from, to] of chain.edges) expect(x.get(from)).toBeLessThan(x.get(to) ?? 0);
});
