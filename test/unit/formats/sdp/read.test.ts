import { describe, expect, it } from 'vitest';
import { sniffSdp } from '../../../../src/formats/sdp/index.ts';
import type { DescribedPackage } from '../../../support/sdp-package.ts';
import {
  catalogXml,
  idOf,
  packageXml,
  readDocument,
  readRefusal,
  trueRule,
  wmi,
} from '../../../support/sdp-package.ts';

const described: DescribedPackage = {
  id: 1,
  created: '2020-02-03T04:05:06',
  isInstallable: trueRule,
  supersedes: [7, 8],
  prerequisites: [[2, 3], [4]],
  items: [{ isInstalled: wmi('select * from Win32_BIOS'), isInstallable: trueRule }],
};

describe('reading packages', () => {
  it('a single package with all its parts', async () => {
    const document = await readDocument(packageXml(described), 'whatever.txt');
    expect(document).toMatchObject({
      source: 'sdp',
      id: idOf(1),
      root: 'SoftwareDistributionPackage',
      edition: `${idOf(1)}@2020-02-03T04:05:06`,
      title: 'Package 1',
      currentReleaseDate: '2020-02-03T04:05:06',
      vendors: ['Example'],
      warnings: [],
      ruleElements: { True: 2, WmiQuery: 1 },
    });
    expect(document.packages).toEqual([
      {
        id: idOf(1),
        vendor: 'Example',
        created: '2020-02-03T04:05:06',
        schemaVersion: '1.2',
        publication: 'Published',
        updateType: 'Software',
        canSourceBeRequired: false,
        restrictToClientServicingApi: false,
        moreInfoUrls: [],
        supportUrl: '',
        products: ['Driver'],
        texts: [{ language: 'en', title: 'Package 1', description: 'About it.' }],
        content: 'update',
        severity: 'Important',
        classification: 'Updates',
        bulletin: '',
        article: 'ex1',
        cves: [],
        isInstallable: { op: 'true' },
        isInstalled: null,
        supersedes: [idOf(7), idOf(8)],
        prerequisites: [[idOf(2), idOf(3)], [idOf(4)]],
        bundled: [],
        items: [
          {
            id: idOf(900),
            rules: {
              isInstalled: {
                op: 'leaf',
                leaf: { kind: 'wmi-query', namespace: 'root\\cimv2', query: 'select * from Win32_BIOS' },
              },
              isSuperseded: null,
              isInstallable: { op: 'true' },
            },
            install: {
              canRequestUserInput: false,
              requiresNetworkConnectivity: false,
              impact: 'Normal',
              rebootBehavior: 'NeverReboots',
            },
            uninstall: null,
            handler: {
              kind: 'command-line',
              program: 'setup.exe',
              arguments: '/quiet',
              defaultResult: 'Failed',
              rebootByDefault: false,
              returnCodes: [{ code: 0, result: 'Succeeded', reboot: false, texts: [] }],
              repairPaths: [],
            },
            file: {
              name: 'setup.exe',
              size: 12,
              modified: '',
              url: 'http://vendor.example/setup.exe',
              sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
              sha256: null,
            },
            languages: [],
          },
        ],
      },
    ]);
  });

  it('a catalog file: one document, packages sorted, the latest date names the edition', async () => {
    const xml = catalogXml([
      { id: 3, created: '2020-01-01T00:00:00Z' },
      { id: 2, created: '2021-01-01T00:00:00+01:00' },
    ]);
    const document = await readDocument(xml, 'VendorCatalog.xml');
    expect(document).toMatchObject({
      id: 'example/vendorcatalog',
      root: 'SystemsManagementCatalog',
      edition: 'SystemsManagementCatalog@2021-01-01T00:00:00+01:00',
      initialReleaseDate: '2020-01-01T00:00:00Z',
      title: 'Example',
    });
    expect(document.packages.map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
  });

  it('CAT15 byte order mark, CRLF, UTF-16 and other prefixes give the same packages', async () => {
    const xml = packageXml(described);
    const { packages } = await readDocument(xml);
    const utf16 = new Uint8Array(2 + xml.length * 2);
    utf16.set([0xff, 0xfe]);
    [...xml].forEach((mark, i) => utf16.set([mark.charCodeAt(0) & 255, mark.charCodeAt(0) >> 8], 2 + 2 * i));
    const variants = [
      `\uFEFF${xml}`,
      xml.replace(/\n/g, '\r\n'),
      utf16,
      xml.replaceAll('bar:', 'x1:').replace('xmlns:bar', 'xmlns:x1'),
      // Every element declares its prefixes again, as one vendor's files do.
      xml
        .replace(/<(sdp|lar|bar|cmd):([A-Za-z]+)(?=[\s>/])/g, '<$1:$2 xmlns:$1="urn:test:$1"')
        .replace(
          /^<sdp:SoftwareDistributionPackage xmlns:sdp="urn:test:sdp"/,
          '<sdp:SoftwareDistributionPackage',
        ),
      // The package's own namespace as the default one.
      xml.replaceAll('sdp:', '').replace('xmlns="http://www.w3.org/2001/XMLSchema"', 'xmlns="urn:test:sdp"'),
    ];
    for (const variant of variants) expect((await readDocument(variant)).packages).toEqual(packages);
  });

  it('CAT25 recognised by the root, whatever the name; other documents are not', () => {
    const head = (text: string) => ({
      name: 'a.txt',
      size: text.length,
      bytes: new TextEncoder().encode(text),
      text,
    });
    expect(sniffSdp(head(packageXml(described)))).toBe(true);
    expect(sniffSdp(head(`\uFEFF<?xml version="1.0"?><!-- note -->\r\n${catalogXml([])}`))).toBe(true);
    expect(sniffSdp(head('<usp:UpdateServicesPackage xmlns:usp="urn:x"/>'))).toBe(true);
    expect(sniffSdp(head('<DriverPackManifest xmlns="openmanifest"/>'))).toBe(false);
    expect(sniffSdp(head('SoftwareDistributionPackage'))).toBe(false);
    expect(sniffSdp(head(''))).toBe(false);
  });

  it('what the schema wants otherwise is a remark with its count', async () => {
    const xml = packageXml({ ...described, items: [{}, {}] })
      .replaceAll('Impact="Normal"', 'Impact="Enormous"')
      .replace('MsrcSeverity="Important"', 'MsrcSeverity="Urgent"')
      .replaceAll('Digest="2jmj7l5rSw0yVb/vlWAYkK/YBwk="', 'Digest="abc"')
      .replace('<sdp:UpdateSpecificData', '<sdp:Colour>red</sdp:Colour><sdp:UpdateSpecificData');
    const document = await readDocument(xml);
    const remark = (field: string, value: string, count: number) => ({
      code: 'value-not-in-schema',
      details: { field, value, first: idOf(1), count },
    });
    expect(document.warnings).toEqual([
      remark('InstallProperties/Impact', 'Enormous', 2),
      remark('OriginFile/Digest', 'abc', 2),
      remark('SoftwareDistributionPackage', 'Colour', 1),
      remark('UpdateSpecificData/MsrcSeverity', 'Urgent', 1),
    ]);
    expect(document.packages[0]?.items[0]?.install?.impact).toBe('Normal');
    expect(document.packages[0]?.severity).toBe('Urgent');
  });

  it('a package of a catalog that has no PackageID is left out and remarked on; the others are read', async () => {
    const xml = catalogXml([{ id: 1 }, { id: 2 }]).replace(`PackageID="${idOf(1)}"`, 'PackageID=""');
    const document = await readDocument(xml);
    expect(document.packages.map(({ id }) => id)).toEqual([idOf(2)]);
    expect(document.warnings).toContainEqual({
      code: 'value-not-in-schema',
      details: { field: 'Properties/PackageID', value: '', first: '', count: 1 },
    });
    const only = packageXml({ id: 1 }).replace(`PackageID="${idOf(1)}"`, '');
    expect(await readRefusal(only)).toMatchObject({
      code: 'element-missing',
      place: 'SoftwareDistributionPackage/Properties/PackageID',
    });
  });

  it('CAT29 a date that cannot be believed is flagged, kept as written, and older than any other', async () => {
    const document = await readDocument(
      catalogXml([
        { id: 1, created: '03/04/2019', title: 'Doubtful' },
        { id: 1, created: '2015-01-01T00:00:00', title: 'Dated' },
      ]),
    );
    expect(document.packages.map(({ texts }) => texts[0]?.title)).toEqual(['Dated']);
    expect(document.warnings.map(({ code }) => code)).toEqual([
      'value-not-in-schema',
      'older-edition-not-used',
    ]);
  });

  it('CAT30 two contents of one revision are named, whichever comes first', async () => {
    const [a, b] = [
      { id: 1, title: 'One' },
      { id: 1, title: 'Two' },
    ];
    const first = await readDocument(catalogXml([a, b]));
    const second = await readDocument(catalogXml([b, a]));
    expect(first.packages).toEqual(second.packages);
    expect(first.warnings).toMatchObject([{ code: 'content-differs', details: { document: idOf(1) } }]);
    expect((await readDocument(catalogXml([a, a]))).warnings).toEqual([]);
  });

  it.each([
    [
      'msi',
      '<msi:MsiInstallerData MsiFile="a.msi" ProductCode="{1}" CommandLine="A=1"/>',
      { kind: 'msi', file: 'a.msi', commandLine: 'A=1' },
    ],
    [
      'msp',
      '<msp:MspInstallerData PatchCode="{2}"><msp:MspFileName>a.msp</msp:MspFileName></msp:MspInstallerData>',
      { kind: 'msp', file: 'a.msp', patchCode: '{2}' },
    ],
    ['update.exe', '<cmd:UpdateExeInstallerData/>', { kind: 'other', name: 'UpdateExeInstallerData' }],
  ])('the %s handler', async (_name, rest, handler) => {
    const document = await readDocument(packageXml({ id: 1, items: [{ rest }] }));
    expect(document.packages[0]?.items[0]?.handler).toMatchObject(handler);
    expect(document.warnings).toEqual([]);
  });
});
