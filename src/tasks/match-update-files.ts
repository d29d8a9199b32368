import type { BundlePlanItem } from './engine.ts';

export interface MatchedFiles {
  /** Update id -> its files, sorted by name. */
  readonly byUpdate: ReadonlyMap<string, readonly File[]>;
  /** Belong to no update of the plan. */
  readonly unmatched: readonly File[];
}

/** `windows10.0-kb5034768-x64_….msu`, `Windows6.1-KB976932-X64.exe`, `KB893803v2`. */
const kbInName = /(?:^|[^a-z0-9])kb(\d{6,7})(?!\d)/gi;

/**
 * Which attached file belongs to which update. The KB number in the file's name decides; a file whose own
 * number is not in the plan belongs to the KB its folder is named after: the catalog's download box of a
 * checkpoint update shows files that carry the number of an earlier checkpoint (bundle, section 2).
 * Where the catalog itself names an update's file, name and size have to be those (sdp, section 5).
 */
export function matchUpdateFiles(files: readonly File[], items: readonly BundlePlanItem[]): MatchedFiles {
  const byKb = new Map(items.filter((item) => item.kb !== '').map((item) => [item.kb, item.update]));
  const byName = namedFiles(items);
  const byUpdate = new Map<string, File[]>();
  const unmatched: File[] = [];
  for (const file of files) {
    const folders = file.webkitRelativePath?.split('/').slice(0, -1).reverse() ?? [];
    const update =
      byName.get(file.name.toLowerCase())?.find(({ size }) => size === null || size === file.size)?.update ??
      [file.name, ...folders].map((name) => plannedIn(name, byKb)).find((id) => id !== null);
    if (!update) unmatched.push(file);
    else byUpdate.set(update, [...(byUpdate.get(update) ?? []), file]);
  }
  for (const matched of byUpdate.values()) matched.sort(inOrder);
  return { byUpdate, unmatched: unmatched.sort(inOrder) };
}

/** Files that the catalog names, by lower-case name. */
function namedFiles(items: readonly BundlePlanItem[]) {
  const named = new Map<string, { readonly update: string; readonly size: number | null }[]>();
  for (const { update, files } of items) {
    for (const { name, size } of files ?? []) {
      const key = name.toLowerCase();
      named.set(key, [...(named.get(key) ?? []), { update, size }]);
    }
  }
  return named;
}

function plannedIn(name: string, byKb: ReadonlyMap<string, string>): string | null {
  for (const match of name.matchAll(kbInName)) {
    const update = byKb.get(`KB${match[1]}`);
    if (update !== undefined) return update;
  }
  return null;
}

function inOrder(a: File, b: File): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
