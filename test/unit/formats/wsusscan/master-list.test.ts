import { describe, expect, it } from 'vitest';
import { MasterRows, readMasterList } from '../../../../src/formats/wsusscan/index.ts';
import {
  digestOf,
  fileOf,
  guidOf,
  indexXml,
  nestedCatalog,
  packageXml,
  readDocument,
  readRefusal,
  readWhole,
} from '../../../support/mu-cabinet.ts';
import type { SmallCatalog } from '../../../support/mu-cabinet.ts';
import { ids, smallCatalog } from '../../../support/small-mu-catalog.ts';

async function listOf(catalog: SmallCatalog) {
  const master = await readMasterList(fileOf(nestedCatalog(catalog)), {});
  return { ...master, rows: new MasterRows(master.columns) };
}

const update = (attributes: string, content = ''): string => `<Update ${attributes}>${content}</Update>`;
const plain = (number: number, revision = 100): string =>
  update(`UpdateId="${guidOf(number)}" RevisionNumber="${String(revision)}" RevisionId="${String(number)}"`);
const core = (number: number, revision = 100): string =>
  `<UpdateIdentity UpdateID="${guidOf(number)}" RevisionNumber="${String(revision)}"/><Properties UpdateType="Software"/>`;

describe('package.xml', () => {
  it('without a namespace, on several lines, attributes in any order, unknown ones passed over', async () => {
    const xml = packageXml(smallCatalog)
      .replace(/ xmlns="[^"]*"/, '')
      .replace(/<Update ([^>]*)>/g, (_, attributes: string) => {
        const turned = attributes
          .trim()
          .split(/ (?=[A-Z])/)
          .reverse()
          .join('\n  ');
        return `<Update New="1" ${turned} >\n`;
      });
    const expected = await readWhole(nestedCatalog(smallCatalog));
    expect(await readWhole(nestedCatalog({ ...smallCatalog, packageXml: xml }))).toEqual(expected);
  });

  it.each([
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['line ends of Windows', (text: string) => text.replaceAll('><', '>\r\n<')],
    ['entities', (text: string) => text.replaceAll('https:', '&#x68;ttps&#58;')],
    ['a comment', (text: string) => text.replaceAll('<Update ', '<!-- <Update/> --><Update ')],
  ])('CAT15 with %s', async (_, change) => {
    const expected = await readWhole(nestedCatalog(smallCatalog));
    const xml = change(packageXml(smallCatalog));
    expect(await readWhole(nestedCatalog({ ...smallCatalog, packageXml: xml }))).toEqual(expected);
  });

  it('CAT15 in UTF-16', async () => {
    const xml = packageXml(smallCatalog).replace('utf-8', 'utf-16');
    const bytes = new Uint8Array(Uint16Array.from(`\uFEFF${xml}`, (mark) => mark.charCodeAt(0)).buffer);
    const nested = nestedCatalog({ ...smallCatalog, packageXml: bytes as unknown as string });
    expect(await readWhole(nested)).toEqual(await readWhole(nestedCatalog(smallCatalog)));
  });

  it('prerequisites are clauses; an Or of one is a plain id', async () => {
    const content =
      `<Prerequisites><UpdateId Id="${guidOf(1)}"/><Or><UpdateId Id="${guidOf(2)}"/><UpdateId Id="{${guidOf(3)}}"/></Or>` +
      `<Or><UpdateId Id="${guidOf(4)}"/></Or><UpdateId Id="${guidOf(5)}"/></Prerequisites>`;
    const { rows } = await listOf({
      updates: update(`UpdateId="${guidOf(9)}" RevisionNumber="1" RevisionId="9"`, content),
    });
    expect(rows.clauses(0)).toEqual([[guidOf(1)], [guidOf(2), guidOf(3)], [guidOf(4)], [guidOf(5)]]);
  });

  it('rows that cannot be told from others are left out and remarked on, once each with a count', async () => {
    const bad = [
      update('UpdateId="x" RevisionNumber="1" RevisionId="1"'),
      update('UpdateId="x" RevisionNumber="1" RevisionId="2"'),
      update(`UpdateId="${guidOf(1)}" RevisionNumber="-1" RevisionId="3"`),
      update(`UpdateId="${guidOf(1)}" RevisionNumber="1"`),
      update(`UpdateId="${guidOf(2)}" RevisionNumber="1" RevisionId="4294967296"`),
    ];
    const { rows, warnings } = await listOf({ updates: bad.join('') + plain(7) });
    expect([rows.columns.rows, rows.updateId(0)]).toEqual([1, guidOf(7)]);
    const odd = (field: string, value: string, first: string, count: number) => ({
      code: 'value-not-in-schema',
      details: { field, value, first, count },
    });
    expect(warnings).toEqual([
      odd('Update/@RevisionId', '', guidOf(1), 1),
      odd('Update/@RevisionId', '4294967296', guidOf(2), 1),
      odd('Update/@RevisionNumber', '-1', guidOf(1), 1),
      odd('Update/@UpdateId', 'x', 'x', 2),
    ]);
  });

  it('categories, files and references that are none are remarked on, the update stays', async () => {
    const content =
      `<Categories><Category Type="Colour" Id="${guidOf(1)}"/><Category Type="Product" Id="red"/></Categories>` +
      '<PayloadFiles><File Id="short"/></PayloadFiles><SupersededBy><Revision Id="one"/></SupersededBy><Weather/>';
    const { rows, warnings } = await listOf({
      updates: update(`UpdateId="${guidOf(9)}" RevisionNumber="1" RevisionId="9"`, content),
    });
    expect(rows.columns.rows).toBe(1);
    expect(warnings.map(({ details }) => details['field'] ?? details['element'])).toEqual([
      'Category/@Id',
      'Category/@Type',
      'File/@Id',
      'Revision/@Id',
      'Weather',
    ]);
  });

  it('of two revisions of one update the highest counts, with a warning', async () => {
    const fragments = { 'c/1': core(1, 100), 'c/2': core(1, 201) };
    const two = [
      update(`UpdateId="${guidOf(1).toUpperCase()}" RevisionNumber="100" RevisionId="1"`),
      update(`UpdateId="${guidOf(1)}" RevisionNumber="201" RevisionId="2"`),
    ];
    const warning = {
      code: 'older-edition-not-used',
      details: { edition: `${guidOf(1)}@100`, kept: `${guidOf(1)}@201` },
    };
    for (const updates of [two, two.toReversed()]) {
      const document = await readDocument(nestedCatalog({ updates: updates.join(''), fragments }));
      expect(document.revisions.map(({ updateId, revision }) => [updateId, revision])).toEqual([
        [guidOf(1), 201],
      ]);
      expect(document.warnings).toEqual([warning]);
      expect(document.counts.revisions).toBe(2);
    }
  });

  it('CAT30 one revision given twice: the first counts, with a warning', async () => {
    const { warnings } = await listOf({
      updates: plain(1) + update(`UpdateId="${guidOf(1)}" RevisionNumber="100" RevisionId="5"`),
    });
    expect(warnings).toEqual([
      { code: 'duplicate-id', details: { element: 'Update', id: `${guidOf(1)}@100` } },
    ]);
  });

  it('CAT30 one revision id for two updates: the second is Unknown, for its fragments are not its own', async () => {
    const updates = plain(1) + update(`UpdateId="${guidOf(2)}" RevisionNumber="100" RevisionId="1"`);
    const document = await readDocument(nestedCatalog({ updates, fragments: { 'c/1': core(1) } }));
    expect(document.revisions.map(({ fault }) => fault)).toEqual([null, 'core-missing']);
    expect(document.warnings[0]).toEqual({
      code: 'duplicate-id',
      details: { element: 'Update/@RevisionId', id: 1 },
    });
  });

  it('older editions without DeploymentAction: children are told by their parents', async () => {
    const updates =
      plain(1) +
      update(
        `UpdateId="${guidOf(2)}" RevisionNumber="100" RevisionId="2"`,
        '<BundledBy><Revision Id="1"/></BundledBy>',
      );
    const fragments = {
      'c/1': core(1).replace('"Software"', '"Software" ExplicitlyDeployable="true"'),
      'c/2': core(2),
    };
    const { revisions } = await readDocument(nestedCatalog({ updates, fragments }));
    expect(revisions.map(({ role }) => role)).toEqual(['update', 'child']);
  });

  it('the file of a licence may name several languages or none', async () => {
    const eulas = `<EulaFiles><File Id="${digestOf(1).base64}"><Language Name="en"/><Language Name="DE"/></File><File Id="${digestOf(2).base64}"/></EulaFiles>`;
    const { rows } = await listOf({
      updates: update(`UpdateId="${guidOf(9)}" RevisionNumber="1" RevisionId="9"`, eulas),
    });
    expect(rows.eulas(0)).toEqual([
      { sha1: digestOf(1).hex, language: 'en' },
      { sha1: digestOf(1).hex, language: 'de' },
      { sha1: digestOf(2).hex, language: '' },
    ]);
  });

  it('another root is refused with what stood there', async () => {
    const exported = nestedCatalog({ updates: '', packageXml: '<ExportPackage ServerID="x"/>' });
    expect(await readRefusal(exported)).toMatchObject({
      code: 'root-not-expected',
      file: 'wsusscn2.cab/package.cab/package.xml',
      details: { found: 'ExportPackage', expected: 'OfflineSyncPackage' },
    });
  });
});

