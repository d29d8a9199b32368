/** Supersedence around one update as a left-to-right drawing: older left, newer right. */
import type { Update } from '../../domain/index.ts';

export interface ChainNode {
  readonly kb: number;
  /** Steps from the update in the middle: negative is older. */
  readonly place: number;
  readonly update: Update | undefined;
}

export interface Chain {
  readonly nodes: readonly ChainNode[];
  /** From the older to the newer. */
  readonly edges: readonly (readonly [number, number])[];
  /** KBs that did not fit. */
  readonly left: number;
}

const widest = 4;
const most = 40;

/**
 * Follows `supersedes` and `supersededBy` from one update up to four steps each way. A neighbour that is
 * reached in several ways stands at its farthest place, so that arrows always point right.
 */
export function chainOf(update: Update, byKb: ReadonlyMap<number, Update>): Chain {
  if (update.kbNumber === null) return { nodes: [], edges: [], left: 0 };
  const places = new Map<number, number>([[update.kbNumber, 0]]);
  const edges = new Map<string, readonly [number, number]>();
  let left = 0;
  const walk = (from: readonly number[], place: number, older: boolean): void => {
    if (from.length === 0 || Math.abs(place) > widest) return;
    const next: number[] = [];
    for (const kb of from) {
      const here = byKb.get(kb);
      for (const other of (older ? here?.supersedes : direct(here, byKb)) ?? []) {
        const edge: readonly [number, number] = older ? [other, kb] : [kb, other];
        if (!places.has(other) && places.size >= most) {
          left += 1;
          continue;
        }
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
  walk([update.kbNumber], -1, true);
  walk([update.kbNumber], 1, false);
  const nodes = [...places].map(([kb, place]) => ({ kb, place, update: byKb.get(kb) }));
  nodes.sort((a, b) => a.place - b.place || a.kb - b.kb);
  const shown = [...edges.values()].filter(([a, b]) => (places.get(a) ?? 0) < (places.get(b) ?? 0));
  return { nodes, edges: shown, left };
}

/** Of all newer ones only those that no other newer one already supersedes: the next step, not the whole fan. */
function direct(update: Update | undefined, byKb: ReadonlyMap<number, Update>): readonly number[] {
  const newer = update?.supersededBy ?? [];
  const reached = new Set(newer.flatMap((kb) => byKb.get(kb)?.supersededBy ?? []));
  return newer.filter((kb) => !reached.has(kb));
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
