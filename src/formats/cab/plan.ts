import type { CabinetFolder, CabinetList, CabinetMember, CabinetVisitor } from './cabinet.ts';
import { damaged, partMissing } from './refusal.ts';

/** A piece of a folder: what one cabinet of a set holds of it. */
export interface FolderPart {
  /** Number of the cabinet among those given. */
  readonly cabinet: number;
  readonly folder: CabinetFolder;
}

/** A folder of which something is wanted. */
export interface FolderJob {
  readonly folder: CabinetFolder;
  readonly parts: readonly FolderPart[];
  /** By offset, without overlaps. */
  readonly wanted: readonly CabinetMember[];
}

/**
 * Asks the visitor what it wants of one cabinet, and says which folders are to be read, by place in
 * the file.
 *
 * Throws `FormatError`: `archive-damaged` (members that lie in each other),
 * `archive-part-missing` (a wanted member begins or ends in another cabinet).
 */
export function planFolders(
  { header, members }: CabinetList,
  visitor: CabinetVisitor,
  file: string,
): readonly FolderJob[] {
  const wanted = wantedByFolder(members, visitor, file);
  // Offsets count from where the folder begins, in the cabinet before.
  const continued = members.some(({ fromPrevious }) => fromPrevious);
  return header.folders
    .filter(({ index }) => wanted.has(index))
    .map((folder) => {
      const list = wanted.get(folder.index) ?? [];
      for (const { name, toNext } of list) {
        if (continued && folder.index === 0) throw partMissing(file, name, header.previous?.cabinet ?? '');
        if (toNext) throw partMissing(file, name, header.next?.cabinet ?? '');
      }
      return { folder, parts: [{ cabinet: 0, folder }], wanted: list };
    })
    .sort((a, b) => placeOf(a.folder) - placeOf(b.folder));
}

/** A folder without data, for members without bytes, comes first. */
function placeOf({ start, blocks }: CabinetFolder): number {
  return blocks === 0 ? -1 : start;
}

/** Wanted members of each folder of which there are any, by offset. */
export function wantedByFolder(
  members: readonly CabinetMember[],
  visitor: CabinetVisitor,
  file: string,
): Map<number, CabinetMember[]> {
  const folders = new Map<number, CabinetMember[]>();
  for (const member of members) {
    const list = folders.get(member.folder);
    if (list === undefined) folders.set(member.folder, [member]);
    else list.push(member);
  }
  for (const [folder, list] of folders) {
    inOrder(list, file);
    const wanted = visitor.wants === undefined ? list : list.filter((member) => visitor.wants?.(member));
    if (wanted.length === 0) folders.delete(folder);
    else folders.set(folder, wanted);
  }
  return folders;
}

/** Members that share bytes are how small archives become endless ones. */
function inOrder(list: CabinetMember[], file: string): void {
  list.sort((a, b) => a.offset - b.offset || a.size - b.size);
  let end = 0;
  for (const { name, offset, size } of list) {
    if (offset < end) throw damaged(file, name, 'members lie in each other');
    end = offset + size;
  }
}
