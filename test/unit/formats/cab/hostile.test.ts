import { describe, expect, it } from 'vitest';
import { cabinetLimits, listCabinet, loadLzx, readCabinet } from '../../../../src/formats/cab/index.ts';
import type { CabinetLimits } from '../../../../src/formats/cab/index.ts';
import type { Rejection } from '../../../../src/domain/index.ts';
import { FormatError } from '../../../../src/formats/index.ts';
import { mszip, stored } from '../../../support/cabinet-blocks.ts';
import type { Packing } from '../../../support/cabinet-blocks.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { lzxModule } from '../../../support/kernel-module.ts';
import { lzxPacking } from '../../../support/lzx/encode.ts';
import { Gathered, pushCabinet } from '../../../support/read-cab.ts';
import { seeded, whole } from '../../../support/seeded.ts';

const random = seeded(20);
const text = (bytes: number) => Uint8Array.from({ length: bytes }, () => 97 + whole(random, 9));
const one = (name: string, packing: Packing = stored, bytes = text(50)) =>
  cabinetOf([{ packing, members: { [name]: bytes } }]);

/** The refusal of a cabinet, which must have the same code from a file and as a stream. */
async function refusal(bytes: Uint8Array, limits: CabinetLimits = cabinetLimits): Promise<Rejection> {
  const read = readCabinet(new File([bytes as BlobPart], 'a.cab'), new Gathered(), {}, limits);
  const [fromFile, streamed] = [await read.catch((error: unknown) => error), streamedError(bytes, limits)];
  if (!(fromFile instanceof FormatError && streamed instanceof FormatError)) {
    throw new Error(`no refusal: ${String(fromFile)} ${String(streamed)}`);
  }
  expect(streamed.rejection.code).toBe(fromFile.rejection.code);
  return fromFile.rejection;
}

function streamedError(bytes: Uint8Array, limits: CabinetLimits): unknown {
  try {
    pushCabinet(bytes, new Gathered(), 999, { limits });
    return null;
  } catch (error) {
    return error;
  }
}

describe('names', () => {
  it.each([
    '..\\x',
    '../x',
    '\\abs',
    'C:\\x',
    '\\\\srv\\x',
    'a:stream',
    'CON',
    'c\\nul.txt',
    'x.',
    'x ',
    'a\\',
    'a\\\\b',
    '',
  ])('CAT23 ZIP01 %j is refused', async (name) => {
    expect((await refusal(one(name))).code).toBe('name-refused');
  });

  it.each([
    ['Eula.txt', 'EULA.TXT'],
    ['c\\1', 'c/1'],
    ['c\\1', 'C\\1'],
    ['c\\7', 'c\\７'],
    ['ﬁle', 'file'],
  ])('ZIP02 %j and %j are one name', async (a, b) => {
    const both = cabinetOf([{ packing: stored, members: { [a]: text(3), [b]: text(4) } }]);
    expect((await refusal(both)).code).toBe('name-refused');
  });

  it('ZIP02 of many numbered members two are the same', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => `l\\en\\${String(index + 1000)}`);
    const bytes = cabinetOf([
      { packing: stored, members: Object.fromEntries(names.map((name) => [name, text(1)])) },
    ]);
    expect(await listCabinet(new File([bytes], 'a.cab'))).toMatchObject({ members: { length: 1000 } });
    bytes.set(Buffer.from('1234'), Buffer.from(bytes).indexOf('l\\en\\1876') + 5);
    expect(await refusal(bytes)).toMatchObject({ code: 'name-refused', details: { name: 'l/en/1234' } });
  });

  it('names in the code page of their maker and in UTF-8', async () => {
    const utf8 = one('größe');
    expect((await listCabinet(new File([utf8], 'a.cab'))).members[0]?.name).toBe('größe');
    const ansi = one('gr~~e');
    ansi.set([0xf6, 0xdf], Buffer.from(ansi).indexOf('~~'));
    expect((await listCabinet(new File([ansi], 'a.cab'))).members[0]?.name).toBe('größe');
  });
});

describe('sizes', () => {
  const cabinet = one('a', mszip, text(100_000));

  it('CAT01 an empty file', async () => {
    expect((await refusal(new Uint8Array(0))).code).toBe('file-empty');
  });

  it('CAT03 cut in half: both sizes', async () => {
    const half = cabinet.slice(0, cabinet.length >> 1);
    const details = { expectedBytes: cabinet.length, actualBytes: half.length };
    const file = listCabinet(new File([half], 'a.cab'));
    await expect(file).rejects.toMatchObject({ rejection: { code: 'cut-off', details } });
    expect(streamedError(half, cabinetLimits)).toMatchObject({ rejection: { code: 'cut-off', details } });
  });

  it('bytes behind the end are left alone', () => {
    const gathered = new Gathered();
    pushCabinet(new Uint8Array([...cabinet, ...text(5000)]), gathered, 100);
    expect(gathered.bytes.size).toBe(1);
  });

  it.each([
    ['archive-members', { maxMembers: 2 }],
    ['archive-folders', { maxFolders: 1 }],
    ['archive-entry-bytes', { maxMemberBytes: 99_999 }],
    ['archive-total-bytes', { maxTotalBytes: 120_000 }],
    ['archive-ratio', { ratioFloor: 30_000, maxRatio: 1 }],
  ])('LIM01 LIM03 LIM05 %s', async (limit, changed) => {
    const big = cabinetOf([
      { packing: mszip, members: { a: text(100_000), b: text(100_000) } },
      { packing: mszip, members: { c: text(5) } },
    ]);
    const limits = { ...cabinetLimits, ...changed };
    const given = Object.values(changed)[limit === 'archive-ratio' ? 1 : 0];
    expect(await refusal(big, limits)).toMatchObject({
      code: 'limit-exceeded',
      details: { limit, maximum: given },
    });
  });

  it('LIM01 endless zeros are stopped by their ratio', async () => {
    const zeros = cabinetOf([{ packing: mszip, members: { a: new Uint8Array(2_000_000) } }]);
    const limits = { ...cabinetLimits, ratioFloor: 1_000_000 };
    expect(await refusal(zeros, limits)).toMatchObject({ details: { limit: 'archive-ratio' } });
  });
});

