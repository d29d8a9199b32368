import { ok, patchStates } from '../domain/index.ts';
import type { PatchState, Result, ScanSummary, StateMatrix } from '../domain/index.ts';
import type { ScanEngine } from '../scan/index.ts';
import { applyChange } from '../store/index.ts';
import type { Change, JournalDraft, WorkspaceData } from '../store/index.ts';
import type { BareChange } from './history.ts';
import type { DeriveModel, Model } from './model.ts';
import type { Clock, Job } from './ports.ts';
import type { Session } from './session.ts';

export interface ScanPorts {
  readonly derive: DeriveModel;
  readonly engine: ScanEngine;
}

function countStates(matrix: StateMatrix): Record<PatchState, number> {
  const counts = new Uint32Array(patchStates.length);
  for (const code of matrix.codes) counts[code] = (counts[code] ?? 0) + 1;
  const [Required = 0, Installed = 0, Unknown = 0, NotRequired = 0] = counts;
  return { Required, Installed, Unknown, NotRequired };
}

/**
 * States of every machine for every update, from one unchanging model (SCN10), with their counts.
 * Null where there is no catalog or no machine. Rejects with an AbortError when the job is stopped.
 */
export async function scanModel(
  model: Model,
  engine: ScanEngine,
  clock: Clock,
  job: Job,
): Promise<WorkspaceData['states']> {
  const total = model.machines.length;
  if (!total || !model.catalog.updates.length) return null;
  const began = clock();
  const report = (done: number): void =>
    job.report({ phase: 'scan', done, total, unit: 'machines', item: '' });
  report(0);
  const matrix = await engine.scan(model.catalog, model.machines, report, job.signal);
  const counts = countStates(matrix);
  const at = clock();
  const summary: ScanSummary = {
    at,
    machines: matrix.machines.length,
    updates: matrix.updates.length,
    required: counts.Required,
    installed: counts.Installed,
    unknown: counts.Unknown,
    notRequired: counts.NotRequired,
    engine: engine.id,
    elapsedMs: at - began,
  };
  return { matrix, summary };
}

function scanEntry(summary: ScanSummary): JournalDraft {
  const { machines, updates, required, installed, unknown, engine } = summary;
  return { act: 'scanned', details: { machines, updates, required, installed, unknown, engine } };
}

/** True for a change after which the stored states would be those of other facts or rules. */
function changesFacts(change: BareChange): boolean {
  const { putEditions, deleteEditions, putReadings, deleteReadings, ubr } = change;
  const lists = [putEditions, deleteEditions, putReadings, deleteReadings];
  return lists.some((list) => list && list.length > 0) || (ubr !== undefined && Object.keys(ubr).length > 0);
}

/**
 * The same change with the states that follow from it, so that facts and states are stored together
 * or not at all. A change that touches no facts comes back as it is.
 */
export async function withStates(
  session: Session,
  ports: ScanPorts,
  change: Change,
  job: Job,
): Promise<Change> {
  if (!changesFacts(change)) return change;
  const model = await ports.derive(applyChange(session.data, change));
  const states = await scanModel(model, ports.engine, session.clock, job);
  return { ...change, states, journal: [...change.journal, ...(states ? [scanEntry(states.summary)] : [])] };
}

/** Scans what is stored now and stores the result; without catalog or machine every count is zero. */
export async function scanFleet(session: Session, ports: ScanPorts, job: Job): Promise<Result<ScanSummary>> {
  const model = await ports.derive(session.data);
  const states = await scanModel(model, ports.engine, session.clock, job);
  const journal = states ? [scanEntry(states.summary)] : [];
  const stored = await session.commit({ states, journal }, job.signal);
  return stored.ok ? ok(states?.summary ?? emptySummary(model, ports.engine, session.clock())) : stored;
}

function emptySummary(model: Model, engine: ScanEngine, at: number): ScanSummary {
  const sizes = { machines: model.machines.length, updates: model.updates.length };
  const counts = { required: 0, installed: 0, unknown: 0, notRequired: 0 };
  return { at, ...sizes, ...counts, engine: engine.id, elapsedMs: 0 };
}
