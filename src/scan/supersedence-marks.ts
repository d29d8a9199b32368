import type { Update } from '../domain/index.ts';

/**
 * The Required update that replaces another Required one on the same machine, by the relations of
 * catalogs whose updates are no KBs (SDP SupersededPackages: all ancestors are listed, sdp section 2).
 *
 * @param required ids of the machine's Required updates
 * @returns id of the last of them in code unit order, or null
 */
export function replacedBy(update: Update | undefined, required: ReadonlySet<string>): string | null {
  const above = update?.relations?.supersededBy.filter((id) => required.has(id)) ?? [];
  return [...above].sort().at(-1) ?? null;
}
