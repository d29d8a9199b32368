import { ok, readingKey } from '../domain/index.ts';
import type { Declaration, Result } from '../domain/index.ts';
import { sha256Hex } from '../formats/hash.ts';
import { applyChange } from '../store/index.ts';
import type { Change, WorkspaceData } from '../store/index.ts';
import type { Job } from './ports.ts';
import { practiceFiles } from './practice/index.ts';
import { practiceFleet } from './practice/practice-fleet.ts';
import { withStates } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';
import { originOf } from './waiting-files.ts';

/**
 * Removes the practice site: its catalogs, machines, waiting files, typed revisions, decisions and
 * states. Its files are told by their hashes (they are always the same bytes), so what else came into
 * the workspace stays. Cannot be taken back; the journal keeps that it was there. Without practice data
 * nothing changes.
 */
export async function leavePractice(session: Session, ports: ScanPorts, job: Job): Promise<Result<null>> {
  const { data } = session;
  if (!data.practice) return ok(null);
  const hashes = await practiceHashes();
  const removed: Change = {
    deleteEditions: data.editions.filter((each) => hashes.has(each.document.sha256)).map(({ key }) => key),
    deleteReadings: data.readings.filter((each) => hashes.has(each.reading.sha256)).map(readingKey),
    deleteWaiting: data.waiting.filter((each) => hashes.has(originOf(each).fileSha256)).map(({ key }) => key),
    practice: false,
    journal: [],
  };
  const before = await ports.derive(data);
  const after = await ports.derive(applyChange(data, removed));
  const stay = new Set(after.machines.map(({ id }) => id));
  const known = new Set(after.updates.map(({ id }) => id));
  const gone = before.machines.map(({ id }) => id).filter((id) => !stay.has(id));
  const change: Change = {
    ...removed,
    ubr: Object.fromEntries(revisionsOf(data, gone, stay).map((id) => [id, null])),
    deleteAuthorizations: before.updates.flatMap(({ id }) => (known.has(id) ? [] : [id])),
    deleteDeclarations: data.declarations.filter((each) => isOf(each, stay)).map(({ id }) => id),
    states: null,
    journal: [
      {
        act: 'practice-left',
        details: { machines: gone.length, catalogs: removed.deleteEditions?.length ?? 0 },
      },
    ],
  };
  const stored = await session.commit(await withStates(session, ports, change, job), job.signal);
  // Taking an earlier act back would bring a part of the practice site with it.
  if (stored.ok) session.history.forget();
  return stored;
}

/** Said of machines that go: of all of them, or of a filter when none stays. */
function isOf({ machines }: Declaration, stay: ReadonlySet<string>): boolean {
  return machines.kind === 'chosen' ? !machines.ids.some((id) => stay.has(id)) : stay.size === 0;
}

async function practiceHashes(): Promise<ReadonlySet<string>> {
  const hash = async (file: File) => sha256Hex(new Uint8Array(await file.arrayBuffer()));
  return new Set(await Promise.all(practiceFiles().map(hash)));
}

/** Machines whose revision goes: of the practice table too, whose machine may never have had a file. */
function revisionsOf(
  data: WorkspaceData,
  gone: readonly string[],
  stay: ReadonlySet<string>,
): readonly string[] {
  const named = practiceFleet().map(({ name }) => name.toLowerCase());
  const invented = new Set([...gone, ...named]);
  return Object.keys(data.ubr).filter((id) => invented.has(id) && !stay.has(id));
}
