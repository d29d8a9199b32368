import { ok } from '../domain/index.ts';
import type { JournalAct, Result } from '../domain/index.ts';
import type { BareChange, Step } from './history.ts';
import type { Job } from './ports.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

function store(
  session: Session,
  ports: ScanPorts,
  step: Step,
  bare: BareChange,
  act: JournalAct,
  job: Job,
): Promise<Result<null>> {
  const details = { act: step.act, count: step.count };
  const change = withStates(session, ports, { ...bare, journal: [{ act, details }] }, job);
  return change.then((whole) => session.commit(whole, job.signal));
}

/** Takes back the newest act: what it touched is exactly as before (APR02). Nothing to take back is no error. */
export async function undo(session: Session, ports: ScanPorts, job: Job): Promise<Result<null>> {
  const step = session.history.undoable;
  if (!step) return ok(null);
  const stored = await store(session, ports, step, step.undo, 'undone', job);
  if (stored.ok) session.history.wasUndone();
  return stored;
}

/** Does again what was taken back last. */
export async function redo(session: Session, ports: ScanPorts, job: Job): Promise<Result<null>> {
  const step = session.history.redoable;
  if (!step) return ok(null);
  const stored = await store(session, ports, step, step.redo, 'redone', job);
  if (stored.ok) session.history.wasRedone();
  return stored;
}
