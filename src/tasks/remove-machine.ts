import { machineNames, ok, readingKey } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import type { BareChange } from './history.ts';
import type { Job } from './ports.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/**
 * Removes a machine: every inventory file that makes it up, its history and the revision typed for
 * it. An id that no machine has changes nothing.
 */
export async function removeMachine(
  session: Session,
  ports: ScanPorts,
  id: string,
  job: Job,
): Promise<Result<null>> {
  const { machines } = await ports.derive(session.data);
  const machine = machines.find((candidate) => candidate.id === id);
  if (!machine) return ok(null);
  const names = machineNames(session.data.readings);
  const readings = session.data.readings.filter((_stored, at) => names[at]?.toLowerCase() === id);
  const ubr = session.data.ubr[id];
  const redo: BareChange = {
    deleteReadings: readings.map(readingKey),
    ...(ubr === undefined ? {} : { ubr: { [id]: null } }),
  };
  const undo: BareChange = { putReadings: readings, ...(ubr === undefined ? {} : { ubr: { [id]: ubr } }) };
  const details = { machine: machine.name, files: readings.length };
  const journal = [{ act: 'machine-removed', details }] as const;
  const change = await withStates(session, ports, { ...redo, journal }, job);
  const stored = await session.commit(change, job.signal);
  if (stored.ok) session.history.push({ act: 'machine-removed', count: 1, undo, redo });
  return stored;
}
