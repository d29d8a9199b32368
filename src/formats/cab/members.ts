import type { CabinetList, CabinetMember } from './cabinet.ts';
import { maxName, viewOf } from './header.ts';
import type { ReadHeader } from './header.ts';
import type { CabinetLimits } from './limits.ts';
import { NameCheck } from './member-name.ts';
import { damaged, overLimit } from './refusal.ts';

/** CFFILE without its name (MS-CAB 2.3). */
const memberBytes = 16;
const nameIsUtf8 = 0x80;
/** Members that go on in another cabinet say so in place of a folder. */
const fromPrevious = 0xfffd;
const toNext = 0xfffe;
const throughout = 0xffff;
/** Largest unpacked block. */
export const blockBytes = 32 * 1024;

/**
 * Reads the CFFILE table (MS-CAB 2.3).
 *
 * @param bytes the cabinet up to `read.tablesEnd`
 * Throws `FormatError`: `archive-damaged` (a table cut short, a folder that is not there, a member
 * that is longer than its folder), `name-refused` (ZIP01, ZIP02), `limit-exceeded`
 * (`archive-entry-bytes`).
 */
export function readMembers(
  bytes: Uint8Array,
  { header, membersAt, memberCount, tablesEnd }: ReadHeader,
  file: string,
  limits: CabinetLimits,
): CabinetList {
  const view = viewOf(bytes);
  const end = Math.min(bytes.length, tablesEnd);
  const names = new NameCheck(file);
  const members: CabinetMember[] = [];
  let at = membersAt;
  for (let index = 0; index < memberCount; index += 1) {
    const place = `byte ${String(at)}`;
    const nameAt = at + memberBytes;
    const nameEnd = nameAt < end ? bytes.indexOf(0, nameAt) : -1;
    if (nameEnd < 0 || nameEnd >= end || nameEnd - nameAt >= maxName) {
      throw damaged(file, place, 'table of members cut short');
    }
    const unicode = (view.getUint16(at + 14, true) & nameIsUtf8) !== 0;
    const name = names.read(bytes, nameAt, nameEnd, unicode);
    const size = view.getUint32(at, true);
    const folder = view.getUint16(at + 8, true);
    if (size > limits.maxMemberBytes)
      throw overLimit(file, name, 'archive-entry-bytes', limits.maxMemberBytes);
    const member = new TableMember(
      name,
      size,
      folderOf(folder, header.folders.length),
      view.getUint32(at + 4, true),
      view.getUint32(at + 10, true),
      folder === fromPrevious || folder === throughout,
      folder === toNext || folder === throughout,
    );
    const holder = header.folders[member.folder];
    if (holder === undefined) throw damaged(file, name, `no folder ${String(folder)}`);
    const whole = !member.fromPrevious && !member.toNext;
    if (whole && size > 0 && header.previous === null) {
      if (member.offset + size > holder.blocks * blockBytes)
        throw damaged(file, name, 'longer than its folder');
    }
    members.push(member);
    at = nameEnd + 1;
  }
  return { header, members };
}

/** Members from before lie in the first folder, those that go on in the last. */
function folderOf(given: number, count: number): number {
  if (given === fromPrevious || given === throughout) return 0;
  return given === toNext ? count - 1 : given;
}

/** Tens of thousands are made at once: the date becomes text only where it is asked for. */
class TableMember implements CabinetMember {
  readonly #dateTime: number;

  constructor(
    readonly name: string,
    readonly size: number,
    readonly folder: number,
    readonly offset: number,
    dateTime: number,
    readonly fromPrevious: boolean,
    readonly toNext: boolean,
  ) {
    this.#dateTime = dateTime;
  }

  /** MS-DOS: the date in the low half, the time in steps of two seconds in the high one. */
  get modified(): string | null {
    const date = this.#dateTime & 0xffff;
    const time = this.#dateTime >>> 16;
    const fields = [
      1980 + (date >> 9),
      (date >> 5) & 15,
      date & 31,
      time >> 11,
      (time >> 5) & 63,
      (time & 31) * 2,
    ];
    const [year, month, day, hour, minute, second] = fields.map((value) => String(value).padStart(2, '0'));
    const text = `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}`;
    const parsed = Date.parse(`${text}Z`);
    return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 19) !== text ? null : text;
  }
}
