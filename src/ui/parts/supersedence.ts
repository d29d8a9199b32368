/** Supersedence around one update as a left-to-right drawing: older left, newer right. */
import { nameOfId, supersededIds, supersedingIds, updateName, type Update } from '../../domain/index.ts';

export interface ChainNode {
  readonly id: string;
  /** What people call it. */
  readonly name: string;
  /** Steps from the update in the middle: negative is older. */
  readonly place: number;
  readonly update: Update | undefined;
}

export interface Chain {
  readonly nodes: readonly ChainNode[];
  /** From the older to the newer. */
  readonly edges: readonly (readonly [string, string])[];
  /** Updates that did not fit. */
  readonly left: number;
}

/** KB numbers in the order of their numbers, whatever their length. */
const byName = new Intl.Collator('en', { numeric: true });

const widest = 4;
const most = 40;
/** Of ids that no imported catalog has a name for so many are drawn; a cumulative update has a hundred. */
const mostAbsent = 8;
/** Characters of a name that a node has room for. */
const roomy = 15;

/** A name as a node shows it: an id loses its middle. */
export function shortName(name: string): string {
  return name.length <= roomy ? name : `${name.slice(0, 8)}…${name.slice(-6)}`;
}

/**
 * Follows what supersedes what from one update up to four steps each way. A neighbour that is
 * reached in several ways stands at its farthest place, so that arrows always point right.
 *
 * @param olderOf ids of updates that are superseded by this one, though it does not name them
 */
export function chainOf(
  update: Update,
  find: (id: string) => Update | undefined,
  olderOf: (id: string) => readonly string[] = () => [],
): Chain {
  const places = new Map<string, number>([[update.id, 0]]);
  const edges = new Map<string, readonly [string, string]>();
  let left = 0;
  let absent = 0;
  const walk = (from: readonly string[], place: number, older: boolean): void => {
    if (from.length === 0 || Math.abs(place) > widest) return;
    const next: string[] = [];
    for (const id of from) {
      const here = find(id);
      const others = here ? (older ? directlyOlder(here, find, olderOf) : direct(here, find)) : [];
      for (const other of imported(others, find)) {
        const edge: readonly [string, string] = older ? [other, id] : [id, other];
        const isAbsent = find(other) === undefined && nameOfId(other).length > roomy;
        if (!places.has(other) && (places.size >= most || (isAbsent && absent >= mostAbsent))) {
          left += 1;
          continue;
        }
        if (!places.has(other) && isAbsent) absent += 1;
        edges.set(edge.join('>'), edge);
        const known = places.get(other);
        if (known !== undefined && Math.sign(known) !== Math.sign(place)) continue;
        if (known === undefined || Math.abs(known) < Math.abs(place)) {
          places.set(other, place);
          next.push(other);
        }
      }
    }
    walk(next, place + (older ? -1 : 1), older);
  };
  walk([update.id], -1, true);
  walk([update.id], 1, false);
  const nodes = [...places].map(([id, place]) => {
    const found = find(id);
    return { id, name: found ? updateName(found) : nameOfId(id), place, update: found };
  });
  nodes.sort((a, b) => a.place - b.place || byName.compare(a.name, b.name));
  const shown = [...edges.values()].filter(([a, b]) => (places.get(a) ?? 0) < (places.get(b) ?? 0));
  return { nodes, edges: shown, left };
}

/** Those that a catalog has come first: there is more to say of them. */
function imported(ids: readonly string[], find: (id: string) => Update | undefined): readonly string[] {
  return [...ids.filter((id) => find(id)), ...ids.filter((id) => !find(id))];
}

/** Of all newer ones only those that no other newer one already supersedes: the next step, not the whole fan. */
function direct(update: Update, find: (id: string) => Update | undefined): readonly string[] {
  const newer = supersedingIds(update);
  const reached = new Set(
    newer.flatMap((id) => {
      const found = find(id);
      return found ? supersedingIds(found) : [];
    }),
  );
  return newer.filter((id) => !reached.has(id));
}

/** What it names, and of the others those that no update between the two supersedes first. */
function directlyOlder(
  update: Update,
  find: (id: string) => Update | undefined,
  olderOf: (id: string) => readonly string[],
): readonly string[] {
  const named = supersededIds(update);
  const isNext = (id: string): boolean => {
    const found = find(id);
    return found !== undefined && direct(found, find).includes(update.id);
  };
  return [...new Set([...named, ...olderOf(update.id).filter(isNext)])];
}

export const nodeSize = { width: 148, height: 52, gapX: 56, gapY: 16 } as const;

export interface PlacedNode extends ChainNode {
  readonly x: number;
  readonly y: number;
}

/** Puts nodes of one place under one another, centred on the tallest column. */
export function layOut(chain: Chain): { nodes: readonly PlacedNode[]; width: number; height: number } {
  const columns = new Map<number, ChainNode[]>();
  for (const node of chain.nodes) columns.set(node.place, [...(columns.get(node.place) ?? []), node]);
  const places = [...columns.keys()].sort((a, b) => a - b);
  const rowStep = nodeSize.height + nodeSize.gapY;
  const tallest = Math.max(1, ...[...columns.values()].map((c) => c.length));
  const height = tallest * rowStep - nodeSize.gapY;
  const nodes = places.flatMap((place, column) => {
    const list = columns.get(place) ?? [];
    const top = (height - (list.length * rowStep - nodeSize.gapY)) / 2;
    return list.map((node, row) => ({
      ...node,
      x: column * (nodeSize.width + nodeSize.gapX),
      y: top + row * rowStep,
    }));
  });
  return { nodes, width: places.length * (nodeSize.width + nodeSize.gapX) - nodeSize.gapX, height };
}
