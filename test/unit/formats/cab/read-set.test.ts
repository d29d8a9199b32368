import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLzx, readCabinetSet } from '../../../../src/formats/cab/index.ts';
import { mszip, stored } from '../../../support/cabinet-blocks.ts';
import type { Packing } from '../../../support/cabinet-blocks.ts';
import { cabinetSet } from '../../../support/cabinet-set.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { lzxModule } from '../../../support/kernel-module.ts';
import { lzxPacking } from '../../../support/lzx/encode.ts';
import { Gathered, md5, pushCabinet } from '../../../support/read-cab.ts';
import { seeded, whole } from '../../../support/seeded.ts';
import { hasTool, scratchFolder } from '../../../support/unpack.ts';

const random = seeded(9);
const noise = (bytes: number) => Uint8Array.from({ length: bytes }, () => whole(random, 200));
const groups = [
  { 'a.bin': noise(20_000), 'b.bin': noise(150_000) },
  { 'c.bin': noise(50), 'd.bin': noise(90_000) },
];
const members = Object.assign({}, ...groups) as Record<string, Uint8Array>;
const expected = Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, md5(bytes)]));
const lzx = await loadLzx(await lzxModule());
const context = { lzx: () => Promise.resolve(lzx) };
const bytesOf = (group: Record<string, Uint8Array>) => new Uint8Array(Buffer.concat(Object.values(group)));
const folders = (packing: (folder: Uint8Array) => Packing) =>
  groups.map((group) => ({ packing: packing(bytesOf(group)), members: group }));
const sets = [
  [
    'stored',
    cabinetSet(
      folders(() => stored),
      50_000,
    ),
  ],
  [
    'stored, blocks over three parts',
    cabinetSet(
      folders(() => stored),
      15_000,
    ),
  ],
  [
    'stored, blocks that end with the part',
    cabinetSet(
      folders(() => stored),
      65_536,
    ),
  ],
  [
    'mszip',
    cabinetSet(
      folders(() => mszip),
      45_000,
    ),
  ],
  [
    'lzx',
    cabinetSet(
      folders((folder) => lzxPacking(folder)),
      45_000,
    ),
  ],
] as const;
const filesOf = (set: readonly Uint8Array[]) =>
  set.map((bytes, index) => new File([bytes as BlobPart], `set-${String(index + 1)}.cab`));

describe('sets of cabinets', () => {
  it.each(sets)('%s: every member, in any order of the parts', async (_method, set) => {
    expect(set.length).toBeGreaterThan(2);
    for (const files of [filesOf(set), filesOf(set).reverse()]) {
      const gathered = new Gathered();
      await readCabinetSet(files, gathered, context);
      expect(gathered.md5()).toEqual(expected);
    }
  });

  // It takes for granted that the last block of a part goes on in the next one.
  const judged = sets.filter(([method]) => !method.endsWith('end with the part'));
  it.skipIf(!hasTool('cabextract')).each(judged)('%s: cabextract reads the same', (_method, set) => {
    const scratch = scratchFolder();
    try {
      set.forEach((bytes, index) => writeFileSync(join(scratch.path, `set-${String(index + 1)}.cab`), bytes));
      const text = execFileSync('cabextract', ['-t', join(scratch.path, 'set-1.cab')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      expect([...text.matchAll(/OK +([0-9a-f]{32})$/gm)].map((row) => row[1])).toEqual(
        Object.values(expected),
      );
    } finally {
      scratch.remove();
    }
  });

  it('a missing part is named; members that do not need it can be had', async () => {
    const [, set] = sets[0];
    for (const missing of set.keys()) {
      const files = filesOf(set).filter((_, index) => index !== missing);
      await expect(readCabinetSet(files, new Gathered(), context)).rejects.toMatchObject({
        rejection: { code: 'archive-part-missing', details: { part: `set-${String(missing + 1)}.cab` } },
      });
    }
    const gathered = new Gathered(({ name }) => name === 'a.bin');
    await readCabinetSet(filesOf(set).slice(0, 1), gathered, context);
    expect(gathered.md5()).toEqual({ 'a.bin': expected['a.bin'] });
  });

  it('one part alone, as a stream: what it lacks is named', () => {
    const read = (part: Uint8Array | undefined, name: string) => () =>
      pushCabinet(part ?? new Uint8Array(0), new Gathered((member) => member.name === name));
    const missing = (part: string) =>
      expect.objectContaining({ rejection: expect.objectContaining({ details: { part } }) as unknown });
    const [, set] = sets[0];
    expect(read(set[0], 'b.bin')).toThrow(missing('set-2.cab'));
    expect(read(set[1], 'b.bin')).toThrow(missing('set-1.cab'));
    // It lies whole in the last part, but in a folder whose offsets count from the first one.
    const one = cabinetSet([{ packing: stored, members }], 100_000);
    expect(one.length).toBe(3);
    expect(read(one[1], 'c.bin')).toThrow(missing('set-1.cab'));
  });

  it('members behind one that goes on, in the same folder, are found too', async () => {
    const gathered = new Gathered();
    await readCabinetSet(filesOf(cabinetSet([{ packing: stored, members }], 100_000)), gathered, context);
    expect(gathered.md5()).toEqual(expected);
  });

  it('refuses cabinets of different sets, and one part twice', async () => {
    const [first, ...rest] = filesOf(sets[0][1]);
    const other = new File([cabinetOf([{ packing: stored, members: { x: noise(5) } }])], 'other.cab');
    for (const files of [
      [first, other],
      [first, first, ...rest],
    ]) {
      const given = files.filter((file) => file !== undefined);
      await expect(readCabinetSet(given, new Gathered(), context)).rejects.toMatchObject({
        rejection: { code: 'archive-damaged' },
      });
    }
  });
});
