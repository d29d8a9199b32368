import { unknownGroups } from '../scan/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import type { Bundleable } from './bundle-content.ts';
import { catalogOverview } from './catalog-overview.ts';
import { voidedUpdates } from './decide.ts';
import { declarationRows } from './declaration-rows.ts';
import type { MissingFact, Snapshot } from './engine.ts';
import type { Step } from './history.ts';
import { rootRow } from './import-roots.ts';
import { missingFacts } from './missing-facts.ts';
import { missingRanges } from './missing-months.ts';
import { currentStates } from './model.ts';
import type { Model } from './model.ts';
import { nextSteps } from './next-steps.ts';
import type { StorageFacts } from './ports.ts';
import { withoutRecordedFacts } from './recorded-facts.ts';
import { remembering } from './remembering.ts';
import type { Session } from './session.ts';
import { storageState } from './storage-state.ts';
import { waitingRows } from './waiting-files.ts';

interface Missing {
  readonly facts: readonly MissingFact[];
  /** Unknown states that wait for months of the catalog, each once. */
  readonly waitingForMonths: number;
}

function missing(model: Model, states: WorkspaceData['states']): Missing {
  if (!states) return { facts: [], waitingForMonths: 0 };
  const groups = [...unknownGroups(model.catalog, model.machines, states.planes)];
  const waiting = groups.filter(({ blockers }) => blockers.some(({ kind }) => kind === 'missing-months'));
  const waitingForMonths = waiting.reduce((sum, { machines }) => sum + machines.length, 0);
  return { facts: missingFacts(groups), waitingForMonths };
}

function stepLine(step: Step | null): Snapshot['undo'] {
  return step && { label: step.act, count: step.count };
}

/** What a bundle could carry now. */
export function bundleable({ data }: Session, model: Model): Bundleable {
  return {
    states: currentStates(data, model)?.planes ?? null,
    authorizations: data.authorizations,
    voided: voidedUpdates(data.authorizations, model.updates),
  };
}

/**
 * Makes snapshots. Big parts keep their identity as long as what they are made from does, so that
 * only what changed need cross to the page.
 */
export function snapshotMaker(): (
  session: Session,
  model: Model,
  facts: StorageFacts,
  failure: string | null,
  content: string,
) => Snapshot {
  const overviewOf = remembering(catalogOverview);
  const missingOf = remembering(missing);
  const rangesOf = remembering(missingRanges);
  const listed = remembering(withoutRecordedFacts);
  const rootRows = remembering((roots: WorkspaceData['trustedRoots']) => roots.map(rootRow));
  const declarationsOf = remembering(declarationRows);
  const waitingOf = remembering(waitingRows);
  return (session, model, facts, failure, content) => {
    const { data, history } = session;
    const states = currentStates(data, model);
    const storage = storageState(session, facts, failure);
    const voided = voidedUpdates(data.authorizations, model.updates);
    const { facts: absent, waitingForMonths } = missingOf(model, states);
    const catalogs = overviewOf(data.editions, model.catalogWarnings);
    const { updates, machines } = model;
    const waiting = waitingOf(data.waiting);
    const next = nextSteps({
      waiting,
      bundled: content !== '' && session.hasBundled(content),
      updates,
      machines,
      states: states?.planes ?? null,
      authorizations: data.authorizations,
      voided,
      missingFacts: absent,
      missingMonths: { months: catalogs.missingMonths.length, states: waitingForMonths },
      lastExportAt: storage.lastExportAt,
      changesSinceExport: storage.changesSinceExport,
      now: session.clock(),
    });
    return {
      version: session.version,
      settings: data.settings,
      catalogs,
      updates,
      machines: listed(machines),
      states: states?.planes ?? null,
      scan: states?.summary ?? null,
      authorizations: data.authorizations,
      voided,
      alteredAuthorizations: session.alteredAuthorizations,
      ignored: data.ignored,
      waiting,
      next,
      undo: stepLine(history.undoable),
      redo: stepLine(history.redoable),
      storage,
      practice: data.practice,
      trustedRoots: rootRows(data.trustedRoots),
      declarations: declarationsOf(data.declarations, machines, model.declared),
      declarable: model.declared.products,
      missingFacts: absent,
      missingRanges: rangesOf(catalogs.missingMonths, absent),
      notServiced: model.notServiced,
      sameInstallation: model.sameInstallation,
      waitingReports: model.waitingReports,
    };
  };
}
