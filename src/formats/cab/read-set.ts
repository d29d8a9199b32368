import type { FileSource, ReadContext } from '../format.ts';
import type { CabinetList, CabinetMember, CabinetVisitor } from './cabinet.ts';
import { cabinetLimits } from './limits.ts';
import type { CabinetLimits } from './limits.ts';
import { NameCheck } from './member-name.ts';
import { wantedByFolder } from './plan.ts';
import type { FolderJob, FolderPart } from './plan.ts';
import { listCabinet, readFolders } from './read-cabinet.ts';
import type { OpenCabinet } from './read-cabinet.ts';
import { damaged, overLimit, partMissing } from './refusal.ts';

type Part = CabinetList & OpenCabinet;

/**
 * Reads a set of cabinets that hold one another's beginnings and ends, given in any order. The visitor
 * sees each member once; `folder` counts the folders of the whole set. The header it gets is that of
 * the first part.
 *
 * Throws `FormatError`: those of `readCabinet`; `archive-damaged` (cabinets of different sets, one part
 * twice), `archive-part-missing` with the name of the part that a wanted member needs next.
 */
export async function readCabinetSet(
  files: readonly FileSource[],
  visitor: CabinetVisitor,
  context: ReadContext = {},
  limits: CabinetLimits = cabinetLimits,
): Promise<void> {
  const parts: Part[] = [];
  for (const file of files) parts.push({ file, ...(await listCabinet(file, context, limits)) });
  parts.sort((a, b) => a.header.index - b.header.index);
  const [first] = parts;
  if (first === undefined) return;
  oneSet(parts);
  const { folders, members } = joined(parts, limits);
  visitor.members?.(members, first.header);
  const wanted = wantedByFolder(members, visitor, first.file.name);
  const jobs = folders.flatMap(({ before, parts: of, after }, index): readonly FolderJob[] => {
    const list = wanted.get(index) ?? [];
    const [begins] = list;
    const [start] = of;
    if (begins === undefined || start === undefined) return [];
    if (before !== null) throw partMissing(first.file.name, begins.name, before);
    const unfinished = list.find(({ toNext }) => toNext);
    if (unfinished !== undefined) throw partMissing(first.file.name, unfinished.name, after ?? '');
    return [{ folder: start.folder, parts: of, wanted: list }];
  });
  await readFolders(parts, jobs, visitor, context, limits);
}

function oneSet(parts: readonly Part[]): void {
  parts.reduce((before, part) => {
    if (part.header.setId !== before.header.setId)
      throw damaged(part.file.name, '', 'cabinet of another set');
    if (part.header.index === before.header.index) throw damaged(part.file.name, '', 'part given twice');
    return part;
  });
}

interface SetFolder {
  readonly parts: FolderPart[];
  /** Name of the cabinet that is missing in front of it, or behind it; null where none is. */
  readonly before: string | null;
  after: string | null;
}

/** The folders of the whole set, those that go on put together, and each member once. */
function joined(
  parts: readonly Part[],
  limits: CabinetLimits,
): { folders: SetFolder[]; members: CabinetMember[] } {
  const folders: SetFolder[] = [];
  const members: CabinetMember[] = [];
  const begun = new Map<string, number>();
  const names = new NameCheck(parts[0]?.file.name ?? '');
  parts.forEach(({ header, members: list, file }, cabinet) => {
    const follows = parts[cabinet - 1]?.header.index === header.index - 1;
    const continued = list.some(({ fromPrevious }) => fromPrevious);
    const goesOn = list.some(({ toNext }) => toNext);
    const joins = follows && continued;
    const shift = joins ? folders.length - 1 : folders.length;
    header.folders.forEach((folder) => {
      const last = folder.index === header.folders.length - 1;
      const after = last && goesOn ? (header.next?.cabinet ?? '') : null;
      const open = joins && folder.index === 0 ? folders[shift] : undefined;
      if (open !== undefined) {
        open.parts.push({ cabinet, folder });
        open.after = after;
      } else {
        const before = folder.index === 0 && continued ? (header.previous?.cabinet ?? '') : null;
        folders.push({ parts: [{ cabinet, folder }], before, after });
      }
    });
    for (const member of list) {
      const known = begun.get(member.name) ?? -1;
      const place = member.fromPrevious && members[known]?.toNext === true ? known : undefined;
      // The part between is missing: the member stays unfinished.
      if (place !== undefined && !joins) continue;
      if (place === undefined) {
        names.accept(member.name);
        if (members.length >= limits.maxMembers)
          throw overLimit(file.name, '', 'archive-members', limits.maxMembers);
      }
      // Listed again in every cabinet that holds some of it: the last one says whether it is complete.
      begun.set(member.name, place ?? members.length);
      members[place ?? members.length] = moved(member, member.folder + shift);
    }
  });
  return { folders, members };
}

function moved(member: CabinetMember, folder: number): CabinetMember {
  const { name, size, offset, modified, fromPrevious, toNext } = member;
  return { name, size, folder, offset, modified, fromPrevious, toNext };
}
