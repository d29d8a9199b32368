import type { FileSource } from '../format.ts';
import type { CabinetMember } from './cabinet.ts';
import { createCabinetReader } from './cabinet-reader.ts';
import type { CabinetOptions, CabinetReader } from './cabinet-reader.ts';

/** Bytes of a file, from the first to before the last. */
export type Run = readonly [from: number, to: number];

/** Where the stored members of a cabinet lie in its file. */
export interface MemberMap extends CabinetReader {
  /** Complete after `end`; members that are packed, or not wanted, are not in it. */
  readonly runs: ReadonlyMap<string, readonly Run[]>;
}

/**
 * Notes where stored members lie while the bytes of a cabinet pass by, for instance to be hashed; check
 * sums are compared on the way. A member lies in pieces of at most 32 KiB with the heads of blocks
 * between them; `memberFile` makes a file of them again without copying.
 *
 * Throws as `createCabinetReader`; folders that are packed are passed over.
 */
export function createMemberMap(
  options: CabinetOptions,
  wants?: (member: CabinetMember) => boolean,
): MemberMap {
  const runs = new Map<string, Run[]>();
  const isStored: boolean[] = [];
  const reader = createCabinetReader(
    {
      members: (_list, { folders }) => {
        for (const { method } of folders) isStored.push(method === 'stored');
      },
      wants: (member) => isStored[member.folder] === true && (wants?.(member) ?? true),
      open: ({ name }) => {
        const own: Run[] = [];
        return {
          write: ({ length }, at) => {
            const last = own.at(-1);
            if (last !== undefined && last[1] === at) own[own.length - 1] = [last[0], at + length];
            else own.push([at, at + length]);
          },
          end: () => runs.set(name, own),
        };
      },
    },
    options,
  );
  return { runs, push: (bytes) => reader.push(bytes), end: () => reader.end() };
}

/**
 * A stored member as a file: slices of the cabinet one behind the other, which take no memory and can be
 * handed to another worker.
 */
export function memberFile(cabinet: FileSource, name: string, runs: readonly Run[]): File {
  return new File(
    runs.map(([from, to]) => cabinet.slice(from, to)),
    name,
  );
}
