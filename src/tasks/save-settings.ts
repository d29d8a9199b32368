import type { Result, Settings } from '../domain/index.ts';
import type { Job } from './ports.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/** Stores settings; the journal names what changed. Another track of earlier Windows is another scan. */
export async function saveSettings(
  session: Session,
  ports: ScanPorts,
  settings: Settings,
  job: Job,
): Promise<Result<null>> {
  const before = new Map<string, unknown>(Object.entries(session.data.settings));
  const changed = Object.entries(settings).filter(([name, value]) => before.get(name) !== value);
  if (!changed.length) return { ok: true, value: null };
  const details = Object.fromEntries(changed.map(([name, value]) => [name, String(value)]));
  const journal = [{ act: 'settings-changed', details }] as const;
  const change = await withStates(session, ports, { settings, journal }, job);
  return session.commit(change, job.signal);
}
