import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factOf, mergeRecordedFacts, valueOf } from '../../../../src/domain/index.ts';
import type { InventoryReading } from '../../../../src/domain/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { inventoryRefusal, readingOf } from '../../../support/read-inventory.ts';

const golden = (name: string, file: string) =>
  readFileSync(join(import.meta.dirname, '../../../golden', name, file));
const recordsOf = (reading: InventoryReading, group: string) =>
  (reading.records ?? []).filter((record) => record.group === group);

function fileFact(reading: InventoryReading, path: string) {
  const { table } = mergeRecordedFacts([reading]);
  return factOf(table ?? undefined, { kind: 'file', path });
}

describe('msinfo32', () => {
  it('files of loaded modules and running drivers are there; nothing is absent because of the report', async () => {
    const reading = await readingOf(golden('inventory-msinfo-nfo', 'WERK-03.nfo'), 'WERK-03.nfo');
    expect(reading).toMatchObject({
      facts: { grade: 'C', complete: [] },
      collectedAt: '2019-03-19T07:05:09.000Z',
    });
    expect(fileFact(reading, 'C:\\Program Files\\Acme\\ACME.DLL')).toMatchObject({
      value: { version: '2.5.0.17', size: 1_735_000 },
      file: 'WERK-03.nfo',
    });
    // What nobody looked at is left out, not null.
    expect(fileFact(reading, 'c:\\program files\\acme\\beta.dll').value).toEqual({ size: 12_288 });
    expect(fileFact(reading, 'c:\\windows\\system32\\drivers\\acmefs.sys').value).toEqual({});
    expect(fileFact(reading, 'c:\\windows\\system32\\drivers\\acmeold.sys').state).toBe('unavailable');
    expect(fileFact(reading, 'c:\\windows\\other.dll').state).toBe('unavailable');
    const { table } = mergeRecordedFacts([reading]);
    expect(factOf(table ?? undefined, { kind: 'folder', name: 'csidl:37' })).toMatchObject({
      value: 'C:\\Windows\\system32',
    });
  });

  it('rows are records; names of users are not kept', async () => {
    for (const [name, file] of [
      ['inventory-msinfo-nfo', 'WERK-03.nfo'],
      ['inventory-msinfo-text', 'lager_msinfo32.txt'],
    ] as const) {
      const reading = await readingOf(golden(name, file), file);
      expect(JSON.stringify(reading.records)).not.toMatch(/meister|Administrator/);
      expect((reading.records ?? []).length).toBeGreaterThan(5);
    }
    const text = await readingOf(golden('inventory-msinfo-text', 'lager_msinfo32.txt'), 'a.txt');
    expect(recordsOf(text, 'Loaded Modules')).toMatchObject([
      { values: { Name: 'ntdll', Version: '6.3.9600.18146', 'File Date': '12/9/2015 12:26 AM' }, line: 19 },
    ]);
    expect(fileFact(text, 'c:\\windows\\system32\\ntdll.dll').value).toEqual({
      version: '6.3.9600.18146',
      size: 1_735_000,
    });
  });

  it('a cut report and one without version are refused', async () => {
    const whole = golden('inventory-msinfo-nfo', 'WERK-03.nfo');
    expect((await inventoryRefusal(whole.subarray(0, 3000), 'a.nfo')).code).toBe('cut-off');
    const none = '<MsInfo><Category name="x"><Data><a>b</a><c>d</c></Data></Category></MsInfo>';
    expect((await inventoryRefusal(none, 'a.nfo')).code).toBe('not-recognised');
  });
});

describe.skipIf(!hasData('inventory'))('the real report', () => {
  it('of a 2012 R2 server: 488 loaded modules (inventory-sources, section 8)', async () => {
    const bytes = readFileSync(join(dataFolder, 'inventory/msinfo32/msinfo32.nfo'));
    const text = bytes.toString('utf16le');
    const reading = await readingOf(bytes, 'msinfo32.nfo');
    expect(reading).toMatchObject({ machineName: 'WIN-5BRNFRHGI65', warnings: [], hotfixes: null });
    expect(reading.os && [valueOf(reading.os.version), valueOf(reading.os.role)]).toEqual([
      '6.3.9600',
      'server',
    ]);
    expect(reading.collectedAt).toBe('2015-12-28T04:28:32.000Z');
    expect(recordsOf(reading, 'Loaded Modules')).toHaveLength(488);
    const filled =
      text.match(/<Data>(?:(?!<\/Data>)[^])*?CDATA\[[^\]]+\](?:(?!<\/Data>)[^])*?<\/Data>/g) ?? [];
    // All but the row of the user's name.
    expect(reading.records).toHaveLength(filled.length - 1);
    const modules = /<Category name="Loaded Modules">([^]*?)<\/Category>/.exec(text)?.[1] ?? '';
    const paths = [...modules.matchAll(/<Path><!\[CDATA\[(.*?)\]\]/g)].map(([, path = '']) =>
      path.toLowerCase(),
    );
    const versions = [...modules.matchAll(/<Version><!\[CDATA\[(.*?)\]\]/g)].map(
      ([, version = '']) => version,
    );
    paths.forEach((path, at) => {
      const version = versions[at] ?? '';
      const { state, value } = fileFact(reading, path);
      expect([path, state]).toEqual([path, 'known']);
      if (/^\d+(?:\.\d+){3}$/.test(version)) expect(value).toMatchObject({ version });
    });
  });
});
