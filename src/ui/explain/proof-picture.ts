/** Places of the visible nodes in the picture: left to right, children beside their parent, none overlapping. */
import { linkHorizontal } from 'd3-shape';
import type { ProofRow } from './proof-rows.ts';

export interface PlacedRow {
  readonly row: ProofRow;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ProofPicture {
  readonly nodes: readonly PlacedRow[];
  readonly edges: readonly { readonly id: string; readonly path: string; readonly decisive: boolean }[];
  readonly width: number;
  readonly height: number;
}

const gapX = 22;
const gapY = 8;
/** Questions have room for two values; what only joins them is narrow. */
const sizes = { leaf: [304, 56], joint: [132, 40], head: [240, 40] } as const;

function sizeOf({ node }: ProofRow): readonly [number, number] {
  if (node.kind !== 'rule') return sizes.head;
  return node.trace.leaf ? sizes.leaf : sizes.joint;
}

/** @param rows visible rows from top to bottom, parents before their children */
export function placeProof(rows: readonly ProofRow[]): ProofPicture {
  const columns: number[] = [];
  for (const row of rows) columns[row.level] = Math.max(columns[row.level] ?? 0, sizeOf(row)[0]);
  const left: number[] = [];
  let width = 0;
  for (let level = 1; level < columns.length; level++) {
    left[level] = width;
    width += (columns[level] ?? 0) + gapX;
  }
  const children = new Map<ProofRow | null, ProofRow[]>();
  for (const row of rows) children.set(row.parent, [...(children.get(row.parent) ?? []), row]);

  const placed = new Map<ProofRow, PlacedRow>();
  let bottom = 0;
  const place = (row: ProofRow): PlacedRow => {
    const below = (children.get(row) ?? []).map(place);
    const [own, height] = sizeOf(row);
    let y = bottom;
    const [first, last] = [below[0], below.at(-1)];
    if (first && last) y = Math.max(0, (first.y + last.y + last.height) / 2 - height / 2);
    bottom = Math.max(bottom, y + height + gapY);
    const node = { row, x: left[row.level] ?? 0, y, width: own, height };
    placed.set(row, node);
    return node;
  };
  for (const root of children.get(null) ?? []) place(root);

  const nodes = rows.flatMap((row) => placed.get(row) ?? []);
  const link = linkHorizontal();
  const edges = nodes.flatMap((to) => {
    const from = to.row.parent && placed.get(to.row.parent);
    if (!from) return [];
    const path = link({
      source: [from.x + from.width, from.y + from.height / 2],
      target: [to.x, to.y + to.height / 2],
    });
    return [{ id: to.row.node.id, path: path ?? '', decisive: to.row.node.decisive }];
  });
  return { nodes, edges, width: Math.max(0, width - gapX), height: Math.max(0, bottom - gapY) };
}

/** A text that fits into a box; the whole one is in the list and below the picture. */
export function cutText(text: string, characters: number): string {
  const letters = [...text.slice(0, characters * 4)];
  return letters.length > characters ? `${letters.slice(0, characters - 1).join('')}…` : letters.join('');
}

/** A name that fits, with its end: names of one month differ there. */
export function cutMiddle(text: string, characters: number): string {
  const letters = [...text];
  if (letters.length <= characters) return text;
  const end = Math.ceil((characters - 1) * 0.65);
  return `${letters.slice(0, characters - 1 - end).join('')}…${letters.slice(-end).join('')}`;
}
