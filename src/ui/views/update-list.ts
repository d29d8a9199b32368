import {
  patchStates,
  sourceOfId,
  supersededIds,
  supersedingIds,
  updateName,
  type Severity,
  type Update,
} from '../../domain/index.ts';
import type { App } from '../state/app.ts';
import type { Facet } from '../state/query.ts';
import { shownBy } from '../state/shown-by.ts';
import type { StateCounts } from '../state/state-counts.ts';
import { titleOf } from '../state/title-of.ts';

export type Standing = 'newest' | 'superseded' | 'superseding' | 'alone';

/** An update as its list row shows it. */
export interface UpdateRow {
  readonly update: Update;
  readonly counts: StateCounts | undefined;
  readonly verdict: 'authorized' | 'declined' | 'deferred' | 'open' | 'void';
  readonly waiting: boolean;
  readonly standing: Standing;
  readonly text: string;
}

/** From worst to none: sorting by severity means this order. */
export const severityOrder: readonly Severity[] = ['Critical', 'Important', 'Moderate', 'Low', 'None'];

/** Four-state supersedence: alone, superseding others, superseded, or newest of its chain. */
function standingOf(update: Update): Standing {
  if (supersedingIds(update).length > 0) return 'superseded';
  if (supersededIds(update).length > 0) return 'newest';
  return 'alone';
}

export function updateRows(app: App): readonly UpdateRow[] {
  const { words } = app.preferences;
  const waiting = new Set(app.workspace.undecided.map((u) => u.id));
  return (app.workspace.snapshot?.updates ?? []).map((update) => ({
    update,
    counts: app.workspace.countsOfUpdate(update.id),
    verdict: app.workspace.verdictOf(update.id),
    waiting: waiting.has(update.id),
    standing: standingOf(update),
    text: `${updateName(update)} ${titleOf(update, words)}`.toLowerCase(),
  }));
}

export function updateFacets(app: App): readonly Facet<UpdateRow>[] {
  const words = app.preferences.words;
  const w = words.updates.facets;
  const yes = (value: boolean) => [value ? 'yes' : 'no'];
  return [
    {
      id: 'state',
      label: w.state,
      order: patchStates.map((s) => s.toLowerCase()),
      valuesOf: (row) => patchStates.filter((s) => (row.counts?.[s] ?? 0) > 0).map((s) => s.toLowerCase()),
      show: shownBy(words.states.state),
    },
    {
      id: 'severity',
      label: w.severity,
      order: severityOrder.map((s) => s.toLowerCase()),
      valuesOf: (row) => [row.update.severity.toLowerCase()],
      show: shownBy(words.common.severities),
    },
    {
      id: 'exploited',
      label: w.exploited,
      order: ['yes', 'no'],
      valuesOf: (row) => yes(row.update.exploited),
      show: shownBy({ yes: words.common.yes, no: words.common.no }),
    },
    {
      id: 'decision',
      label: w.decision,
      valuesOf: (row) => [row.verdict],
      show: shownBy(words.common.verdicts),
    },
    {
      id: 'waiting',
      label: w.waiting,
      order: ['yes', 'no'],
      valuesOf: (row) => yes(row.waiting),
      show: shownBy({ yes: words.common.yes, no: words.common.no }),
    },
    {
      id: 'supersedence',
      label: w.supersedence,
      valuesOf: (row) => [row.standing],
      show: shownBy(words.updates.supersedence),
    },
    {
      id: 'family',
      label: w.family,
      valuesOf: (row) => [...new Set(row.update.products.map((p) => p.family ?? words.update.noFamily))],
    },
    {
      id: 'source',
      label: w.source,
      valuesOf: (row) => [sourceOfId(row.update.id)],
      show: shownBy(words.catalogs.sources),
    },
    { id: 'document', label: w.document, valuesOf: (row) => row.update.documents },
    { id: 'product', label: w.product, valuesOf: (row) => row.update.products.map((p) => p.name) },
    { id: 'type', label: w.type, valuesOf: (row) => row.update.subTypes },
    {
      id: 'restart',
      label: w.restart,
      valuesOf: (row) => [row.update.restart],
      show: shownBy(words.common.restart),
    },
    {
      id: 'kb',
      label: w.kb,
      match: 'prefix',
      valuesOf: (row) => (row.update.kb === null ? [] : [row.update.kb, String(row.update.kbNumber)]),
    },
    {
      id: 'component',
      label: w.component,
      match: 'prefix',
      // `<component> on <OS product>` (msrc-cvrf, section 3)
      valuesOf: (row) =>
        row.update.products.flatMap((p) => (/ on /i.test(p.name) ? [p.name.split(/ on /i)[0] ?? ''] : [])),
    },
    { id: 'cve', label: w.cve, match: 'prefix', valuesOf: (row) => row.update.cves },
  ];
}
