import type { PlacedPatch, Tables } from './tables.ts';

/** Which patches of the document supersede which (mssecure, R9). */
export interface Superseding {
  /** Direct ones by update id, in the order of the file; no edge of a circle. */
  readonly above: ReadonlyMap<string, readonly PlacedPatch[]>;
  /** Update ids of each circle, sorted. */
  readonly circles: readonly (readonly string[])[];
  /** Updates whose superseding patch is named but not in the document. */
  readonly missing: readonly string[];
}

/** Targets match by bulletin and patch name without case (mssecure, section 3). */
export function supersedingOf(tables: Tables): Superseding {
  const byName = new Map<string, PlacedPatch[]>();
  for (const placed of tables.patches) {
    const name = nameKey(placed.bulletin.id, placed.patch.name);
    byName.set(name, [...(byName.get(name) ?? []), placed]);
  }
  const named = new Map<string, readonly PlacedPatch[]>();
  const missing: string[] = [];
  for (const { update, patch } of tables.patches) {
    if (patch.supersededBy === '') continue;
    const targets = tables.superseders.get(patch.supersededBy)?.targets ?? [];
    const found = targets.flatMap(({ bulletin, patch: name }) => byName.get(nameKey(bulletin, name)) ?? []);
    if (found.length === 0) missing.push(update);
    else named.set(update, [...new Set(found)]);
  }
  const circleOf = circlesOf(named);
  const above = new Map<string, readonly PlacedPatch[]>();
  for (const [update, targets] of named) {
    const circle = circleOf.get(update);
    const outside = targets.filter(
      (target) =>
        target.update !== update && (circle === undefined || circleOf.get(target.update) !== circle),
    );
    if (outside.length > 0) above.set(update, outside);
  }
  return { above, circles: [...new Set(circleOf.values())], missing };
}

function nameKey(bulletin: string, name: string): string {
  return `${bulletin}/${name}`.toLowerCase();
}

interface Visit {
  readonly update: string;
  next: number;
}

/** Strongly connected members, by update id (Tarjan, without recursion: chains may be long). */
function circlesOf(
  edges: ReadonlyMap<string, readonly PlacedPatch[]>,
): ReadonlyMap<string, readonly string[]> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const circles = new Map<string, readonly string[]>();
  for (const start of edges.keys()) {
    if (order.has(start)) continue;
    const visits: Visit[] = [{ update: start, next: 0 }];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { update } = visit;
      if (visit.next === 0) {
        order.set(update, order.size);
        low.set(update, order.size - 1);
        open.push(update);
        isOpen.add(update);
      }
      const target = edges.get(update)?.[visit.next++]?.update;
      if (target !== undefined) {
        if (!order.has(target)) visits.push({ update: target, next: 0 });
        else if (isOpen.has(target)) lower(low, update, order.get(target));
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent) lower(low, parent.update, low.get(update));
      if (low.get(update) !== order.get(update)) continue;
      const members = open.splice(open.indexOf(update));
      for (const member of members) isOpen.delete(member);
      if (members.length < 2) continue;
      members.sort();
      for (const member of members) circles.set(member, members);
    }
  }
  return circles;
}

function lower(low: Map<string, number>, update: string, value: number | undefined): void {
  low.set(update, Math.min(low.get(update) ?? Infinity, value ?? Infinity));
}
