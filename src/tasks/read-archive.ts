import { reject } from '../domain/index.ts';
import type { RejectionCode } from '../domain/index.ts';
import { archiveLimits, archiveMembers } from '../formats/archive/index.ts';
import type { ArchiveKind, ArchiveLimits } from '../formats/archive/index.ts';
import { FormatError, hashFile } from '../formats/index.ts';
import type { FileSource, ReadContext } from '../formats/index.ts';
import type { BatchItem, FileOrArchive } from './read-batch.ts';

/** Where a file stands among archives inside each other. */
export interface Nesting {
  readonly depth: number;
  /** Bytes that may still be unpacked of the file that all of them came in. */
  readonly budget: { left: number };
  readonly limits: ArchiveLimits;
}

export function outermost(limits: ArchiveLimits = archiveLimits): Nesting {
  return { depth: 0, budget: { left: limits.maxTotalBytes }, limits };
}

/** Cabinets that no inventory tool makes stay what they are: containers. */
const otherCabinet: ReadonlySet<RejectionCode> = new Set(['archive-not-supported', 'archive-part-missing']);

/**
 * Reads the members of an archive as if they had been brought one by one: a bad one is its own failure. An
 * archive of which no member is of use is one item: a cabinet is left aside as a container, a ZIP or gzip
 * file refused. What was read before an archive turned out to be damaged is dropped with it: nobody can
 * say what is missing.
 *
 * @param read reads a member, which may be an archive again
 */
export async function readArchive(
  file: FileSource,
  kind: ArchiveKind,
  context: ReadContext,
  nesting: Nesting,
  read: (member: FileSource, nesting: Nesting) => Promise<FileOrArchive>,
): Promise<FileOrArchive> {
  const { limits, budget, depth } = nesting;
  if (depth >= limits.maxDepth) return refused(file, 'too-deep', { maximum: limits.maxDepth });
  const members: BatchItem[] = [];
  try {
    for await (const { name, content } of archiveMembers(file, kind, context, limits, budget.left)) {
      if (context.signal?.aborted) break;
      const member = new File(content as readonly BlobPart[] as BlobPart[], `${file.name}/${name}`);
      budget.left -= member.size;
      const item = await read(member, { limits, budget, depth: depth + 1 });
      members.push(...(item.kind === 'archive' ? item.members : [item]));
    }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const { rejection } = error;
    if (kind === 'cabinet' && otherCabinet.has(rejection.code)) return await container(file);
    return { file: file.name, kind: 'rejected', error: rejection };
  }
  if (members.some(isOfUse)) return { file: file.name, kind: 'archive', members };
  if (kind === 'cabinet') return await container(file);
  const told = members.find((item) => item.kind === 'rejected' && item.error.code !== 'not-recognised');
  if (told || members.some((item) => item.kind === 'ignored')) {
    return { file: file.name, kind: 'archive', members };
  }
  return refused(file, 'archive-nothing-known', { files: members.length });
}

function isOfUse({ kind }: BatchItem): boolean {
  return kind === 'inventory' || kind === 'catalog' || kind === 'ubr-table';
}

function refused(
  file: FileSource,
  code: RejectionCode,
  details: Readonly<Record<string, string | number>>,
): BatchItem {
  return { file: file.name, kind: 'rejected', error: reject(code, file.name, '', details).error };
}

async function container(file: FileSource): Promise<BatchItem> {
  const sha256 = await hashFile(file, {});
  return { file: file.name, kind: 'ignored', format: 'cabinet', reason: 'container', sha256 };
}
