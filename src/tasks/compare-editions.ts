import { canonicalJson, updatesIn } from '../domain/index.ts';
import type { CatalogDocument } from '../domain/index.ts';
import { editionEntries, severityRank } from './edition-entries.ts';
import type { EditionDifference } from './engine.ts';
import { sameScope } from './large-catalog/same-scope.ts';

/** An edition with at most this share of the updates of the one before is doubted (CAT10). */
export const doubtfulShare = 0.6;

/**
 * What changed from one edition of a document to another, by content, each list in the order of the names:
 *
 * - `added`, `gone`: in one of the two only;
 * - `revised`: anything the document says about it differs; bytes, order and dates do not count;
 * - `described`: those of the revised whose description alone changed (texts, severity, relations);
 * - `superseded`: now replaced by an update of the same edition, not before;
 * - `expired`: now withdrawn by the vendor, not before;
 * - `lowered`: now of a lower severity;
 * - `doubt`: so few are left that the newer file may be cut.
 */
export function compareEditions(older: CatalogDocument, newer: CatalogDocument): EditionDifference {
  const before = editionEntries(older);
  const after = editionEntries(newer);
  const both = [...after].flatMap(([name, now]) => {
    const then = before.get(name);
    return then === undefined ? [] : [{ name, then, now }];
  });
  const revised = both.filter(({ then, now }) => then.content !== now.content);
  const names = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
  const counts = { before: updatesIn(older), after: updatesIn(newer) };
  return {
    document: newer.id,
    added: [...after.keys()].filter((name) => !before.has(name)),
    revised: names(revised),
    gone: [...before.keys()].filter((name) => !after.has(name)),
    described: names(revised.filter(({ then, now }) => then.installed !== '' && then.installed === now.installed)),
    superseded: names(both.filter(({ then, now }) => now.superseded && !then.superseded)),
    expired: names(both.filter(({ then, now }) => now.expired && !then.expired)),
    lowered: both
      .filter(({ then, now }) => severityRank(now.severity) < severityRank(then.severity))
      .map(({ name, then, now }) => ({ update: name, before: then.severity, after: now.severity })),
    doubt: isDoubtful(counts, older, newer) ? counts : null,
  };
} // prettier-ignore

/** Two editions of other scopes hold other numbers of updates, and that is no doubt. */
function isDoubtful(
  { before, after }: { readonly before: number; readonly after: number },
  older: CatalogDocument,
  newer: CatalogDocument,
): boolean {
  const comparable = older.source !== 'mu' || newer.source !== 'mu' || sameScope(older.scope, newer.scope);
  return comparable && before > 0 && after <= before * doubtfulShare;
} // prettier-ignore

/** Whether two documents say the same, whatever file and encoding they came in. */
export function sameContent(a: CatalogDocument, b: CatalogDocument): boolean {
  if (a.source !== b.source) return false;
  const content = ({ file: _file, bytes: _bytes, sha256: _sha256, ...rest }: CatalogDocument) => {
    // What was kept of earlier editions is not said by the document.
    const { withdrawn: _withdrawn, ...said } = rest as typeof rest & { readonly withdrawn?: unknown };
    return canonicalJson(said);
  };
  return content(a) === content(b);
}