describe('index.xml', () => {
  const updates = [1, 20, 30].map((number) => plain(number)).join('');
  const fragments = Object.fromEntries([1, 20, 30].map((number) => [`c/${String(number)}`, core(number)]));
  const faults = async (catalog: SmallCatalog) =>
    (await readDocument(nestedCatalog(catalog))).revisions.map(({ fault }) => fault);

  it('cabinets are taken by number, whatever their order', async () => {
    const index =
      '<INDEX><CABLIST XOR="0"><CAB RANGESTART="25" NAME="PACKAGE4.CAB"/><CAB NAME="package2.cab" RANGESTART="0" FILESDIR="1"/><CAB NAME="package.cab"/><CAB NAME="package3.cab" RANGESTART="9"/></CABLIST></INDEX>';
    expect(await faults({ updates, fragments, ranges: [0, 9, 25], index })).toEqual([null, null, null]);
  });

  it('XOR other than 0 is not supported', async () => {
    const index = indexXml([0]).replace('XOR="0"', 'XOR="3"');
    expect(await readRefusal(nestedCatalog({ updates, fragments, index }))).toMatchObject({
      code: 'archive-not-supported',
      file: 'wsusscn2.cab/index.xml',
      details: { archive: 'index.xml XOR=3' },
    });
  });

  it('a cabinet without a range holds nothing and is remarked on', async () => {
    const index = indexXml([0, 9]).replace(' RANGESTART="9"', '');
    const document = await readDocument(nestedCatalog({ updates, fragments, ranges: [0, 9], index }));
    expect(document.revisions.map(({ fault }) => fault)).toEqual([null, 'core-missing', 'core-missing']);
    expect(document.warnings[0]).toEqual({
      code: 'value-not-in-schema',
      details: { field: 'CAB/@RANGESTART', value: '', first: 'package3.cab', count: 1 },
    });
  });

  it('a cabinet that is not there: its revisions are Unknown and counted', async () => {
    const document = await readDocument(
      nestedCatalog({ updates, fragments, index: indexXml([0, 9, 25]), ranges: [0, 9] }),
    );
    expect(document.revisions.map(({ fault }) => fault)).toEqual([null, null, 'core-missing']);
    expect(document.warnings).toContainEqual({
      code: 'shard-missing',
      details: { shard: 'package4.cab', count: 1 },
    });
  });

  it('revisions below the first range are nowhere', async () => {
    expect(await faults({ updates, fragments, ranges: [20] })).toEqual(['core-missing', null, null]);
  });

  it('two cabinets with one range: the first counts', async () => {
    const index = indexXml([0, 9]).replace('"9"', '"0"');
    const document = await readDocument(
      nestedCatalog({ updates: plain(1), fragments, ranges: [0, 9], index }),
    );
    expect(document.warnings[0]?.details).toMatchObject({ value: '0, twice', first: 'package3.cab' });
  });

  it('a document without a list is refused', async () => {
    const index = '<INDEX/>';
    expect((await readRefusal(nestedCatalog({ updates, index }))).details).toEqual({ element: 'CABLIST' });
  });
});

it('the catalog of the tests names every id once', () => {
  expect(new Set(Object.values(ids)).size).toBe(Object.keys(ids).length);
});
