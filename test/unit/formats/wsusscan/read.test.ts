import { describe, expect, it } from 'vitest';
import { MasterRows, readMasterList, readScopeChoices } from '../../../../src/formats/wsusscan/index.ts';
import {
  digestOf,
  fileOf,
  flatCatalog,
  nestedCatalog,
  readDocument,
  readWhole,
} from '../../../support/mu-cabinet.ts';
import { ids, smallCatalog } from '../../../support/small-mu-catalog.ts';

const cabinet = nestedCatalog(smallCatalog);
const { revisions, details, report } = await readWhole(cabinet);
const revision = (id: string) => revisions.find(({ updateId }) => updateId === id);
const detail = (id: string) => details.find(({ updateId }) => updateId === id);

describe('a nested catalog', () => {
  it('as a document: head and counts of the whole edition', async () => {
    const document = await readDocument(cabinet);
    expect(document).toMatchObject({
      source: 'mu',
      id: 'wsusscn2',
      form: 'wsusscn2',
      packageId: '00000000-0000-4000-8000-000000000900',
      currentReleaseDate: '2026-07-14T13:54:06Z',
      bytes: cabinet.length,
      warnings: [],
      counts: {
        revisions: 12,
        updates: 4,
        parents: 2,
        children: 2,
        detectoids: 1,
        categories: 5,
        files: 4,
        digests: 3,
      },
      ruleElements: { CbsPackageInstallable: 2, CbsPackageInstalled: 2, Processor: 1, True: 7 },
    });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(document.revisions).toEqual(revisions);
    expect(report).toMatchObject({ revisions: 12, faults: 0, languages: ['de', 'en', 'fr'] });
  });

  it('a parent update: relations, categories, what is shown of it', () => {
    expect(revision(ids.parent)).toMatchObject({
      revision: 100,
      revisionId: 10,
      type: 'Software',
      role: 'update',
      explicitlyDeployable: true,
      created: '2026-07-02T00:00:00Z',
      prerequisites: [
        { anyOf: [ids.product], isCategory: true },
        { anyOf: [ids.security], isCategory: true },
        { anyOf: [ids.detectoid], isCategory: false },
      ],
      supersedes: [ids.older, ids.gone],
      supersededBy: [],
      bundled: [[{ updateId: ids.child, revision: 100 }]],
      categories: {
        companies: [ids.company],
        families: [ids.family],
        products: [ids.product],
        classifications: [ids.security],
      },
      rules: null,
      fault: null,
      title: 'New',
      kb: 'KB5101650',
      bulletin: 'MS17-010',
      severity: 'Critical',
      cves: ['CVE-2026-0001'],
      eulaId: '00000000-0000-4000-8000-000000000050',
    });
    expect(revision(ids.older)).toMatchObject({ supersededBy: [ids.parent], kb: 'KB5083769' });
  });

  it('a child: rules with the identity of the manifest, install behaviour', () => {
    expect(revision(ids.child)).toMatchObject({
      role: 'child',
      prerequisites: [
        { anyOf: [ids.detectoid], isCategory: false },
        { anyOf: [ids.servicing, ids.gone], isCategory: false },
      ],
      rules: {
        isInstalled: {
          leaf: { kind: 'cbs-package-installed', identity: 'Package_for_11~31bf3856ad364e35~amd64~~1.2.3.4' },
        },
      },
      reboot: 'CanRequestReboot',
      impact: 'Normal',
      uninstallable: true,
      maxDownloadSize: 3000,
      handler: 'CommandLineInstallation',
    });
  });

  it('a detectoid in upper case is the one that the master list has in lower case', () => {
    expect(revision(ids.detectoid)).toMatchObject({ type: 'Detectoid', role: 'evaluated', fault: null });
  });

  it('files with both hashes and their address; return codes; the licence', () => {
    expect(detail(ids.child)).toMatchObject({
      languages: ['all'],
      canRequestUserInput: true,
      files: [
        {
          name: 'part33.exe',
          size: 1500,
          sha1: digestOf(0x21).hex,
          sha256: '1841a31042b6fc8032469339a22bc8487c9214caf4e79e0c9cad9528c72beb7f',
          url: 'https://example.test/part33.exe',
          patchingType: 'SelfContained',
        },
        { name: 'part238.exe', sha1: digestOf(0xee).hex, url: 'https://example.test/shared.exe' },
      ],
      handlerData: {
        kind: 'CommandLineInstallation',
        values: {
          'InstallCommand.Arguments': '/quiet ',
          'InstallCommand.DefaultResult': 'Failed',
          'InstallCommand.Program': 'part.exe',
          'InstallCommand.RebootByDefault': 'false',
        },
        returnCodes: [
          { code: 3010, result: 'Succeeded', reboot: true },
          { code: -2145124329, result: 'Cancelled', reboot: false },
          { code: 7, result: 'Failed', reboot: false },
        ],
      },
    });
    expect(detail(ids.olderChild)?.files.map(({ url }) => url)).toEqual([
      '',
      'https://example.test/shared.exe',
    ]);
    expect(detail(ids.parent)).toMatchObject({
      languages: ['en'],
      supportUrl: 'https://example.test/',
      moreInfoUrls: ['https://example.test/more'],
      eulas: [{ name: 'terms.rtf', language: 'de', size: 77, sha1: digestOf(0xe0).hex }],
    });
  });

  it('the source of the rules has the manifest cut to its identity', () => {
    const source = detail(ids.child)?.ruleSource ?? '';
    expect(source).toMatch(/^<ApplicabilityRules>.*<\/ApplicabilityRules>$/);
    expect(source).toContain('<assemblyIdentity name="Package_for_11"');
    expect(source).not.toContain('inner');
    expect(detail(ids.parent)?.ruleSource).toBe('');
  });

  it('texts in the chosen languages, else in the default one, else in any', async () => {
    const read = await readWhole(cabinet, { products: null, classifications: null, languages: ['de', 'fr'] });
    const languages = (id: string) =>
      read.details.find(({ updateId }) => updateId === id)?.texts.map(({ language }) => language);
    expect(languages(ids.parent)).toEqual(['de', 'fr']);
    expect(languages(ids.security)).toEqual(['en']);
    expect(languages(ids.older)).toEqual(['fr']);
    expect(languages(ids.child)).toEqual([]);
    expect(detail(ids.olderChild)?.texts.map(({ title }) => title)).toEqual(['Kind']);
    expect(detail(ids.parent)?.texts[0]).toEqual({
      language: 'en',
      title: 'New',
      description: 'd & e',
      uninstallNotes: 'n',
      moreInfoUrls: ['https://example.test/'],
      supportUrl: '',
    });
  });
});

