import { expect, it } from 'vitest';
import { createMemberMap, memberFile } from '../../../../src/formats/cab/index.ts';
import { mszip, stored } from '../../../support/cabinet-blocks.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { gather, md5 } from '../../../support/read-cab.ts';
import { seeded, whole } from '../../../support/seeded.ts';

const random = seeded(5);
const noise = (bytes: number) => Uint8Array.from({ length: bytes }, () => whole(random, 256));

it('stored members become files of their own without being copied: cabinets in a cabinet', async () => {
  const inner = cabinetOf([{ packing: mszip, members: { 'c\\1': noise(50_000), 'c\\2': noise(70_000) } }]);
  const outer = cabinetOf([
    { packing: stored, members: { 'index.xml': noise(100), 'package2.cab': inner, empty: noise(0) } },
    { packing: mszip, members: { 'packed.txt': noise(10) } },
  ]);
  const map = createMemberMap({ file: 'outer.cab' });
  for (let at = 0; at < outer.length; at += 10_007) map.push(outer.subarray(at, at + 10_007));
  map.end();
  expect([...map.runs.keys()]).toEqual(['index.xml', 'package2.cab', 'empty']);
  const runs = map.runs.get('package2.cab') ?? [];
  expect(runs.length).toBe(4);
  const file = memberFile(new File([outer], 'outer.cab'), 'package2.cab', runs);
  const bytes = new Uint8Array(await file.arrayBuffer());
  expect(md5(bytes)).toBe(md5(inner));
  expect((await gather(bytes)).md5()).toEqual((await gather(inner)).md5());
});

it('a damaged block is found while the map is made', () => {
  const outer = cabinetOf([{ packing: stored, members: { 'package2.cab': noise(100_000) } }]);
  outer[50_000] = (outer[50_000] ?? 0) ^ 4;
  const map = createMemberMap({ file: 'outer.cab' });
  expect(() => map.push(outer)).toThrow(/archive-damaged/);
});
