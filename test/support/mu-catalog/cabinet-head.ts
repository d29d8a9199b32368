/** Header, folders and file entries of a cabinet (MS-CAB 2.1-2.3), once all sizes are known. */
export interface HeadFolder {
  readonly blocks: number;
  /** Bytes of its data blocks. */
  readonly bytes: number;
}

export interface HeadFile {
  readonly name: string;
  readonly size: number;
  readonly folder: number;
  /** Plain bytes before it in its folder. */
  readonly offset: number;
}

export const maxFiles = 65_535;

const fixedBytes = 36;
const folderBytes = 8;

/** Bytes of the head: where the first data block begins. Names are ASCII. */
export function headBytes(folders: number, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + 16 + name.length + 1, fixedBytes + folders * folderBytes);
}

export function cabinetHead(
  compression: 'stored' | 'mszip',
  folders: readonly HeadFolder[],
  files: readonly HeadFile[],
): Buffer {
  if (files.length > maxFiles) throw new RangeError(`a cabinet has at most ${String(maxFiles)} files`);
  const head = Buffer.alloc(
    headBytes(
      folders.length,
      files.map(({ name }) => name),
    ),
  );
  head.write('MSCF', 0, 'latin1');
  head.writeUInt32LE(head.length + folders.reduce((sum, { bytes }) => sum + bytes, 0), 8);
  head.writeUInt32LE(fixedBytes + folders.length * folderBytes, 16);
  head.set([3, 1], 24);
  head.writeUInt16LE(folders.length, 26);
  head.writeUInt16LE(files.length, 28);
  let data = head.length;
  folders.forEach(({ blocks, bytes }, index) => {
    const at = fixedBytes + index * folderBytes;
    head.writeUInt32LE(data, at);
    head.writeUInt16LE(blocks, at + 4);
    head.writeUInt16LE(compression === 'mszip' ? 1 : 0, at + 6);
    data += bytes;
  });
  let at = fixedBytes + folders.length * folderBytes;
  for (const { name, size, folder, offset } of files) {
    head.writeUInt32LE(size, at);
    head.writeUInt32LE(offset, at + 4);
    head.writeUInt16LE(folder, at + 8);
    // 2026-07-14, 13:54, archive.
    head.writeUInt16LE(((2026 - 1980) << 9) | (7 << 5) | 14, at + 10);
    head.writeUInt16LE((13 << 11) | (54 << 5), at + 12);
    head.writeUInt16LE(0x20, at + 14);
    head.write(name, at + 16, 'latin1');
    at += 16 + name.length + 1;
  }
  return head;
}
