import { describe, expect, it } from 'vitest';
import { sniffMicrosoftUpdate } from '../../../../src/formats/wsusscan/index.ts';
import { readBatch } from '../../../../src/tasks/read-batch.ts';
import { standardFormats } from '../../../../src/tasks/standard-formats.ts';
import { stored } from '../../../support/cabinet-blocks.ts';
import {
  fileOf,
  flatCatalog,
  guidOf,
  nestedCatalog,
  plainCabinet,
  readDocument,
  readRefusal,
  readWhole,
  utf8,
} from '../../../support/mu-cabinet.ts';
import { ids, smallCatalog } from '../../../support/small-mu-catalog.ts';
import { unsignedAllowed } from '../../../support/unsigned.ts';

const nested = nestedCatalog(smallCatalog);
const update = plainCabinet({
  'WSUSSCAN.cab': flatCatalog(smallCatalog),
  'Windows10.0-KB5101650-x64.cab': new Uint8Array(500),
  'Windows10.0-KB5101650-x64-pkgProperties.txt': 'ApplicabilityInfo="x"',
});
const document = `<upd:Update xmlns:upd="http://schemas.microsoft.com/msus/2002/12/Update" xmlns:bar="b" xmlns:lar="l" xmlns:xsi="i">
  <upd:UpdateIdentity UpdateID="${guidOf(7).toUpperCase()}" RevisionNumber="51" />
  <upd:Properties DefaultPropertiesLanguage="en" UpdateType="Software" ExplicitlyDeployable="true" Handler="http://schemas.microsoft.com/msus/2002/12/UpdateHandlers/Cbs" MsrcSeverity="Low" CreationDate="2026-04-14T17:00:00.000Z">
    <upd:InstallationBehavior RebootBehavior="NeverReboots" /><upd:KBArticleID>1234567</upd:KBArticleID>
  </upd:Properties>
  <upd:LocalizedPropertiesCollection>
    <upd:LocalizedProperties><upd:Language>de</upd:Language><upd:Title>Titel ä</upd:Title></upd:LocalizedProperties>
    <upd:LocalizedProperties><upd:Language>en</upd:Language><upd:Title>Title</upd:Title></upd:LocalizedProperties>
  </upd:LocalizedPropertiesCollection>
  <upd:ApplicabilityRules><upd:IsInstalled><lar:Not><bar:RegKeyExists Key="HKEY_LOCAL_MACHINE" Subkey="a"/></lar:Not></upd:IsInstalled></upd:ApplicabilityRules>
  <upd:Files><upd:File Digest="sPK8zxDbanJ9xR1AYriCNKW5YWQ=" FileName="a.cab" Size="12" /></upd:Files>
  <upd:HandlerSpecificData xsi:type="cbs:Cbs"><cbs:CbsData xmlns:cbs="c" PackageIdentity="" /></upd:HandlerSpecificData>
</upd:Update>`;

function sniffed(bytes: Uint8Array | string): boolean {
  const all = utf8(bytes);
  return sniffMicrosoftUpdate({
    name: 'CAT25.txt',
    size: all.length,
    bytes: all.subarray(0, 65536),
    text: '',
  });
}

async function batchOf(bytes: Uint8Array | string, name: string) {
  const job = { signal: new AbortController().signal, report: () => undefined };
  const read = await readBatch([fileOf(bytes, name)], standardFormats, job, unsignedAllowed.trust);
  return read.ok ? read.value[0] : undefined;
}

describe('CAT25 forms are told by content, whatever the file is called', () => {
  it('catalogs and updates are', () => {
    const reversed = plainCabinet({ 'package3.cab': 'x', 'package.cab': 'x', 'index.xml': 'x' });
    for (const bytes of [nested, flatCatalog(smallCatalog), update, document, reversed])
      expect(sniffed(bytes)).toBe(true);
    expect(sniffed(String(smallCatalog.fragments?.['c/1']))).toBe(true);
    expect(sniffed(`\uFEFF<?xml version="1.0"?>\n<!-- x -->${document}`)).toBe(true);
  });

  it('others are not', () => {
    const others = [
      plainCabinet({ 'mssecure.xml': '<a/>' }),
      plainCabinet({ 'index.xml': 'x' }),
      plainCabinet({ 'a/package.xml': 'x' }),
    ];
    for (const bytes of [...others, '<Update/>', '<a/>', '', 'MSCF', new Uint8Array(100)])
      expect(sniffed(bytes)).toBe(false);
  });

  it('by the reader of files', async () => {
    expect(await batchOf(nested, 'notes.txt')).toMatchObject({ kind: 'catalog', format: 'mu' });
  });
});

