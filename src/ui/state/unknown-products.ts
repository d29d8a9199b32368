import type { Blocker, StateRow, Update } from '../../domain/index.ts';
import type { Snapshot } from '../../tasks/engine.ts';

/** Missing facts that concern a product as a whole: its updates wait for one and the same answer. */
const wholeProduct: readonly string[] = ['product-presence', 'channel-table'] satisfies Blocker['kind'][];

const plain = (name: string) => name.replace(/\s+/g, ' ').trim();

/**
 * Tells for an update the product it is one of many of, or null. An update counts to a product only if
 * all its products are in question: where Windows is among them, each unknown is its own item.
 */
export function productsInQuestion(snapshot: Snapshot | null): (update: string) => string | null {
  const subjects = new Set(
    (snapshot?.missingFacts ?? []).flatMap((f) => (wholeProduct.includes(f.kind) ? [plain(f.subject)] : [])),
  );
  const bound = new Map<string, string>();
  for (const update of snapshot?.updates ?? []) {
    const product = productOf(update, subjects);
    if (product !== null) bound.set(update.id, product);
  }
  return (update) => bound.get(update) ?? null;
}

function productOf(update: Update, subjects: ReadonlySet<string>): string | null {
  const names = update.products.map((p) => plain(p.name));
  return names.every((name) => subjects.has(name)) ? (names[0] ?? null) : null;
}

/** Whether a row is one of those unknowns. */
export function isWholeProduct(row: StateRow): boolean {
  return (
    row.state === 'Unknown' &&
    row.blockers.length > 0 &&
    row.blockers.every((b) => wholeProduct.includes(b.kind))
  );
}
