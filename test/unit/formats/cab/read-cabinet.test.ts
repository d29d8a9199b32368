import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCabinet, readCabinet } from '../../../../src/formats/cab/index.ts';
import type { CabinetMember } from '../../../../src/formats/cab/index.ts';
import { mszip, stored } from '../../../support/cabinet-blocks.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { Gathered, gather, md5, pushCabinet } from '../../../support/read-cab.ts';
import { seeded, whole } from '../../../support/seeded.ts';
import { hasTool, scratchFolder } from '../../../support/unpack.ts';

const random = seeded(4);
/** Text of a small alphabet, so that blocks look back into the one before. */
const text = (bytes: number) => Uint8Array.from({ length: bytes }, () => 97 + whole(random, 5));

const first = { 'c\\1': text(10), 'c\\2': text(0), 'c\\3': text(100_000), 'c\\4': text(40_000) };
const second = { 'l\\en\\1': text(70_000), 'l\\en\\2': text(3) };
const folders = [
  { packing: stored, members: first },
  { packing: mszip, members: second },
  { packing: mszip, members: { 'größe.txt': text(65_536) } },
];
const expected = Object.fromEntries(
  Object.entries({ ...first, ...second, ...folders[2]?.members }).map(([name, bytes]) => [
    name.replaceAll('\\', '/'),
    md5(bytes),
  ]),
);

describe('cabinets', () => {
  const cabinet = cabinetOf(folders, { setId: 1234, signature: text(500) });

  it('gives every member, from a file and as a stream of any pieces', async () => {
    expect((await gather(cabinet)).md5()).toEqual(expected);
    for (const step of [cabinet.length, 1, 5, 4000, 32_776, 100_000]) {
      const gathered = new Gathered();
      pushCabinet(cabinet, gathered, step);
      expect(gathered.md5()).toEqual(expected);
      expect(gathered.largest).toBeLessThanOrEqual(32_768);
    }
  });

  it('lists header, folders and members without their data', async () => {
    const list = await listCabinet(new File([cabinet], 'a.cab'));
    expect(list.header).toMatchObject({
      bytes: cabinet.length - 500,
      setId: 1234,
      index: 0,
      previous: null,
      next: null,
      signature: { offset: cabinet.length - 500, bytes: 500 },
      folders: [
        { index: 0, method: 'stored', blocks: 5 },
        { index: 1, method: 'mszip', blocks: 3 },
        { index: 2, method: 'mszip', blocks: 2 },
      ],
    });
    expect(list.members.map(({ name }) => name)).toEqual(Object.keys(expected));
    expect(list.members[3]).toMatchObject({
      size: 40_000,
      folder: 0,
      offset: 100_010,
      modified: '2026-07-14T13:54:06',
    });
  });

  it('reads nothing of folders of which nothing is wanted, and stops behind the last wanted member', async () => {
    const reads: [number, number][] = [];
    const file = new File([cabinet], 'a.cab');
    const watched = {
      name: file.name,
      size: file.size,
      stream: () => file.stream(),
      arrayBuffer: () => file.arrayBuffer(),
      slice: (from: number, to: number) => {
        reads.push([from, to]);
        return file.slice(from, to);
      },
    };
    const gathered = new Gathered(({ name }) => name === 'l/en/2');
    await readCabinet(watched, gathered);
    expect([...gathered.bytes.keys()]).toEqual(['l/en/2']);
    const { header } = await listCabinet(file);
    expect(reads.slice(1)).toEqual([[header.folders[1]?.start, header.bytes]]);
    // Damage behind the last wanted member, and in other folders, is never met.
    const damaged = cabinet.slice();
    for (const folder of [header.folders[0], header.folders[2]]) {
      const at = (folder?.start ?? 0) + 20;
      damaged[at] = (damaged[at] ?? 0) ^ 1;
    }
    damaged.fill(0, header.folders[0]?.start, (header.folders[0]?.start ?? 0) + 100);
    const again = new Gathered(({ name }) => name.startsWith('l/'));
    pushCabinet(damaged, again);
    expect([...again.bytes.keys()]).toEqual(['l/en/1', 'l/en/2']);
  });

  it('tells a sink where stored bytes lie in the cabinet', () => {
    const places: number[] = [];
    const at = (bytes: Uint8Array, place: number): void => {
      places.push(place);
      if (place >= 0) expect(md5(cabinet.subarray(place, place + bytes.length))).toBe(md5(bytes));
    };
    const open = (_member: CabinetMember) => ({ write: at, end: () => undefined });
    pushCabinet(cabinet, { open });
    expect(places.filter((place) => place >= 0).length).toBe(1 + 4 + 2);
    expect(places.filter((place) => place < 0).length).toBeGreaterThan(3);
  });

  it('reads cabinets in cabinets while the outer one comes', () => {
    const inner = cabinetOf([{ packing: mszip, members: second }]);
    const outer = cabinetOf([{ packing: stored, members: { 'index.xml': text(9), 'package2.cab': inner } }]);
    const gathered = new Gathered();
    const pieces: number[] = [];
    pushCabinet(outer, {
      open: ({ name }) => {
        if (name !== 'package2.cab') return null;
        const bytes: Uint8Array[] = [];
        return {
          write: (piece) => {
            pieces.push(piece.length);
            bytes.push(piece.slice());
          },
          end: () => pushCabinet(new Uint8Array(Buffer.concat(bytes)), gathered, 777),
        };
      },
    });
    expect(pieces.length).toBeGreaterThan(0);
    expect(gathered.md5()['l/en/1']).toBe(md5(second['l\\en\\1']));
  });

  it.skipIf(!hasTool('cabextract'))('the cabinets of this test are ones that cabextract reads', () => {
    const folder = scratchFolder();
    try {
      const path = join(folder.path, 'a.cab');
      writeFileSync(path, cabinet);
      const text = execFileSync('cabextract', ['-t', path], { encoding: 'utf8' });
      const gathered = new Gathered();
      pushCabinet(cabinet, gathered);
      const sums = [...text.matchAll(/OK +([0-9a-f]{32})$/gm)].map((row) => row[1]);
      expect(sums).toEqual(Object.values(gathered.md5()));
    } finally {
      folder.remove();
    }
  });
});
