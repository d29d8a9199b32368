import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadLzx } from '../../../../src/formats/cab/index.ts';
import { cabinetOf } from '../../../support/cabinet-writer.ts';
import { lzxModule } from '../../../support/kernel-module.ts';
import { lzxPacking } from '../../../support/lzx/encode.ts';
import type { LzxBlock, LzxOptions } from '../../../support/lzx/encode.ts';
import { Gathered, md5, pushCabinet } from '../../../support/read-cab.ts';
import { pick, seeded, whole } from '../../../support/seeded.ts';
import type { Random } from '../../../support/seeded.ts';
import { hasTool, scratchFolder } from '../../../support/unpack.ts';

const lzx = await loadLzx(await lzxModule());

/** Words of few letters, repeated from near and far, with calls of x86 programs between them. */
function content(random: Random, bytes: number): Uint8Array {
  const made = new Uint8Array(bytes);
  for (let at = 0; at < bytes;) {
    const length = Math.min(bytes - at, 1 + whole(random, pick(random, [3, 20, 300, 2000])));
    const back = pick(random, [1, 2, 3, 7, 9, 100, 32_768, 40_000, 70_000]);
    const kind = whole(random, 4);
    for (let each = at; each < at + length; each += 1) {
      made[each] =
        kind === 0 && each >= back
          ? (made[each - back] ?? 0)
          : kind === 1
            ? whole(random, 256)
            : 97 + whole(random, 6);
    }
    if (kind === 2 && length > 5) made.set([0xe8, whole(random, 256), whole(random, 40), 0, 0], at);
    at += length;
  }
  return made;
}

function randomBlocks(random: Random): LzxBlock[] {
  const kinds = ['verbatim', 'aligned', 'uncompressed'] as const;
  return Array.from({ length: 1 + whole(random, 12) }, () => ({
    kind: pick(random, kinds),
    bytes: 1 + whole(random, pick(random, [5, 1000, 33_000, 100_000])),
  }));
}

function cabinet(bytes: Uint8Array, options: LzxOptions): Uint8Array {
  return cabinetOf([{ packing: lzxPacking(bytes, options), members: { 'a.bin': bytes } }]);
}

const cases = Array.from({ length: 60 }, (_, seed) => {
  const random = seeded(seed);
  const bytes = content(random, 1 + whole(random, pick(random, [40, 32_768, 65_537, 200_000])));
  const windowBits = 15 + whole(random, 7);
  const callBytes = whole(random, 3) === 0 ? 1 + whole(random, 300_000) : 0;
  return { seed, bytes, options: { windowBits, callBytes, blocks: randomBlocks(random) } };
});

describe('LZX', () => {
  it.each(cases)('gives back what was packed: seed $seed', ({ bytes, options }) => {
    const gathered = new Gathered();
    pushCabinet(cabinet(bytes, options), gathered, 5000, { lzx });
    expect(gathered.md5()['a.bin']).toBe(md5(bytes));
  });

  it.skipIf(!hasTool('cabextract'))('cabextract reads the same in all of them', () => {
    const folder = scratchFolder();
    try {
      for (const { seed, bytes, options } of cases) {
        const path = join(folder.path, `${String(seed)}.cab`);
        writeFileSync(path, cabinet(bytes, options));
        expect(execFileSync('cabextract', ['-t', path], { encoding: 'utf8' })).toContain(md5(bytes));
      }
    } finally {
      folder.remove();
    }
  });
});
