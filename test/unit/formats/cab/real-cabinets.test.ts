import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, hasData } from '../../../support/data.ts';
import { Gathered, gather, pushCabinet } from '../../../support/read-cab.ts';
import { hasTool } from '../../../support/unpack.ts';

const real = ['wu/wsusscn2-slice-2026-07.constructed.cab', 'wu/vuls-mini-cab/wsusscn2.cab'];

/** Name and md5 of each member as cabextract unpacks it. */
function judged(path: string): Record<string, string> {
  const text = execFileSync('cabextract', ['-t', path], { encoding: 'utf8' });
  const rows = [...text.matchAll(/^ {2}(.+?) +OK +([0-9a-f]{32})$/gm)];
  return Object.fromEntries(rows.map((row) => [row[1], row[2]]));
}

describe.skipIf(!hasTool('cabextract') || !hasData('wu'))('real cabinets unpack as by cabextract', () => {
  it.each(real)('%s', async (path) => {
    const file = join(dataFolder, path);
    const bytes = readFileSync(file);
    const expected = judged(file);
    expect((await gather(bytes)).md5()).toEqual(expected);
    for (const step of [bytes.length, 1, 7, 4096]) {
      const pushed = new Gathered();
      pushCabinet(bytes, pushed, step);
      expect(pushed.md5()).toEqual(expected);
    }
  });
});
