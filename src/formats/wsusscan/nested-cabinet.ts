import { createCabinetReader } from '../cab/index.ts';
import type { CabinetVisitor, Lzx, MemberSink } from '../cab/index.ts';
import { formatError } from '../format-error.ts';

/** Cabinets in each other: single update file, catalog, master list or shard (LIM01). */
const maxCabinetDepth = 4;

/** What reading a cabinet within a cabinet needs to know. */
export interface CabinetPlace {
  /** Names of the cabinets from the file inward, with `/` between them. */
  readonly file: string;
  readonly depth: number;
  readonly lzx: Lzx | null;
}

/** The cabinet in a member, as the sink of that member. Throws `FormatError` as the cabinet reader does. */
export function nestedCabinet(visitor: CabinetVisitor, member: string, outer: CabinetPlace): MemberSink {
  const { file } = insideOf(member, outer);
  const reader = createCabinetReader(visitor, { file, lzx: outer.lzx });
  return { write: (bytes) => reader.push(bytes), end: () => reader.end() };
}

/** The place of a cabinet that is a member of another. */
export function insideOf(member: string, outer: CabinetPlace): CabinetPlace {
  const file = `${outer.file}/${member}`;
  if (outer.depth + 1 > maxCabinetDepth) {
    throw formatError('limit-exceeded', outer.file, member, {
      limit: 'archive-depth',
      maximum: maxCabinetDepth,
    });
  }
  return { file, depth: outer.depth + 1, lzx: outer.lzx };
}
