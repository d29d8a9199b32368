import { cabinetLimits, isCabinet, readCabinet } from '../cab/index.ts';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { zipMembers } from '../zip/index.ts';
import { gunzipped } from './gunzip.ts';
import type { ArchiveLimits } from './limits.ts';

export type ArchiveKind = 'zip' | 'gzip' | 'cabinet';

/** A member, unpacked. */
export interface ArchiveMember {
  /** With `/` between folders; checked: never a way out. */
  readonly name: string;
  readonly content: readonly Uint8Array[];
}

/** The archive that a file is by its first bytes, or null. */
export function archiveKind(head: Uint8Array): ArchiveKind | null {
  const [a, b, c] = head;
  if (a === 0x50 && b === 0x4b && (c === 0x03 || c === 0x05)) return 'zip';
  if (a === 0x1f && b === 0x8b) return 'gzip';
  return isCabinet(head) ? 'cabinet' : null;
}

/**
 * Members of an archive one after another, each unpacked in memory; of a cabinet all at once, because its
 * members are packed as one stream. Check sums are compared.
 *
 * @param left bytes that may still be unpacked of all archives of a file
 * Throws `FormatError`: those of the three readers.
 */
export async function* archiveMembers(
  file: FileSource,
  kind: ArchiveKind,
  context: ReadContext,
  limits: ArchiveLimits,
  left: number,
): AsyncGenerator<ArchiveMember> {
  if (file.size > limits.maxFileBytes) {
    throw formatError('file-too-large', file.name, '', { bytes: file.size, maximum: limits.maxFileBytes });
  }
  const maxTotalBytes = Math.min(limits.maxTotalBytes, left);
  if (kind === 'zip') yield* zipMembers(file, context, { ...limits, maxTotalBytes });
  else if (kind === 'gzip') {
    const content = await gunzipped(file, context, { ...limits, maxTotalBytes });
    yield { name: file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.gz$/i, ''), content };
  } else yield* await cabinetMembers(file, context, limits, maxTotalBytes);
}

async function cabinetMembers(
  file: FileSource,
  context: ReadContext,
  limits: ArchiveLimits,
  left: number,
): Promise<readonly ArchiveMember[]> {
  const members: ArchiveMember[] = [];
  await readCabinet(
    file,
    {
      open: ({ name }) => {
        const content: Uint8Array[] = [];
        return {
          write: (bytes) => void content.push(bytes.slice()),
          end: () => void members.push({ name, content }),
        };
      },
    },
    context,
    {
      ...cabinetLimits,
      maxMembers: limits.maxEntries,
      maxMemberBytes: limits.maxEntryBytes,
      maxTotalBytes: Math.min(limits.maxEntryBytes, left),
      maxRatio: limits.maxRatio,
      // A sound LZX cabinet can come to 550 (formats/cab/limits.ts); the bytes are bounded anyway.
      ratioFloor: cabinetLimits.ratioFloor,
    },
  );
  return members;
}
