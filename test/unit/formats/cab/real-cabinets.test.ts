import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listCabinet, loadLzx, readCabinetSet } from '../../../../src/formats/cab/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { lzxModule } from '../../../support/kernel-module.ts';
import { Gathered, gather, pushCabinet } from '../../../support/read-cab.ts';
import { hasTool } from '../../../support/unpack.ts';

const containers = 'inventory/cab-container';
const real = [
  'wu/wsusscn2-slice-2026-07.constructed.cab',
  'wu/vuls-mini-cab/wsusscn2.cab',
  `${containers}/mixed.cab`,
  `${containers}/large-files-cab.cab`,
];
const lzx = await loadLzx(await lzxModule());
const context = { lzx: () => Promise.resolve(lzx) };

/** Name and md5 of each member as cabextract unpacks it. */
function judged(path: string): Record<string, string> {
  const text = execFileSync('cabextract', ['-t', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const rows = [...text.matchAll(/^ {2}(.+?) +OK +([0-9a-f]{32})$/gm)];
  return Object.fromEntries(rows.map((row) => [row[1], row[2]]));
}

const ready = hasTool('cabextract') && hasData('wu') && hasData(containers);

describe.skipIf(!ready)('real cabinets unpack as by cabextract', () => {
  it.each(real)('%s', async (path) => {
    const file = join(dataFolder, path);
    const bytes = readFileSync(file);
    const { 'qtm.txt': quantum, ...expected } = judged(file);
    const wants = ({ name }: { name: string }) => name !== 'qtm.txt';
    if (quantum === undefined) expect((await gather(bytes, lzx)).md5()).toEqual(expected);
    for (const step of [bytes.length, 1, 7, 4096]) {
      const pushed = new Gathered(wants);
      pushCabinet(bytes, pushed, step, { lzx });
      expect(pushed.md5()).toEqual(expected);
    }
  });

  it('Quantum is not supported, by name', async () => {
    await expect(gather(readFileSync(join(dataFolder, containers, 'mixed.cab')), lzx)).rejects.toMatchObject({
      rejection: { code: 'archive-not-supported', details: { archive: 'Quantum cabinet' } },
    });
  });

  it('the cabinets in a file that is none at its start', () => {
    const bytes = readFileSync(join(dataFolder, containers, 'search.cab'));
    const expected = Object.values(judged(join(dataFolder, containers, 'search.cab')));
    const found: string[] = [];
    for (let at = bytes.indexOf('MSCF'); at >= 0; at = bytes.indexOf('MSCF', at + 1)) {
      const gathered = new Gathered();
      pushCabinet(bytes.subarray(at), gathered);
      found.push(...Object.values(gathered.md5()));
    }
    expect(new Set(found)).toEqual(new Set(expected));
  });
});

const parts = [1, 2, 3, 4, 5].map((part) => `${containers}/split-${String(part)}.cab`);
const fileOf = (path: string) =>
  new File([readFileSync(join(dataFolder, path))], path.slice(containers.length + 1));

describe.skipIf(!ready)('a real set of five cabinets', () => {
  it('gives every member, whatever order the parts come in', async () => {
    const expected = judged(join(dataFolder, parts[0] ?? ''));
    for (const order of [parts, [...parts].reverse()]) {
      const gathered = new Gathered();
      await readCabinetSet(order.map(fileOf), gathered, context);
      expect(gathered.md5()).toEqual(expected);
    }
  });

  it.each([0, 1, 2, 3, 4])('names the part that is missing: %i', async (missing) => {
    const given = parts.filter((_, index) => index !== missing).map(fileOf);
    const read = readCabinetSet(given, new Gathered(), context);
    const expected = missing === 0 ? /split-1\.cab/i : new RegExp(`split-${String(missing + 1)}.cab`, 'i');
    await expect(read).rejects.toMatchObject({
      rejection: {
        code: 'archive-part-missing',
        details: { part: expect.stringMatching(expected) as string },
      },
    });
  });

  it('what lies in one part alone can be had from it', async () => {
    const expected = judged(join(dataFolder, parts[0] ?? ''));
    const { members } = await listCabinet(fileOf(parts[0] ?? ''));
    const whole = members.filter(({ toNext }) => !toNext).map(({ name }) => name);
    expect(whole.length).toBeGreaterThan(0);
    const gathered = new Gathered(({ name }) => whole.includes(name));
    pushCabinet(readFileSync(join(dataFolder, parts[0] ?? '')), gathered, 1000, { lzx });
    for (const name of whole) expect(gathered.md5()[name]).toBe(expected[name]);
  });
});

describe.skipIf(!ready)('malformed LZX ends as in cabextract', () => {
  it.each(['lzx-premature-matches', 'lzx-main-tree-no-lengths'])('%s', async (name) => {
    const path = join(dataFolder, containers, `${name}.cab`);
    expect(spawnSync('cabextract', ['-t', path]).status).not.toBe(0);
    await expect(gather(readFileSync(path), lzx)).rejects.toMatchObject({
      rejection: { code: 'archive-damaged' },
    });
  });
});
