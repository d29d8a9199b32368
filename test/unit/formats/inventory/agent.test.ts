import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factOf, mergeRecordedFacts, valueOf } from '../../../../src/domain/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { inventoryRefusal, kbsOf, readAny, readingOf } from '../../../support/read-inventory.ts';

const golden = (name: string, file: string) =>
  readFileSync(join(import.meta.dirname, '../../../golden', name, file));

describe('inventories of agents', () => {
  it('marks, time and programs of Windows Installer; nothing is absent because of the list', async () => {
    const reading = await readingOf(golden('inventory-agent-xml', 'halle_fusion.xml'), 'halle_fusion.xml');
    expect(reading.marks).toEqual({
      smbiosUuid: '4c4c4544-0042-3510-8054-b7c04f4a4e31',
      domain: 'werk.local',
      biosSerial: 'ACME-0815',
    });
    expect(reading.collectedAt).toBe('2023-07-12T16:38:07.000Z');
    expect(reading.facts).toMatchObject({ grade: 'C', complete: [] });
    const { table } = mergeRecordedFacts([reading]);
    const product = (code: string) =>
      factOf(table ?? undefined, { kind: 'msi_product', product: code }).state;
    expect(product('{1F1C2DFC-2D24-3E06-BCB8-725134ADF989}')).toBe('known');
    // A bundle has a code of its own that is no product.
    expect(product('{2F1C2DFC-2D24-3E06-BCB8-725134ADF989}')).toBe('unavailable');
  });

  it('entries are records, without names of persons and product keys', async () => {
    const reading = await readingOf(golden('inventory-agent-xml', 'halle_fusion.xml'), 'halle_fusion.xml');
    const groups = reading.records?.map(({ group }) => group);
    expect(groups).toEqual(
      'ACCESSLOG BIOS HARDWARE OPERATINGSYSTEM SOFTWARES SOFTWARES SOFTWARES SOFTWARES VERSIONCLIENT'.split(
        ' ',
      ),
    );
    expect(JSON.stringify(reading.records)).not.toMatch(/meister|AAAAA/);
    expect(reading.records?.[3]).toMatchObject({
      values: { ARCH: '64-bit', 'TIMEZONE/NAME': 'W. Europe', 'TIMEZONE/OFFSET': '+0200' },
      line: 14,
    });
  });

  it('JSON gives the same; a UUID of zeros is none', async () => {
    const reading = await readingOf(golden('inventory-agent-json', 'halle_glpi.json'), 'halle_glpi.json');
    expect(reading.marks).toEqual({ domain: 'werk.local' });
    expect(reading.os && valueOf(reading.os.ubr)).toBe(5122);
    expect(reading.records?.at(-1)).toMatchObject({
      group: 'VERSIONCLIENT',
      values: { VALUE: 'Acme-Agent_v2' },
    });
  });

  it('a machine that does not run Windows is left aside, a request without inventory refused', async () => {
    const linux =
      '<REQUEST><CONTENT><OPERATINGSYSTEM><KERNEL_NAME>linux</KERNEL_NAME></OPERATINGSYSTEM></CONTENT></REQUEST>';
    const result = await readAny(new File([linux], 'a.xml'));
    expect(result).toMatchObject({ ok: true, value: { use: 'ignored', reason: 'not-windows' } });
    const empty = '<REQUEST><CONTENT></CONTENT><QUERY>PROLOG</QUERY></REQUEST>';
    expect((await inventoryRefusal(empty, 'a.xml')).code).toBe('not-recognised');
    expect((await inventoryRefusal('<REQUEST><CONTENT><A>', 'a.xml')).code).toBe('cut-off');
    expect((await inventoryRefusal('{"action":"inventory","content":{"a":[{"b":', 'a.json')).code).toBe(
      'cut-off',
    );
  });
});

describe.skipIf(!hasData('inventory'))('the real inventory of an agent', () => {
  it('operating system, programs, KBs, marks', async () => {
    const bytes = readFileSync(join(dataFolder, 'inventory/fusion-xml/inventory_format_2.xml'));
    const reading = await readingOf(bytes, 'inventory_format_2.xml');
    expect(reading).toMatchObject({
      machineName: 'pc-arg-23',
      marks: {
        smbiosUuid: '33e737a8-f827-11df-9297-47c0a301005a',
        domain: 'cedre.local',
        biosSerial: 'CZC0479792',
      },
      collectedAt: '2017-05-15T16:38:07.000Z',
      warnings: [],
    });
    expect(reading.os && [valueOf(reading.os.version), valueOf(reading.os.architecture)]).toEqual([
      '6.3.9600',
      'x64',
    ]);
    expect(kbsOf(reading)).toEqual([2553140, 4019215]);
    expect(reading.hotfixes?.entries.map((entry) => entry.installedOn)).toEqual(['2017-05-10', '2017-05-11']);
    const text = bytes.toString();
    const sections = (text.match(/^ {4}<[A-Z_]+>/gm) ?? []).filter((tag) => !/USERS>|LICENSEINFOS/.test(tag));
    // One variable of the environment holds the user's folder.
    expect(text.match(/<KEY>USER/g)).toHaveLength(1);
    expect(reading.records).toHaveLength(sections.length - 1);
    expect(JSON.stringify(reading.records)).not.toMatch(/cvigneron|BCDEFG/);
  });
});
