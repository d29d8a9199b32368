import { describe, expect, it } from 'vitest';
import type { SdpDocument } from '../../../../src/domain/index.ts';
import { compileSdp, decideUpdate } from '../../../../src/scan/index.ts';
import { machine } from '../../../support/machines.ts';
import type { DescribedPackage } from '../../../support/sdp-package.ts';
import {
  catalogXml,
  falseRule,
  idOf,
  packageXml,
  readDocument,
  trueRule,
  unknownRule,
} from '../../../support/sdp-package.ts';

const pc = machine({ id: 'pc' });

async function compile(...documents: readonly (readonly DescribedPackage[])[]) {
  const read: SdpDocument[] = [];
  for (const [i, described] of documents.entries()) {
    read.push(await readDocument(catalogXml(described), `catalog-${String(i)}.xml`));
  }
  return compileSdp(read);
}

const installed: DescribedPackage['items'] = [{ isInstalled: trueRule }];
const installable: DescribedPackage['items'] = [{ isInstalled: falseRule, isInstallable: trueRule }];

describe('revisions of packages', () => {
  const old = { id: 1, created: '2019-01-01T00:00:00', items: installable };
  const later = { id: 1, created: '2019-01-01T00:00:00-05:00', items: installed };

  it('the newer one counts in any order of documents, and the older file is told', async () => {
    const one = await compile([old, { id: 2, items: installed }], [later]);
    expect(one.rules.map((rules) => decideUpdate(rules, pc).outcome.state)).toEqual([
      'Installed',
      'Installed',
    ]);
    expect(one.updates[0]?.documents).toEqual(['example/catalog-1']);
    expect(one.warnings).toMatchObject([
      { code: 'older-edition-not-used', details: { packages: 1, file: 'catalog-0.xml' } },
    ]);
    const other = await compile([later], [old, { id: 2, items: installed }]);
    expect(other.rules).toEqual(one.rules);
  });

  it('CAT30 two contents of one date are a conflict, decided alike in any order', async () => {
    const twin = { ...old, title: 'Another title' };
    const one = await compile([old], [twin]);
    const other = await compile([twin], [old]);
    expect(one.warnings.map(({ code }) => code)).toEqual(['content-differs']);
    expect(one.updates[0]?.title).toBe(other.updates[0]?.title);
  });

  it('the same package in a catalog file and alone, with another SchemaVersion, is no conflict', async () => {
    const documents = [
      await readDocument(catalogXml([old]), 'catalog.xml'),
      await readDocument(packageXml(old), 'one.sdp'),
    ];
    const { warnings, updates } = await compileSdp(documents);
    expect(warnings).toEqual([]);
    expect(updates[0]?.documents).toHaveLength(2);
  });
});

describe('updates of packages', () => {
  it('carry what people and bundles need', async () => {
    const { updates } = await compile([{ id: 1, items: installable }]);
    expect(updates[0]).toMatchObject({
      id: `sdp:${idOf(1)}`,
      kb: null,
      label: 'ex1',
      title: 'Package 1',
      severity: 'Important',
      subTypes: ['Updates'],
      products: [{ id: 'sdp:example/driver', name: 'Driver', family: 'Example' }],
      restart: 'no',
      install: {
        program: 'setup.exe',
        arguments: '/quiet',
        defaultResult: 'Failed',
        returnCodes: [{ code: 0, result: 'Succeeded', reboot: false }],
        files: [
          { name: 'setup.exe', size: 12, sha1: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', sha256: null },
        ],
      },
    });
  });

  it('APR01 the content hash follows command line, codes and file, not texts or rules', async () => {
    const hashOf = async (xml: string) =>
      (await compileSdp([await readDocument(xml)])).updates[0]?.contentHash;
    const xml = packageXml({ id: 1, items: installable });
    const hash = await hashOf(xml);
    for (const [from, to] of [
      ['Arguments="/quiet"', 'Arguments="/quiet /norestart"'],
      ['Code="0"', 'Code="1"'],
      ['Digest="2jmj7l5rSw0yVb/vlWAYkK/YBwk="', 'Digest="2jmj7l5rSw0yVb/vlWAYkK/YBwo="'],
      ['RebootBehavior="NeverReboots"', 'RebootBehavior="AlwaysRequiresReboot"'],
    ] as const) {
      expect(xml).toContain(from);
      expect(await hashOf(xml.replace(from, to))).not.toBe(hash);
    }
    expect(await hashOf(xml.replace('Package 1', 'Renamed').replace('2020-01-01', '2021-01-01'))).toBe(hash);
  });

  it('items that are run differently name no single command', async () => {
    const other = '<cmd:CommandLineInstallerData Program="setup64.exe" Arguments=""/>';
    const { updates } = await compile([{ id: 1, items: [{}, { rest: other }] }]);
    expect(updates[0]?.install).toMatchObject({ program: '', arguments: '', files: [{ name: 'setup.exe' }] });
  });

  it('an installer file is run by Windows Installer, silently', async () => {
    const rest = '<msi:MsiInstallerData MsiFile="a.msi" CommandLine="A=1"/>';
    const { updates } = await compile([{ id: 1, items: [{ rest }] }]);
    expect(updates[0]?.install).toMatchObject({
      program: 'msiexec.exe',
      arguments: '/i "a.msi" /qn /norestart A=1',
    });
  });

  it('equal rules of different packages are one object', async () => {
    const items = [{ isInstalled: `<lar:And>${unknownRule}${unknownRule}</lar:And>` }];
    const { rules } = await compile([{ id: 1, items }], [{ id: 2, items }]);
    const when = (i: number) => rules[i]?.parts[0]?.clauses[0]?.when;
    expect(when(0)).toBe(when(1));
  });
});
