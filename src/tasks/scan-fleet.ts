import { countPairs, ok, readPlanes, listedIn } from '../domain/index.ts';
import type { Result, ScanSummary } from '../domain/index.ts';
import type { PreviousScan, ScanEngine, ScanRecords } from '../scan/index.ts';
import { applyChange } from '../store/index.ts';
import type { Change, JournalDraft, WorkspaceData } from '../store/index.ts';
import type { BareChange } from './history.ts';
import { currentStates } from './model.ts';
import type { DeriveModel, Model } from './model.ts';
import type { Clock, Job } from './ports.ts';
import type { Session } from './session.ts';

export interface ScanPorts {
  readonly derive: DeriveModel;
  readonly engine: ScanEngine;
}

/** What a scan may begin from. */
interface ScanBase {
  readonly previous: PreviousScan | null;
  readonly records: ScanRecords;
}

/**
 * States of every machine for every update, from one unchanging model (SCN10), with their counts.
 * Null where there is no catalog or no machine. Rejects with an AbortError when the job is stopped.
 *
 * @param base the scan before, and what it left in the store; without it everything is scanned
 */
export async function scanModel(
  model: Model,
  engine: ScanEngine,
  clock: Clock,
  job: Job,
  base?: ScanBase,
): Promise<WorkspaceData['states']> {
  const total = model.machines.length;
  if (!total || !model.catalog.updates.length) return null;
  const began = clock();
  const report = (done: number): void =>
    job.report({ phase: 'scan', done, total, unit: 'machines', item: '' });
  report(0);
  const { signal } = job;
  const options = { ...base, onMachines: report, signal };
  const { states: planes } = await engine.scan(model.catalog, model.machines, options);
  const counts = countPairs(planes);
  const at = clock();
  const summary: ScanSummary = {
    at,
    machines: readPlanes(planes).machines.length,
    updates: planes.updates.length,
    required: counts.Required,
    installed: counts.Installed,
    unknown: counts.Unknown,
    notRequired: counts.NotRequired,
    engine: engine.id,
    elapsedMs: at - began,
  };
  return { planes, summary };
}

function scanEntry(summary: ScanSummary): JournalDraft {
  const { machines, updates, required, installed, unknown, engine } = summary;
  return { act: 'scanned', details: { machines, updates, required, installed, unknown, engine } };
}

/** True for a change after which the stored states would be those of other facts or rules. */
function changesFacts(change: BareChange): boolean {
  const { putEditions, deleteEditions, putReadings, deleteReadings, ubr } = change;
  const { putDeclarations, deleteDeclarations } = change;
  const said = [putDeclarations, deleteDeclarations];
  const lists = [putEditions, deleteEditions, putReadings, deleteReadings, ...said];
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
  const before = await ports.derive(session.data);
  const whole = applyChange(session.data, change);
  const updates = whole.editions.reduce(
    (sum, { current, document }) => sum + (current ? listedIn(document) : 0),
    0,
  );
  job.report({ phase: 'compile', done: 0, total: updates, unit: 'updates', item: '' });
  const model = await ports.derive(whole);
  const previous = previousScan(session.data, before, model);
  const base = { previous, records: session.store.records };
  const states = await scanModel(model, ports.engine, session.clock, job, base);
  return { ...change, states, journal: [...change.journal, ...(states ? [scanEntry(states.summary)] : [])] };
}

/** The stored states as the beginning of a scan of `after`; null where they are not those of `before`. */
export function previousScan(data: WorkspaceData, before: Model, after: Model): PreviousScan | null {
  const states = currentStates(data, before);
  if (!states) return null;
  // Machines stay the same objects as long as nothing they are made of changes (`mergeMachines`).
  const known = new Set(before.machines);
  const changed = after.machines.filter((machine) => !known.has(machine)).map(({ id }) => id);
  return { catalog: before.catalog, states: states.planes, changed: new Set(changed) };
}

/** Scans what is stored now and stores the result; without catalog or machine every count is zero. */
export async function scanFleet(session: Session, ports: ScanPorts, job: Job): Promise<Result<ScanSummary>> {
  const model = await ports.derive(session.data);
  const previous = previousScan(session.data, model, model);
  const base = { previous: previous && { ...previous, again: true }, records: session.store.records };
  const states = await scanModel(model, ports.engine, session.clock, job, base);
  const journal = states ? [scanEntry(states.summary)] : [];
  const stored = await session.commit({ states, journal }, job.signal);
  return stored.ok ? ok(states?.summary ?? emptySummary(model, ports.engine, session.clock())) : stored;
}

/**
 * Scans where states are due that are not there: those of an earlier version of the program were removed,
 * or other rules decide now. @returns whether there are other states than before
 */
export async function scanWhereDue(session: Session, ports: ScanPorts, job: Job): Promise<Result<boolean>> {
  const model = await ports.derive(session.data);
  const due = model.updates.length > 0 && model.machines.length > 0 && !currentStates(session.data, model);
  if (!due) return ok(false);
  const scanned = await scanFleet(session, ports, job);
  return scanned.ok ? ok(true) : scanned;
}

function emptySummary(model: Model, engine: ScanEngine, at: number): ScanSummary {
  const sizes = { machines: model.machines.length, updates: model.updates.length };
  const counts = { required: 0, installed: 0, unknown: 0, notRequired: 0 };
  return { at, ...sizes, ...counts, engine: engine.id, elapsedMs: 0 };
}