describe('a single update file', () => {
  it('with its small catalog gives the same revisions as the catalog', async () => {
    const read = await readDocument(update, 'windows10.0-kb5101650-x64.msu');
    expect(read).toMatchObject({ form: 'update-package', id: guidOf(7), packageId: guidOf(900) });
    expect(read.revisions).toEqual((await readWhole(nested)).revisions);
    const deeper = plainCabinet({ 'x/WSUSSCAN.CAB': nested }, stored);
    expect((await readDocument(deeper)).revisions).toEqual(read.revisions);
  });

  it('without one is known by its name, and never called damaged', async () => {
    const files: readonly (readonly [string, Uint8Array])[] = [
      ['windows10.0-kb5101650-x64.msu', utf8('MSWIM\0\0\0 not a cabinet')],
      ['update.msu', utf8('MSWIM\0\0\0 not a cabinet')],
      ['windows10.0-kb5101650-x64.cab', plainCabinet({ 'update.mum': '<a/>' })],
      ['windows10.0-kb5101650-x64.msu', plainCabinet({ 'WSUSSCAN.cab': plainCabinet({ 'core/1': 'x' }) })],
    ];
    for (const [name, bytes] of files)
      expect(await batchOf(bytes, name)).toMatchObject({ kind: 'update-file' });
    expect(await batchOf('', 'update.msu')).toMatchObject({
      kind: 'rejected',
      error: { code: 'file-empty' },
    });
    const unknown = plainCabinet({ 'WSUSSCAN.cab': plainCabinet({ 'core/1': 'x' }) });
    expect(await batchOf(unknown, 'a.cab')).toMatchObject({
      kind: 'rejected',
      error: { code: 'element-missing' },
    });
  });

  it('without one is nobody to vouch for; with one it is, until a reason is on record', async () => {
    const job = { signal: new AbortController().signal, report: () => undefined };
    const outcome = async (bytes: Uint8Array) => {
      const read = await readBatch([fileOf(bytes, 'kb5101650-x64.msu')], standardFormats, job);
      return read.ok ? read.value[0] : undefined;
    };
    const plain = plainCabinet({ 'Windows10.0-KB5101650-x64.cab': new Uint8Array(500) });
    expect(await outcome(plain)).toMatchObject({ kind: 'update-file' });
    expect(await outcome(update)).toMatchObject({
      kind: 'rejected',
      error: { code: 'signature-not-proven' },
    });
  });

  it('LIM01 cabinets in each other to no end are refused by depth', async () => {
    let inner = flatCatalog(smallCatalog);
    for (let depth = 0; depth < 6; depth += 1) inner = plainCabinet({ 'WSUSSCAN.cab': inner }, stored);
    expect(await readRefusal(inner)).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'archive-depth', maximum: 4 },
    });
  });
});

describe('a full update document', () => {
  it('has all parts in one', async () => {
    const read = await readDocument(document, 'a.xml');
    expect(read).toMatchObject({
      form: 'documents',
      id: guidOf(7),
      title: 'Title',
      currentReleaseDate: '2026-04-14T17:00:00.000Z',
      counts: { revisions: 1, updates: 1, files: 1, digests: 1 },
      ruleElements: { Not: 1, RegKeyExists: 1 },
      revisions: [
        {
          updateId: guidOf(7),
          revision: 51,
          handler: 'Cbs',
          kb: 'KB1234567',
          severity: 'Low',
          reboot: 'NeverReboots',
          rules: { isInstalled: { op: 'not', of: { leaf: { kind: 'reg-key-exists' } } } },
        },
      ],
    });
    const german = { products: null, classifications: null, languages: ['de'] };
    expect((await readDocument(document, 'a.xml', german)).title).toBe('Titel ä');
  });

  it('CAT15 in windows-1252 and UTF-16 says the same', async () => {
    const german = { products: null, classifications: null, languages: ['de'] };
    const { revisions } = await readDocument(document, 'a.xml', german);
    const declared = `<?xml version="1.0" encoding="windows-1252"?>${document}`;
    const latin = Uint8Array.from(declared, (mark) => mark.charCodeAt(0));
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${document}`, (mark) => mark.charCodeAt(0)).buffer);
    for (const bytes of [latin, wide]) {
      expect(sniffed(bytes)).toBe(true);
      expect((await readDocument(bytes, 'a.xml', german)).revisions).toEqual(revisions);
    }
  });

  it.each([
    ['cut', document.slice(0, -30), 'cut-off'],
    ['crossed', document.replace('</upd:Files>', '</upd:File>'), 'not-well-formed'],
    ['CAT17 with a document type', `<!DOCTYPE x>${document}`, 'doctype-refused'],
    [
      'CAT19 with a refused name',
      document.replace('<lar:Not>', '<lar:constructor/><lar:Not>'),
      'name-refused',
    ],
    ['CAT18 10,000 levels deep', document.replace('<lar:Not>', `${'<lar:Not>'.repeat(10_000)}`), 'too-deep'],
    ['without an identity', document.replace(/<upd:UpdateIdentity[^>]*>/, ''), 'element-missing'],
    ['without a type', document.replace('"Software"', '"Weather"'), 'element-missing'],
  ])('%s is refused', async (_, text, code) => {
    expect(await readRefusal(text, 'a.xml')).toMatchObject({ code, file: 'a.xml' });
  });

  it('several in one file, and a core fragment alone', async () => {
    const second = document.replaceAll(guidOf(7).toUpperCase(), guidOf(8));
    const both = await readDocument(`<Updates>${document}${second}</Updates>`, 'a.xml');
    expect(both.revisions.map(({ updateId }) => updateId)).toEqual([guidOf(7), guidOf(8)]);
    const core = await readDocument(String(smallCatalog.fragments?.['c/21']), '21');
    expect(core.revisions).toMatchObject([
      { updateId: ids.child, fault: null, rules: { isInstalled: { op: 'leaf' } } },
    ]);
    expect(await readRefusal(`<UpdateIdentity UpdateID="x">`, '21')).toMatchObject({
      code: 'not-well-formed',
    });
  });
});
