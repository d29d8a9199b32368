/** One side of the map: which item stands where, and the groups the items fall into. */

export interface AxisGroup {
  /** Shown name of the group. */
  readonly name: string;
  /** Address of the list behind it, or empty. */
  readonly href: string;
  /** First place and the place after the last one. */
  readonly from: number;
  readonly to: number;
}

export interface Axis {
  /** Index of the item at each place. */
  readonly order: Uint32Array;
  /** Name of the item at a place. */
  nameAt(place: number): string;
  idAt(place: number): string;
  readonly groups: readonly AxisGroup[];
}

export interface AxisItem {
  readonly id: string;
  readonly name: string;
  /** Group and, where groups have an order of their own, its rank. */
  readonly group: { readonly name: string; readonly href: string; readonly rank: number | string };
  /** Within a group: smaller comes first; equal ones by name. */
  readonly rank: number;
}

/** @param items in the order of the matrix */
export function axisOf(items: readonly AxisItem[]): Axis {
  const indexes = Array.from(items, (_, i) => i);
  const at = (place: number) => items[order[place] ?? -1];
  indexes.sort((a, b) => compare(items[a] as AxisItem, items[b] as AxisItem));
  const order = Uint32Array.from(indexes);
  const groups: AxisGroup[] = [];
  for (let from = 0; from < order.length;) {
    const { group } = at(from) as AxisItem;
    let to = from + 1;
    while (to < order.length && at(to)?.group.rank === group.rank) to += 1;
    groups.push({ name: group.name, href: group.href, from, to });
    from = to;
  }
  return { order, groups, nameAt: (place) => at(place)?.name ?? '', idAt: (place) => at(place)?.id ?? '' };
}

function compare(a: AxisItem, b: AxisItem): number {
  const [x, y] = [a.group.rank, b.group.rank];
  if (x !== y) return x < y ? -1 : 1;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
