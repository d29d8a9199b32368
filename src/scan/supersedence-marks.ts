import type { Update } from '../domain/index.ts';

/** What replaces a Required update on one machine. */
export interface Successors {
  /** The Required update above all others that replace this one, or null: lists hide what it replaces. */
  readonly required: string | null;
  /** One that replaces it is Installed: usually the rules and the inventory do not fit, so a person looks. */
  readonly installed: boolean;
}

/** Ids of everything that replaces an update, over any number of steps. */
export type AboveOf = (id: string) => ReadonlySet<string>;

/**
 * Follows `relations.supersededBy` of catalogs whose updates are no KBs. Lists are cumulative, but nobody relies
 * on it; an id that no catalog has breaks the chain (applicability rules, section 6, supersedence).
 */
export function replacingUpdates(updates: readonly Update[]): AboveOf {
  const byId = new Map(updates.flatMap((update) => (update.relations ? [[update.id, update] as const] : [])));
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = new Set<string>();
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const newer of byId.get(next)?.relations?.supersededBy ?? []) {
        if (found.has(newer)) continue;
        found.add(newer);
        waiting.push(newer);
      }
    }
    known.set(id, found);
    return found;
  };
}

/**
 * What replaces a Required update on a machine. Updates that replace each other replace neither: one of them
 * has to stay.
 * @param stateOf the machine's states
 */
export function successorsOf(
  id: string,
  aboveOf: AboveOf,
  stateOf: { readonly isRequired: (id: string) => boolean; readonly isInstalled: (id: string) => boolean },
): Successors {
  const above = [...aboveOf(id)].filter((other) => other !== id && !aboveOf(other).has(id));
  const required = above.filter(stateOf.isRequired);
  const inner = new Set(required);
  const top = required.filter(
    (other) => ![...aboveOf(other)].some((higher) => inner.has(higher) && !aboveOf(higher).has(other)),
  );
  return { required: top.sort().at(-1) ?? null, installed: above.some(stateOf.isInstalled) };
}
