import { blockBytes, blockOf } from './cabinet-blocks.ts';
import type { Packing } from './cabinet-blocks.ts';

export interface SetFolder {
  readonly packing: Packing;
  /** For a set as other programs make and read them only the last one goes into the next part. */
  readonly members: Readonly<Record<string, Uint8Array>>;
}

interface Piece {
  readonly folder: number;
  readonly data: Uint8Array;
  /** 0 where the block goes on in the next part. */
  readonly unpacked: number;
  /** Number of the block in its folder. */
  readonly block: number;
}

/**
 * Folders cut into a set of cabinets, blocks too: `set-1.cab`, `set-2.cab` …
 * @param room bytes of packed data in each part
 */
export function cabinetSet(folders: readonly SetFolder[], room: number): Uint8Array<ArrayBuffer>[] {
  const parts = cutParts(folders, room);
  const partOf = (folder: number, byte: number, last: boolean): number => {
    const block = Math.floor(byte / blockBytes);
    const has = (pieces: readonly Piece[]) =>
      pieces.some((piece) => piece.folder === folder && piece.block === block);
    return last ? parts.findLastIndex(has) : parts.findIndex(has);
  };
  const members = folders.flatMap(({ members: list }, folder) => {
    let end = 0;
    return Object.entries(list).map(([name, { length }]) => {
      const offset = (end += length) - length;
      const [first, last] = [partOf(folder, offset, false), partOf(folder, offset + length - 1, true)];
      return { name, offset, length, folder, first, last };
    });
  });
  return parts.map((pieces, index) => {
    const here = [...new Set(pieces.map(({ folder }) => folder))];
    const listed = members
      .filter(({ first, last }) => first <= index && index <= last)
      .map(({ folder, first, last, ...member }) => {
        const inside = here.indexOf(folder);
        const place = first === last ? inside : index === first ? 0xfffe : index === last ? 0xfffd : 0xffff;
        return { ...member, place };
      });
    const laid = here.map((folder) => ({
      type: folders[folder]?.packing.type ?? 0,
      blocks: pieces.filter((piece) => piece.folder === folder),
    }));
    return layPart(laid, listed, index, parts.length);
  });
}

function cutParts(folders: readonly SetFolder[], room: number): Piece[][] {
  const parts: Piece[][] = [[]];
  let left = room;
  const turn = (): void => {
    parts.push([]);
    left = room;
  };
  folders.forEach(({ packing, members }, folder) => {
    const whole = new Uint8Array(Buffer.concat(Object.values(members)));
    for (let at = 0; at < whole.length; at += blockBytes) {
      const plain = whole.subarray(at, at + blockBytes);
      let data = packing.pack(plain, whole.subarray(Math.max(0, at - blockBytes), at));
      const block = at / blockBytes;
      if (left === 0) turn();
      while (data.length > left) {
        parts.at(-1)?.push({ folder, data: data.subarray(0, left), unpacked: 0, block });
        data = data.subarray(left);
        turn();
      }
      parts.at(-1)?.push({ folder, data, unpacked: plain.length, block });
      left -= data.length;
    }
  });
  return parts;
}

interface Listed {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly place: number;
}

function layPart(
  folders: readonly { readonly type: number; readonly blocks: readonly Piece[] }[],
  listed: readonly Listed[],
  index: number,
  count: number,
): Uint8Array<ArrayBuffer> {
  const text = (value: string) => new TextEncoder().encode(`${value}\0`);
  const size = (list: readonly Uint8Array[]) => list.reduce((sum, { length }) => sum + length, 0);
  const neighbours = [index - 1, index + 1]
    .filter((other) => other >= 0 && other < count)
    .flatMap((other) => [text(`set-${String(other + 1)}.cab`), text(`disk ${String(other + 1)}`)]);
  const files = listed.flatMap(({ name, offset, length, place }) => {
    const fixed = new DataView(new ArrayBuffer(16));
    fixed.setUint32(0, length, true);
    fixed.setUint32(4, offset, true);
    fixed.setUint16(8, place, true);
    fixed.setUint16(14, 0x20, true);
    return [new Uint8Array(fixed.buffer), text(name)];
  });
  const blocks = folders.map((folder) => folder.blocks.map(({ data, unpacked }) => blockOf(data, unpacked)));
  const folderAt = 36 + size(neighbours);
  const filesAt = folderAt + 8 * folders.length;
  const tables = [new Uint8Array(36), ...neighbours, new Uint8Array(8 * folders.length), ...files];
  const bytes = new Uint8Array(Buffer.concat([...tables, ...blocks.flat()]));
  const view = new DataView(bytes.buffer);
  bytes.set([0x4d, 0x53, 0x43, 0x46]);
  view.setUint32(8, bytes.length, true);
  view.setUint32(16, filesAt, true);
  bytes.set([3, 1], 24);
  view.setUint16(26, folders.length, true);
  view.setUint16(28, listed.length, true);
  view.setUint16(30, (index > 0 ? 1 : 0) | (index < count - 1 ? 2 : 0), true);
  view.setUint16(32, 77, true);
  view.setUint16(34, index, true);
  let start = filesAt + size(files);
  folders.forEach(({ type }, folder) => {
    const own = blocks[folder] ?? [];
    view.setUint32(folderAt + 8 * folder, start, true);
    view.setUint16(folderAt + 8 * folder + 4, own.length, true);
    view.setUint16(folderAt + 8 * folder + 6, type, true);
    start += size(own);
  });
  return bytes;
}
