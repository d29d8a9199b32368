import { constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { outermost } from '../../../src/tasks/read-archive.ts';
import { readBatch } from '../../../src/tasks/read-batch.ts';
import type { BatchItem } from '../../../src/tasks/read-batch.ts';
import { standardFormats } from '../../../src/tasks/standard-formats.ts';
import { identifyFiles } from '../../../src/tasks/identify-files.ts';
import { archiveLimits } from '../../../src/formats/archive/index.ts';
import { cabinetOf } from '../../support/cabinet-writer.ts';
import { mszip, stored } from '../../support/cabinet-blocks.ts';
import { systeminfoText } from '../../support/systeminfo-text.ts';
import { craftZip, zipOf } from '../../support/zip-archive.ts';

const job = { signal: new AbortController().signal, report: () => undefined };
const bytesOf = (text: string) => new TextEncoder().encode(text);
const machine = (host: string) => systeminfoText({ host, hotfixes: ['KB4487044'] });

async function read(...files: readonly File[]): Promise<readonly BatchItem[]> {
  const batch = await readBatch(files, standardFormats, job);
  if (!batch.ok) throw new Error(batch.error.code);
  return batch.value;
}

const given = (content: Uint8Array | string, name: string) => new File([content as BlobPart], name);

/** What became of each file: machine name, code or reason. */
const fates = (items: readonly BatchItem[]) =>
  items.map((item) => [
    item.file,
    item.kind === 'inventory'
      ? item.reading.machineName
      : item.kind === 'rejected'
        ? item.error.code
        : item.kind === 'ignored'
          ? item.reason
          : item.kind,
  ]);

describe('archives of inventories', () => {
  const reg =
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Acme]\r\n"x"=dword:1\r\n\r\n';

  it('a ZIP: its files are read as if brought one by one, a bad one is its own failure', async () => {
    const zip = zipOf({
      'PC1_systeminfo.txt': machine('PC1'),
      'sub/PC2_systeminfo.txt': machine('PC2'),
      'PC1_registry.reg': reg,
      'notes.txt': 'just words',
      'empty.txt': '',
      'README.md': '# x',
    });
    const items = await read(given(zip, 'stick.zip'));
    expect(fates(items)).toEqual([
      ['stick.zip/PC1_systeminfo.txt', 'PC1'],
      ['stick.zip/sub/PC2_systeminfo.txt', 'PC2'],
      ['stick.zip/PC1_registry.reg', null],
      ['stick.zip/notes.txt', 'not-recognised'],
      ['stick.zip/empty.txt', 'file-empty'],
      ['stick.zip/README.md', 'accompanying-file'],
    ]);
    const stems = items.flatMap((item) => (item.kind === 'inventory' ? item.reading.stem : []));
    expect(stems).toEqual(['PC1', 'PC2', 'PC1']);
  });

  it.each([
    ['stored', stored],
    ['MSZIP', mszip],
  ])('a %s cabinet', async (_, packing) => {
    const cabinet = cabinetOf([
      { packing, members: { 'PC1_systeminfo.txt': bytesOf(machine('PC1')), 'x.bin': bytesOf('??') } },
    ]);
    expect(fates(await read(given(cabinet, 'pc1.cab')))).toEqual([
      ['pc1.cab/PC1_systeminfo.txt', 'PC1'],
      ['pc1.cab/x.bin', 'not-recognised'],
    ]);
  });

  it('a cabinet without inventories stays a container', async () => {
    const cabinet = cabinetOf([{ packing: stored, members: { 'a.bin': bytesOf('??') } }]);
    expect(fates(await read(given(cabinet, 'other.cab')))).toEqual([['other.cab', 'container']]);
  });

  it('gzip, also with a name in it, and a gzip file in a ZIP', async () => {
    const packed = gzipSync(machine('PC1'));
    expect(fates(await read(given(packed, 'PC1_systeminfo.txt.gz')))).toEqual([
      ['PC1_systeminfo.txt.gz/PC1_systeminfo.txt', 'PC1'],
    ]);
    const named = Buffer.concat([
      packed.subarray(0, 3),
      Buffer.from([8]),
      packed.subarray(4, 10),
      Buffer.from('a.txt\0'),
      packed.subarray(10),
    ]);
    expect(fates(await read(given(named, 'b.gz')))).toEqual([['b.gz/b', 'PC1']]);
    const nested = zipOf({ 'PC1_registry.reg.gz': gzipSync(reg) });
    const items = await read(given(nested, 'a.zip'));
    expect(items).toMatchObject([{ kind: 'inventory', reading: { format: 'registry', stem: 'PC1' } }]);
  });

  it('a truncated gzip file is damaged, and how far it was read is told', async () => {
    const noise = Array.from({ length: 20_000 }, (_, at) => `line ${String((at * 7919) % 10_007)}\r\n`).join(
      '',
    );
    const whole = gzipSync(machine('PC1') + noise);
    for (const cut of [0.999, 0.5, 0.1]) {
      const at = Math.floor(whole.length * cut);
      const [item] = await read(given(whole.subarray(0, at), 'a.gz'));
      if (item?.kind !== 'rejected') throw new Error('not refused');
      expect(item.error).toMatchObject({ code: 'cut-off', file: 'a.gz' });
      const { packed, unpacked } = item.error.details;
      expect(Number(packed)).toBeLessThanOrEqual(at);
      expect(Number(packed)).toBeGreaterThan(at - 9000);
      expect(Number(unpacked)).toBeLessThanOrEqual(machine('PC1').length + noise.length);
      if (cut > 0.2) expect(Number(unpacked)).toBeGreaterThan(0);
    }
    expect(fates(await read(given(whole.subarray(0, 9), 'a.gz')))).toEqual([['a.gz', 'cut-off']]);
  });

  it('a gzip file with another check sum is damaged', async () => {
    const whole = gzipSync(machine('PC1'));
    whole[whole.length - 6] = (whole[whole.length - 6] ?? 0) ^ 1;
    expect(fates(await read(given(whole, 'a.gz')))).toEqual([['a.gz', 'archive-damaged']]);
  });

  it('an archive of unknown things is refused once', async () => {
    const zip = zipOf({ 'a.bin': '??', 'b.bin': '!!' });
    const [item] = await read(given(zip, 'x.zip'));
    expect(item).toMatchObject({
      kind: 'rejected',
      error: { code: 'archive-nothing-known', file: 'x.zip', details: { files: 2 } },
    });
  });

  it('the preview says that a file is an archive; one with a password is refused', async () => {
    const zip = given(zipOf({ 'PC1_systeminfo.txt': machine('PC1') }), 'x.zip');
    const locked = new Uint8Array(await zip.arrayBuffer());
    locked[6] = 1;
    const found = await identifyFiles([zip, given(locked, 'y.zip')], standardFormats, {
      editions: [],
      readings: [],
    });
    expect(found).toMatchObject([
      { kind: 'archive', format: 'zip', fate: 'import' },
      { fate: 'rejected', error: { code: 'archive-protected' } },
    ]);
  });
});

