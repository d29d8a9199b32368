import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareMssecureEditions } from '../../../../src/domain/index.ts';
import { isoDay } from '../../../../src/formats/mssecure/dates.ts';
import { readQNumber } from '../../../../src/formats/mssecure/fields.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { mssecureOf, workedExample } from '../../../support/read-mssecure.ts';

describe('MSSecure.XML', () => {
  it('is read as the file has it: children in any order, ids as text, the parent of a value counts', async () => {
    const document = await mssecureOf(workedExample);
    const { bulletins, registryChanges, fileChanges, products, supersededBys, warnings } = document;
    expect(document).toMatchObject({
      source: 'mssecure',
      id: 'mssecure',
      revision: '9.0.0.1',
      currentReleaseDate: '2004-02-03',
      lastSchemaUpdate: '2001-06-06',
      toolVersion: '3.1',
      container: 'none',
      counts: { bulletins: 4, patches: 4, products: 2, files: 4, registryValues: 2 },
    });
    expect(bulletins[2]).toMatchObject({
      id: 'EX01-003',
      posted: '2001-06-10',
      qNumbers: [{ number: 'Q1003' }, { number: 'Q1001' }],
      patches: [
        {
          ordinal: 0,
          name: 'Q1003_x86_en.EXE',
          supersededBy: '',
          files: ['503', '504'],
          registry: ['902'],
          affected: [{ product: '1', fixedIn: '0', servicePacks: ['11', '12'] }],
        },
      ],
    });
    expect(bulletins[3]?.patches[0]?.affected).toEqual([{ product: '1', fixedIn: '0', servicePacks: [] }]);
    expect(registryChanges[1]).toMatchObject({ id: '902', name: 'Installed', type: '0x10001', value: '1' });
    expect(fileChanges.map(({ id, file, version }) => [id, file, version])).toEqual([
      ['501', 'alpha.dll', '5.0.100.1'],
      ['503', 'alpha.dll', '5.0.300.9'],
      ['502', 'webx.dll', '5.0.200.5'],
      ['504', 'beta.tlb', 'na'],
    ]);
    expect(products[0]?.servicePacks).toEqual(['10', '11', '12']);
    expect(supersededBys[0]?.targets).toEqual([{ bulletin: 'EX01-003', patch: 'q1003_x86_en.exe' }]);
    expect(warnings).toEqual([]);
  });

  it('passes over what it does not know, with its number, and takes a service pack without its wrapper', async () => {
    const more = workedExample
      .replace('<Severities>', '<Widgets><Widget A="1"/><Widget/></Widgets><Severities>')
      .replace(/<AvailableSPs>|<\/AvailableSPs>/g, '');
    const document = await mssecureOf(more);
    expect(document.warnings).toEqual([
      { code: 'elements-not-known', details: { element: 'Widget', count: 2 } },
      { code: 'elements-not-known', details: { element: 'Widgets', count: 1 } },
    ]);
    expect(document.products[0]?.servicePacks).toEqual(['10', '11', '12']);
  });

  it('CAT29 names dates that cannot be believed', async () => {
    const document = await mssecureOf(
      workedExample.replace('02/03/2004', '31/12/2004').replace('"2001/02/10"', '"0000/00/00"'),
    );
    expect(document.warnings.map(({ details }) => details)).toEqual([
      { document: 'mssecure', field: 'LastDataUpdate', value: '2004-31-12' },
      { document: 'EX01-002', field: 'DatePosted', value: '0000-00-00' },
    ]);
  });

  it('CAT15 UTF-16, UTF-8 with its mark and windows-1252 give the same document', async () => {
    const text = workedExample.replace('Weak default', 'Schw\u00e4che default');
    const wide = new Uint8Array(
      new Uint16Array([...`\ufeff${text}`].map((sign) => sign.charCodeAt(0))).buffer,
    );
    const declared = text.replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="windows-1252"?>');
    const narrow = new Uint8Array([...declared].map((sign) => sign.charCodeAt(0)));
    const content = async (given: BlobPart) => {
      const { sha256: _s, xmlSha256: _x, bytes: _b, ...rest } = await mssecureOf(given);
      return rest;
    };
    const expected = await content(text);
    expect(expected.bulletins[3]?.title).toContain('Schw\u00e4che');
    for (const given of [wide, `\ufeff${text}`, narrow]) expect(await content(given)).toEqual(expected);
  });

  it('dirty Q numbers and dates', () => {
    expect(readQNumber('Q272749 (Word 97)')).toEqual({ number: 'Q272749', label: '(Word 97)' });
    expect(readQNumber(' q123456 ')).toEqual({ number: 'Q123456', label: '' });
    expect(isoDay('4/15/2005')).toBe('2005-04-15');
    expect(isoDay('1999/11/30')).toBe('1999-11-30');
    expect(isoDay('soon')).toBe('soon');
  });

  it('CAT27 editions are compared part by part', () => {
    expect(compareMssecureEditions({ revision: '1.0.1.148' }, { revision: '1.0.1.99' })).toBeGreaterThan(0);
    expect(compareMssecureEditions({ revision: '1.1.2.409' }, { revision: '1.0.10.1' })).toBeGreaterThan(0);
  });
});

const slice = ['legacy', 'mssecure-2001-10-04.slice.xml'] as const;

describe.skipIf(!hasData(...slice))('the real file of October 2001, cut', () => {
  it('has the tables that the format page counts', async () => {
    const document = await mssecureOf(readFileSync(join(dataFolder, ...slice)));
    expect(document).toMatchObject({ revision: '1.0.1.148', currentReleaseDate: '2001-10-04' });
    expect(document.counts).toMatchObject({
      bulletins: 154,
      products: 104,
      files: 1133,
      registryValues: 350,
    });
    expect(document.servicePacks).toHaveLength(128);
    expect(document.families).toHaveLength(9);
    expect(document.locations).toHaveLength(733);
    expect(document.comments).toHaveLength(52);
    expect(document.supersededBys).toHaveLength(59);
    expect(document.supersededBys.find(({ id }) => id === '35')?.targets).toEqual([]);
    expect(document.supersededBys.find(({ id }) => id === '19')?.targets).toHaveLength(2);
    expect(document.products.filter(({ servicePacks }) => servicePacks.length === 0)).toHaveLength(41);
    expect(document.warnings).toEqual([]);
  });
});
