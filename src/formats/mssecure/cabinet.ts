import { cabinetLimits, readCabinet } from '../cab/index.ts';
import type { CabinetHeader, CabinetMember } from '../cab/index.ts';
import { formatError } from '../format-error.ts';
import type { FileSource, ReadContext } from '../format.ts';
import { mssecureLimits } from './limits.ts';

/**
 * The one member of an MSSecure cabinet (mssecure, section 1), whatever it is packed with.
 *
 * Throws `FormatError`: those of cabinets; `archive-not-supported` (several members, a part of a set),
 * `name-refused` (a member with a path).
 */
export async function unpackDocument(file: FileSource, context: ReadContext): Promise<File> {
  const pieces: Uint8Array[] = [];
  const members = (list: readonly CabinetMember[], header: CabinetHeader): void => {
    const refuse = (archive: string) => formatError('archive-not-supported', file.name, '', { archive });
    if (header.previous !== null || header.next !== null) throw refuse('cabinet in several parts');
    const [only, ...others] = list;
    if (only === undefined || others.length > 0) throw refuse('cabinet with several members');
    if (only.name.includes('/')) {
      throw formatError('name-refused', file.name, '', { name: only.name.slice(0, 40) });
    }
  };
  const open = () => ({ write: (piece: Uint8Array) => pieces.push(piece.slice()), end: () => undefined });
  const limits = { ...cabinetLimits, maxMemberBytes: mssecureLimits.maxFileBytes };
  await readCabinet(file, { members, open }, context, limits);
  return new File(pieces as BlobPart[], file.name);
}