describe('hostile archives', () => {
  it('LIM01 archives in archives end at the second; what stands deeper is refused by name', async () => {
    let bomb = zipOf({ 'PC1_systeminfo.txt': machine('PC1') });
    for (let depth = 0; depth < 5; depth += 1) bomb = zipOf({ 'lib.zip': bomb });
    const [item, ...more] = await read(given(bomb, '42.zip'));
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      kind: 'rejected',
      error: {
        code: 'too-deep',
        file: '42.zip/lib.zip/lib.zip',
        details: { maximum: archiveLimits.maxDepth },
      },
    });
    const zeros = zipOf({ 'a.txt': new Uint8Array(8 * 1024 * 1024) });
    expect(await read(given(zeros, 'z.zip'))).toMatchObject([
      { kind: 'rejected', error: { code: 'limit-exceeded', details: { limit: 'archive-ratio' } } },
    ]);
  });

  it('LIM02 a gzip of zeros is stopped at the ratio long before its end', async () => {
    const packed = gzipSync(new Uint8Array(64 * 1024 * 1024), { level: constants.Z_BEST_COMPRESSION });
    const [item] = await read(given(packed, 'zeros.gz'));
    expect(item).toMatchObject({
      kind: 'rejected',
      error: { code: 'limit-exceeded', details: { limit: 'archive-ratio', maximum: 250 } },
    });
    if (item?.kind !== 'rejected') throw new Error('not refused');
    expect(Number(/\d+/.exec(item.error.place)?.[0])).toBeLessThan(packed.length / 2);
  });

  it('LIM03 more entries than an archive may have are refused before one is unpacked', async () => {
    const end = new Uint8Array(22);
    new DataView(end.buffer).setUint32(0, 0x06054b50, true);
    new DataView(end.buffer).setUint16(10, 65_535, true);
    const start = new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0]);
    const [item] = await read(given(new Uint8Array([...start, ...end]), 'many.zip'));
    expect(item).toMatchObject({
      kind: 'rejected',
      error: { code: 'limit-exceeded', details: { limit: 'archive-entries' } },
    });
  });

  it('LIM05 sizes of a data descriptor that lie: counted bytes decide', async () => {
    const content = bytesOf(machine('PC1'));
    const honest = craftZip([{ name: 'PC1_systeminfo.txt', content, descriptor: true }]);
    expect(fates(await read(given(honest, 'a.zip')))).toEqual([['a.zip/PC1_systeminfo.txt', 'PC1']]);
    const lying = craftZip([{ name: 'PC1_systeminfo.txt', content, descriptor: true, declaredBytes: 10 }]);
    expect(fates(await read(given(lying, 'a.zip')))).toEqual([['a.zip', 'not-well-formed']]);
  });

  it('bytes are counted over all archives of a file', () => {
    expect(outermost().budget.left).toBe(archiveLimits.maxTotalBytes);
  });

  it('names that lead out of the archive are refused', async () => {
    const content = bytesOf(machine('PC1'));
    const zip = craftZip([{ name: '../PC1_systeminfo.txt', content }]);
    expect(fates(await read(given(zip, 'a.zip')))).toEqual([['a.zip', 'name-refused']]);
  });
});

describe('very many files', () => {
  it('INV01 500 files at once, 7 of them bad, loose and as one ZIP', async () => {
    const files: Record<string, string> = {};
    for (let at = 0; at < 493; at += 1)
      files[`PC-${String(at)}_systeminfo.txt`] = machine(`PC-${String(at)}`);
    for (let at = 0; at < 7; at += 1) files[`bad-${String(at)}.txt`] = `words ${String(at)}`;
    const loose = await read(...Object.entries(files).map(([name, text]) => given(text, name)));
    const zipped = await read(given(zipOf(files), 'all.zip'));
    for (const items of [loose, zipped]) {
      expect(items.filter(({ kind }) => kind === 'inventory')).toHaveLength(493);
      expect(items.filter(({ kind }) => kind === 'rejected')).toHaveLength(7);
    }
  });
});
