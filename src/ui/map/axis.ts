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

/**
 * Groups by their ranks, items of a group by theirs and their names. Names mostly come in order already
 * (ids do): then nothing is sorted, which keeps 30,000 updates within one frame.
 * @param items in the order of the matrix
 */
export function axisOf(items: readonly AxisItem[]): Axis {
  const members = new Map<number | string, number[]>();
  items.forEach(({ group }, index) => {
    const known = members.get(group.rank);
    if (known) known.push(index);
    else members.set(group.rank, [index]);
  });
  const ranks = [...members.keys()].sort((a, b) => (a < b ? -1 : 1));
  const order = new Uint32Array(items.length);
  const groups: AxisGroup[] = [];
  let from = 0;
  for (const rank of ranks) {
    const own = members.get(rank) ?? [];
    const byItem = (a: number, b: number) => compare(items[a] as AxisItem, items[b] as AxisItem);
    if (own.some((index, i) => i > 0 && byItem(own[i - 1] as number, index) > 0)) own.sort(byItem);
    order.set(own, from);
    const { name, href } = (items[own[0] ?? 0] as AxisItem).group;
    groups.push({ name, href, from, to: from + own.length });
    from += own.length;
  }
  const at = (place: number) => items[order[place] ?? -1];
  return { order, groups, nameAt: (place) => at(place)?.name ?? '', idAt: (place) => at(place)?.id ?? '' };
}

function compare(a: AxisItem, b: AxisItem): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