describe('what contradicts itself', () => {
  /** Places in a cabinet of one folder and two members `a`, `b`. */
  const folderAt = 36;
  const firstMember = folderAt + 8;
  const secondMember = firstMember + 18;
  const data = secondMember + 18;
  const two = () => cabinetOf([{ packing: stored, members: { a: text(100), b: text(100) } }]);
  const changed = (change: (view: DataView, bytes: Uint8Array) => void) => {
    const bytes = two();
    change(new DataView(bytes.buffer, bytes.byteOffset), bytes);
    return bytes;
  };

  it.each<[string, (view: DataView, bytes: Uint8Array) => void]>([
    ['members that lie in each other', (view) => view.setUint32(secondMember + 4, 50, true)],
    ['a member longer than its folder', (view) => view.setUint32(secondMember, 40_000, true)],
    ['a folder shorter than its members', (view) => view.setUint32(secondMember, 101, true)],
    ['a folder that is not there', (view) => view.setUint16(secondMember + 8, 1, true)],
    ['a check sum that differs', (view) => view.setUint32(data, 1, true)],
    ['a block of more than 32 KiB', (view) => view.setUint16(data + 6, 32_769, true)],
    ['a block that is too long for any method', (view) => view.setUint16(data + 4, 65_535, true)],
    [
      'a stored block of two lengths',
      (view) => view.setUint32(data, 0, true) ?? view.setUint16(data + 6, 199, true),
    ],
    ['more members than the table has', (view) => view.setUint16(28, 3, true)],
    ['a table of members in the folders', (view) => view.setUint32(16, 40, true)],
    ['data in the tables', (view) => view.setUint32(folderAt, 44, true)],
    ['data behind the end', (view) => view.setUint32(8, data + 100, true)],
    ['a folder outside the file', (view) => view.setUint32(folderAt, 0x7fffffff, true)],
    ['a version that does not exist', (_view, bytes) => bytes.set([9, 9], 24)],
  ])('%s', async (_what, change) => {
    expect(['archive-damaged', 'cut-off']).toContain((await refusal(changed(change))).code);
  });

  it('two folders in each other', async () => {
    const bytes = cabinetOf([
      { packing: stored, members: { a: text(40_000) } },
      { packing: stored, members: { b: text(100) } },
    ]);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    view.setUint32(44, view.getUint32(36, true) + 8 + 32_768, true);
    // From a file each folder is read for itself; a stream cannot go back.
    expect(streamedError(bytes, cabinetLimits)).toMatchObject({ rejection: { code: 'archive-damaged' } });
  });

  it('a check sum of zero says that there is none', () => {
    const gathered = new Gathered();
    pushCabinet(
      changed((view) => view.setUint32(data, 0, true)),
      gathered,
    );
    expect([...gathered.bytes.keys()]).toEqual(['a', 'b']);
  });

  it('a block that gives more or less than it says', async () => {
    for (const bytes of [999, 1001]) {
      const cabinet = one('a', mszip, text(1000));
      const view = new DataView(cabinet.buffer, cabinet.byteOffset);
      const at = view.getUint32(36, true);
      view.setUint32(at, 0, true);
      view.setUint16(at + 6, bytes, true);
      expect((await refusal(cabinet)).code).toBe('archive-damaged');
    }
  });

  it.each([
    [2, 'Quantum cabinet'],
    [7, 'cabinet of an unknown method'],
    [0x0e03, 'LZX:14 cabinet'],
    [0x1603, 'LZX:22 cabinet'],
  ])('method %i is not supported, by name', async (method, archive) => {
    const bytes = changed((view) => view.setUint16(folderAt + 6, method, true));
    expect(await refusal(bytes)).toMatchObject({ code: 'archive-not-supported', details: { archive } });
  });
});

describe('errors of the consumer, cancelling', () => {
  it('what a sink throws passes unchanged', () => {
    const cabinet = one('a');
    const open = () => {
      throw new TypeError('mine');
    };
    expect(() => pushCabinet(cabinet, { open })).toThrow(new TypeError('mine'));
  });

  it('a raised signal ends the reading', async () => {
    const read = readCabinet(new File([one('a')], 'a.cab'), new Gathered(), { signal: AbortSignal.abort() });
    await expect(read).rejects.toMatchObject({ rejection: { code: 'cancelled' } });
  });

  it('a decoder that saw garbage is as good as new', async () => {
    const lzx = await loadLzx(await lzxModule());
    const good = text(70_000);
    const cabinet = one('a', lzxPacking(good), good);
    for (let round = 0; round < 20; round += 1) {
      const folder = lzx.open(15 + whole(random, 7));
      for (let block = 0; block < 3; block += 1) {
        folder.unpack(
          Uint8Array.from({ length: 500 }, () => whole(random, 256)),
          32_768,
        );
      }
      folder.close();
      const gathered = new Gathered();
      pushCabinet(cabinet, gathered, 9999, { lzx });
      expect(Buffer.compare(gathered.bytes.get('a') ?? good.subarray(1), good)).toBe(0);
    }
  });
});
