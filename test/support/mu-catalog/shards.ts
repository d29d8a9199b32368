import { maxFiles } from './cabinet-head.ts';
import { languagesOf } from './localized-fragment.ts';
import type { Edition, PlannedRevision } from './plan.ts';

/** Files of the shared folder of the first shard. */
export const sharedFiles = ['Files\\readme', 'Files\\terms'];

export interface Shard {
  readonly name: string;
  /** Smallest revision id it may hold. */
  readonly rangeStart: number;
  readonly revisions: readonly PlannedRevision[];
}

function filesOf(edition: Edition, revision: PlannedRevision): number {
  const eula = revision.kind === 'update' && revision.eula ? 1 : 0;
  return 1 + (revision.kind === 'detectoid' ? 0 : 1) + languagesOf(edition, revision).length + eula;
}

/** Shards by revision id: as many revisions each, and never more files than a cabinet can have. */
export function shardsOf(edition: Edition): readonly Shard[] {
  const { revisions, shape } = edition;
  const wanted = Math.ceil(revisions.length / shape.shards);
  const shards: Shard[] = [];
  let inside: PlannedRevision[] = [];
  let files = sharedFiles.length;
  let rangeStart = 0;
  const close = (): void => {
    shards.push({ name: `package${String(shards.length + 2)}.cab`, rangeStart, revisions: inside });
    inside = [];
    files = 0;
  };
  for (const revision of revisions) {
    const more = filesOf(edition, revision);
    if (inside.length === wanted || files + more > maxFiles) {
      close();
      rangeStart = revision.revisionId;
    }
    inside.push(revision);
    files += more;
  }
  close();
  return shards;
}

/** index.xml (wsusscn2, section 2). */
export function indexXml(shards: readonly Shard[]): string {
  const cabs = shards.map(
    ({ name, rangeStart }, at) =>
      `<CAB NAME="${name}" RANGESTART="${String(rangeStart)}"${at === 0 ? ' FILESDIR="1"' : ''}/>`,
  );
  return `<INDEX VERSION="1"><CABLIST XOR="0"><CAB NAME="package.cab"/>${cabs.join('')}</CABLIST></INDEX>`;
}
