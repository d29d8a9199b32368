import { describe, expect, it } from 'vitest';
import { cabinetLimits, createCabinetReader, loadLzx } from '../../src/formats/cab/index.ts';
import { FormatError } from '../../src/formats/index.ts';
import { mszip, stored } from '../support/cabinet-blocks.ts';
import { cabinetOf } from '../support/cabinet-writer.ts';
import { lzxModule } from '../support/kernel-module.ts';
import { lzxPacking } from '../support/lzx/encode.ts';
import { pick, seeded, whole } from '../support/seeded.ts';

const random = seeded(2026);
const lzx = await loadLzx(await lzxModule());
const words = (bytes: number) => {
  const made = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 1) {
    made[at] = at > 40 && whole(random, 3) > 0 ? (made[at - 37] ?? 0) : 97 + whole(random, 20);
  }
  return made;
};
const [first, second] = [words(3000), words(50_000)];
const folder = new Uint8Array(Buffer.concat([first, second]));
const blocks = (['verbatim', 'aligned', 'uncompressed', 'verbatim'] as const).map((kind) => ({
  kind,
  bytes: 9001,
}));
const members = { 'c\\1': first, 'l\\en\\1': second };
const cabinets = {
  stored: cabinetOf([{ packing: stored, members }]),
  mszip: cabinetOf([{ packing: mszip, members }], { signature: words(100) }),
  lzx: cabinetOf([{ packing: lzxPacking(folder, { windowBits: 16, blocks, callBytes: 60_000 }), members }]),
  mixed: cabinetOf([
    { packing: mszip, members: { a: first } },
    { packing: lzxPacking(second, { blocks }), members: { b: second } },
    { packing: stored, members: { c: words(10) } },
  ]),
};
const limits = { ...cabinetLimits, maxTotalBytes: 200_000 };

/** Reads to the end or to a refusal, and counts what came out; every other error is a bug. */
function read(bytes: Uint8Array): { readonly given: number; readonly refused: boolean } {
  let given = 0;
  const visitor = {
    open: ({ size }: { size: number }) => {
      let left = size;
      return {
        write: ({ length }: Uint8Array) => {
          left -= length;
          given += length;
          if (left < 0) throw new Error('more bytes than the member has');
        },
        end: () => {
          if (left !== 0) throw new Error('a member that is not whole');
        },
      };
    },
  };
  const reader = createCabinetReader(visitor, { file: 'a.cab', limits, lzx });
  const step = 1 + whole(random, 20_000);
  try {
    for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
    reader.end();
    return { given, refused: false };
  } catch (error) {
    if (error instanceof FormatError) return { given, refused: true };
    throw error;
  }
}

/** Without check sums, so that damage comes as far as the decoders. */
function unchecked(cabinet: Uint8Array): Uint8Array {
  const bytes = cabinet.slice();
  const view = new DataView(bytes.buffer);
  const reserve = (view.getUint16(30, true) & 4) === 0 ? 0 : 24;
  for (let index = 0; index < view.getUint16(26, true); index += 1) {
    let at = view.getUint32(36 + reserve + index * 8, true);
    for (let block = 0; block < view.getUint16(40 + reserve + index * 8, true); block += 1) {
      view.setUint32(at, 0, true);
      at += 8 + view.getUint16(at + 4, true);
    }
  }
  return bytes;
}

describe.each(Object.entries(cabinets))('a damaged cabinet, %s', (_name, cabinet) => {
  it('is sound before it is damaged', () => {
    expect(read(cabinet)).toEqual(read(unchecked(cabinet)));
    expect(read(cabinet).refused).toBe(false);
  });

  it('CAT03 cut at any of 200 places it is refused', () => {
    const end = new DataView(cabinet.buffer, cabinet.byteOffset).getUint32(8, true);
    for (let cut = 0; cut < 200; cut += 1) {
      expect(read(cabinet.subarray(0, Math.floor((end * cut) / 200))).refused).toBe(true);
    }
  });

  it('500 times flipped bits: refused, or bytes within the limits, and nothing else', () => {
    const bare = unchecked(cabinet);
    const outcomes = { refused: 0, read: 0 };
    for (let flip = 0; flip < 500; flip += 1) {
      const bytes = pick(random, [cabinet, bare]).slice();
      for (let each = 0; each <= whole(random, 3); each += 1) {
        // Half of them in the tables, which are small.
        const at = whole(random, pick(random, [100, bytes.length]));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(random, 8));
      }
      const { given, refused } = read(bytes);
      expect(given).toBeLessThanOrEqual(limits.maxTotalBytes);
      outcomes[refused ? 'refused' : 'read'] += 1;
    }
    expect(outcomes.refused).toBeGreaterThan(100);
    expect(outcomes.read).toBeGreaterThan(5);
  });
});
