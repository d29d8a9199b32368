import type { Result } from '../domain/index.ts';
import type { Job } from './ports.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/**
 * Sets the update build revision of a machine as a person typed it, or removes it with null; the
 * machine's states follow in the same transaction. `systeminfo` does not show this number.
 */
export async function setUbr(
  session: Session,
  ports: ScanPorts,
  machine: string,
  ubr: number | null,
  job: Job,
): Promise<Result<null>> {
  const redo = { ubr: { [machine]: ubr } };
  const undo = { ubr: { [machine]: session.data.ubr[machine] ?? null } };
  const details = ubr === null ? { machine } : { machine, ubr };
  const change = await withStates(session, ports, { ...redo, journal: [{ act: 'ubr-set', details }] }, job);
  const stored = await session.commit(change, job.signal);
  if (stored.ok) session.history.push({ act: 'ubr-set', count: 1, undo, redo });
  return stored;
}