describe('the scope of an import', () => {
  const within = async (products: readonly string[] | null, classifications: readonly string[] | null) => {
    const read = await readWhole(cabinet, { products, classifications, languages: ['en'] });
    return read.revisions.map(({ updateId }) => updateId);
  };

  it('a product brings its updates, their children, and what these need', async () => {
    const { company, family, product, security, detectoid, servicing, parent, child, older, olderChild } =
      ids;
    const all = [company, family, product, security, servicing, parent, child, older, olderChild, detectoid];
    expect(await within([ids.product], null)).toEqual(all);
    expect(await within([ids.product], [ids.security])).toEqual(all);
    expect(await within([ids.product], [])).toEqual([]);
  });

  it('another product brings its own update and the detectoid it needs, no others', async () => {
    const { company, family, otherProduct, security, detectoid, other } = ids;
    expect(await within([otherProduct], null)).toEqual([
      company,
      family,
      otherProduct,
      security,
      other,
      detectoid,
    ]);
  });

  it('is chosen from categories with their names, which stand in the shards', async () => {
    const file = fileOf(cabinet);
    const master = await readMasterList(file, {});
    expect(await readScopeChoices(file, master, ['en'], {})).toEqual({
      updates: 4,
      products: [
        { id: ids.product, name: 'Product', updates: 3, families: [ids.family] },
        { id: ids.otherProduct, name: 'Other product', updates: 1, families: [ids.family] },
      ],
      families: [{ id: ids.family, name: 'Family', updates: 4 }],
      classifications: [{ id: ids.security, name: 'Security Updates', updates: 4 }],
      languages: [
        { id: 'de', texts: 3 },
        { id: 'en', texts: 6 },
        { id: 'fr', texts: 2 },
      ],
      groups: [
        { products: [ids.product], classifications: [ids.security], updates: 3 },
        { products: [ids.otherProduct], classifications: [ids.security], updates: 1 },
      ],
      parts: { read: 1, all: 1 },
    });
    const unnamed = await readScopeChoices(file, master, ['en'], {}, 0);
    expect(unnamed.products.map(({ name }) => name)).toEqual(['', '']);
  });

  it('counts are those of the whole edition all the same', async () => {
    const scope = { products: [ids.otherProduct], classifications: null, languages: ['en'] };
    const [part, whole] = [await readDocument(cabinet, 'a.cab', scope), await readDocument(cabinet)];
    expect(part.counts).toEqual(whole.counts);
  });
});

it('the master list crosses to a worker as it is', async () => {
  const master = structuredClone(await readMasterList(fileOf(cabinet), {}));
  const rows = new MasterRows(master.columns);
  expect(Array.from({ length: master.columns.rows }, (_, row) => rows.updateId(row))).toContain(
    ids.detectoid,
  );
});

it('the older layout gives the same', async () => {
  const fragments = Object.entries(smallCatalog.fragments ?? {}).map(([name, text]) => {
    const older = name.replace(/^c/, 'core').replace(/^x/, 'extended').replace(/^l/, 'localized');
    return [older, text] as const;
  });
  const flat = flatCatalog({ ...smallCatalog, fragments: Object.fromEntries(fragments) });
  const read = await readWhole(flat);
  expect(read.revisions).toEqual(revisions);
  expect(read.details).toEqual(details);
});
