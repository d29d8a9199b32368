import { machineNames, ok, readingKey } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { StoredReading } from '../store/index.ts';
import type { BareChange } from './history.ts';
import type { Job } from './ports.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/**
 * Takes two machines for one that was renamed (INV04): every stored file of `from` gets the name of
 * `to`, and the states follow in the same transaction. A revision typed for `from` goes: it was that of
 * an earlier state. Files of the old name that come later are a machine of that name again, for a clone
 * may have it. Ids that no machine has, and twice the same one, change nothing.
 */
export async function linkMachines(
  session: Session,
  ports: ScanPorts,
  from: string,
  to: string,
  job: Job,
): Promise<Result<null>> {
  const { machines } = await ports.derive(session.data);
  const old = machines.find((machine) => machine.id === from);
  const target = machines.find((machine) => machine.id === to);
  if (!old || !target || old === target) return ok(null);
  const { undo, redo } = moved(session, from, target.name);
  const ubr = session.data.ubr[from];
  const forward: BareChange = { ...redo, ...(ubr === undefined ? {} : { ubr: { [from]: null } }) };
  const back: BareChange = { ...undo, ...(ubr === undefined ? {} : { ubr: { [from]: ubr } }) };
  const details = { from: old.name, to: target.name, files: redo.deleteReadings.length };
  const journal = [{ act: 'machines-linked', details }] as const;
  const change = await withStates(session, ports, { ...forward, journal }, job);
  const stored = await session.commit(change, job.signal);
  if (stored.ok) session.history.push({ act: 'machines-linked', count: 1, undo: back, redo: forward });
  return stored;
}

type Moved = Required<Pick<BareChange, 'putReadings' | 'deleteReadings'>>;

/** Readings of a machine under another name. The key of a nameless file changes with it. */
function moved(session: Session, from: string, name: string): { readonly undo: Moved; readonly redo: Moved } {
  const { readings } = session.data;
  const names = machineNames(readings);
  const before = readings.filter((_stored, at) => names[at]?.toLowerCase() === from);
  const after = new Map<string, StoredReading>();
  for (const stored of before) {
    const renamed = { ...stored, givenName: name };
    after.set(readingKey(renamed), renamed);
  }
  // The same nameless bytes may be there under the new name already.
  const covered = readings.filter((stored) => after.has(readingKey(stored)) && !before.includes(stored));
  return {
    redo: { deleteReadings: before.map(readingKey), putReadings: [...after.values()] },
    undo: { deleteReadings: [...after.keys()], putReadings: [...before, ...covered] },
  };
}
