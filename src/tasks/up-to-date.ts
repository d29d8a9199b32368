import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import { expireDeclarations } from './declare.ts';
import type { Job } from './ports.ts';
import { scanWhereDue } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/** States that are due when a workspace is opened: for another program, and for a day later. @returns whether there are others */
export async function broughtUpToDate(
  session: Session,
  ports: ScanPorts,
  job: Job,
): Promise<Result<boolean>> {
  const expired = await expireDeclarations(session, ports, job);
  if (!expired.ok) return expired;
  const scanned = await scanWhereDue(session, ports, job);
  return scanned.ok ? ok(expired.value || scanned.value) : scanned;
}
