/** What an update needs of others: clauses of alternatives, and members of its bundle. */
export interface Needs {
  readonly id: string;
  readonly needs: readonly string[];
}

export interface NeedOrder {
  /** Ids so that everything an id needs stands before it; members of a cycle stand together. */
  readonly order: readonly string[];
  /** Members of each cycle, sorted; an id that needs itself is a cycle of one. */
  readonly cycles: readonly (readonly string[])[];
}

interface Visit {
  readonly id: string;
  readonly needs: readonly string[];
  next: number;
}

/**
 * Orders updates by what they need and finds cycles (agent error 0x8024000F; applicability rules,
 * section 6). Strongly connected components after Tarjan, without recursion: chains may be long.
 * Ids no update has are passed over.
 */
export function needOrder(updates: readonly Needs[]): NeedOrder {
  const byId = new Map(updates.map((update) => [update.id, update]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const order: string[] = [];
  const cycles: string[][] = [];

  const begin = ({ id, needs }: Needs): Visit => {
    low.set(id, index.size);
    index.set(id, index.size);
    open.push(id);
    isOpen.add(id);
    return { id, needs: needs.filter((need) => byId.has(need)), next: 0 };
  };
  const lower = (id: string, value: number) => low.set(id, Math.min(low.get(id) ?? 0, value));
  const finish = ({ id, needs }: Visit) => {
    if (low.get(id) !== index.get(id)) return;
    const members = open.splice(open.lastIndexOf(id));
    for (const member of members) isOpen.delete(member);
    order.push(...members);
    if (members.length > 1 || needs.includes(id)) cycles.push(members.sort());
  };

  for (const update of updates) {
    if (index.has(update.id)) continue;
    const path = [begin(update)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const need = visit.needs[visit.next++];
      if (need === undefined) {
        path.pop();
        finish(visit);
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent.id, low.get(visit.id) ?? 0);
      } else if (!index.has(need)) {
        const next = byId.get(need);
        if (next !== undefined) path.push(begin(next));
      } else if (isOpen.has(need)) lower(visit.id, index.get(need) ?? 0);
    }
  }
  return { order, cycles: cycles.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)) };
}
