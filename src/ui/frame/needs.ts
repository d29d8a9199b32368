import { missingGroup } from '../../domain/index.ts';
import { stepsOf } from '../state/steps-of.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Page } from './pages.ts';

/** How many things on a page wait for a person. */
export function needs(workspace: Workspace): Readonly<Record<Page, number>> {
  const s = workspace.snapshot;
  const ready = s?.next.find((step) => step.kind === 'build-bundle');
  return {
    home: stepsOf(workspace).length,
    catalogs: s?.catalogs.missingMonths.length ?? 0,
    // What rules ask and products outside Windows would drown what can be fetched at once.
    machines: s?.missingFacts.filter((fact) => missingGroup(fact.kind) === 'windows').length ?? 0,
    updates: 0,
    map: 0,
    review: workspace.undecided.length,
    bundle: ready?.updates ?? 0,
    journal: 0,
    settings: s?.next.some((step) => step.kind === 'export-workspace') ? 1 : 0,
  };
}
