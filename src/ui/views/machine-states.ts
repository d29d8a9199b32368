import { patchStates, updateName, type StateRow, type Update } from '../../domain/index.ts';
import type { App } from '../state/app.ts';
import { isWholeProduct } from '../state/unknown-products.ts';
import type { Facet } from '../state/query.ts';
import { shownBy } from '../state/shown-by.ts';
import { titleOf } from '../state/title-of.ts';
import { severityOrder } from './update-list.ts';

/** One (machine, update) pair as the machine page lists it. */
export interface PairRow {
  readonly row: StateRow;
  readonly update: Update | undefined;
  readonly name: string;
  readonly text: string;
}

/** Products whose presence is not known: one item each, however many updates they have. */
export interface UnknownProduct {
  readonly product: string;
  readonly updates: readonly StateRow[];
}

/** Splits the unknowns about absent products off, so that they do not drown the rest. */
export function splitPairs(
  rows: readonly StateRow[],
  app: App,
): { readonly pairs: readonly PairRow[]; readonly products: readonly UnknownProduct[] } {
  const products = new Map<string, StateRow[]>();
  const pairs: PairRow[] = [];
  const { words } = app.preferences;
  for (const row of rows) {
    const product = isWholeProduct(row) ? app.workspace.productInQuestion(row.update) : null;
    if (product !== null) {
      products.set(product, [...(products.get(product) ?? []), row]);
      continue;
    }
    const update = app.workspace.update(row.update);
    const name = update ? updateName(update) : row.update;
    pairs.push({ row, update, name, text: `${name} ${update ? titleOf(update, words) : ''}`.toLowerCase() });
  }
  return {
    pairs,
    products: [...products]
      .map(([product, updates]) => ({ product, updates }))
      .sort((a, b) => b.updates.length - a.updates.length || (a.product < b.product ? -1 : 1)),
  };
}

export function pairFacets(app: App): readonly Facet<PairRow>[] {
  const words = app.preferences.words;
  const w = words.machine.facets;
  return [
    {
      id: 'state',
      label: w.state,
      order: patchStates.map((s) => s.toLowerCase()),
      valuesOf: (pair) => [pair.row.state.toLowerCase()],
      show: shownBy(words.states.state),
    },
    {
      id: 'severity',
      label: w.severity,
      order: severityOrder.map((s) => s.toLowerCase()),
      valuesOf: (pair) => (pair.update ? [pair.update.severity.toLowerCase()] : []),
      show: shownBy(words.common.severities),
    },
    {
      id: 'reason',
      label: w.reason,
      valuesOf: (pair) => [pair.row.reason],
      show: shownBy(words.states.reason),
    },
    {
      id: 'grade',
      label: w.grade,
      valuesOf: (pair) => (pair.row.grade === null ? [] : [pair.row.grade]),
      show: shownBy(words.states.grade),
    },
    { id: 'mark', label: w.mark, valuesOf: (pair) => pair.row.marks, show: shownBy(words.states.mark) },
    {
      id: 'decision',
      label: w.decision,
      valuesOf: (pair) => [app.workspace.verdictOf(pair.row.update)],
      show: shownBy(words.common.verdicts),
    },
    {
      id: 'exploited',
      label: w.exploited,
      order: ['yes', 'no'],
      valuesOf: (pair) => [pair.update?.exploited ? 'yes' : 'no'],
      show: shownBy({ yes: words.common.yes, no: words.common.no }),
    },
    {
      id: 'kb',
      label: words.updates.facets.kb,
      match: 'prefix',
      valuesOf: (pair) => (pair.update?.kb ? [pair.update.kb, String(pair.update.kbNumber)] : []),
    },
    {
      id: 'cve',
      label: words.updates.facets.cve,
      match: 'prefix',
      valuesOf: (pair) => pair.update?.cves ?? [],
    },
  ];
}
