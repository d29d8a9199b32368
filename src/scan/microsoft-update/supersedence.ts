import { muUpdateId } from '../../domain/index.ts';
import type { CurrentRevision } from './revisions.ts';

export interface MuSupersedence {
  /** The id with its source; one text an id, however often it is named. */
  nameOf(updateId: string): string;
  /** Ids a revision replaces, as `mu:` ids; those the edition lacks stay in the list. */
  supersedes(updateId: string): readonly string[];
  /** Ids of the edition that replace it, sorted. */
  supersededBy(updateId: string): readonly string[];
}

/**
 * The forward lists of the core fragments and the reverse list of the master list, united: they say the same
 * (wsusscn2, section 3), and where a core fragment cannot be read the reverse list is left.
 */
export function muSupersedence(byId: ReadonlyMap<string, CurrentRevision>): MuSupersedence {
  const names = new Map<string, string>();
  // 290,000 references name 14,000 updates.
  const name = (id: string): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const made = muUpdateId(id);
    names.set(id, made);
    return made;
  };
  const above = new Map<string, Set<string>>();
  const add = (older: string, newer: string): void => {
    if (older === newer || !byId.has(newer) || !byId.has(older)) return;
    const known = above.get(older);
    if (known === undefined) above.set(older, new Set([newer]));
    else known.add(newer);
  };
  for (const [id, { revision }] of byId) {
    for (const older of revision.supersedes) add(older, id);
    for (const newer of revision.supersededBy) add(id, newer);
  }
  return {
    nameOf: name,
    supersedes: (id) =>
      [...new Set(byId.get(id)?.revision.supersedes ?? [])].filter((other) => other !== id).map(name),
    supersededBy: (id) => [...(above.get(id) ?? [])].sort().map(name),
  };
}
