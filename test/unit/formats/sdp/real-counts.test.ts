import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule, SdpDocument } from '../../../../src/domain/index.ts';
import { sniffSdp } from '../../../../src/formats/sdp/index.ts';
import { compileSdp } from '../../../../src/scan/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { elementCounts, readPackages, realPackageFiles } from '../../../support/real-packages.ts';
import { zipOf } from '../../../support/zip-archive.ts';

/** Leaves that are not understood, in all rules of a document. */
function notUnderstood(documents: readonly SdpDocument[]): readonly string[] {
  const names: string[] = [];
  const look = (rule: Rule): void => {
    if (rule.op === 'and' || rule.op === 'or') rule.of.forEach(look);
    else if (rule.op === 'not' || rule.op === 'proven') look(rule.of);
    else if (rule.op === 'leaf' && rule.leaf.kind === 'not-understood') names.push(rule.leaf.name);
    else if (rule.op === 'leaf' && rule.leaf.kind === 'reg-key-loop') look(rule.leaf.of);
  };
  for (const { packages } of documents) {
    for (const { isInstallable, isInstalled, items } of packages) {
      for (const rule of [
        isInstallable,
        isInstalled,
        ...items.flatMap(({ rules }) => [rules.isInstalled, rules.isSuperseded, rules.isInstallable]),
      ]) {
        if (rule !== null) look(rule);
      }
    }
  }
  return names;
}

describe.skipIf(!hasData('wu'))('the 1,223 real packages', () => {
  let files: File[] = [];
  let documents: SdpDocument[] = [];

  beforeAll(async () => {
    files = realPackageFiles();
    documents = await readPackages(files);
  }, 600_000);

  it('are all recognised and read without a remark, each as its own document', async () => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.slice(0, 65536).arrayBuffer());
      expect(sniffSdp({ name: file.name, size: file.size, bytes, text: '' })).toBe(true);
    }
    expect(new Set(documents.map(({ id }) => id)).size).toBe(1223);
    expect(documents.flatMap(({ warnings }) => warnings)).toEqual([]);
    for (const { id, file, edition, packages } of documents) {
      expect(file.toLowerCase()).toBe(`${id}.sdp`);
      expect(edition).toBe(`${id}@${packages[0]?.created ?? ''}`);
    }
  });

  it('have as many of each rule element as another reading counts, none of them not understood', () => {
    // Counted apart with Python's ElementTree: elements of the rule namespaces in the same files.
    expect(elementCounts(documents)).toEqual({
      And: 12224,
      FileVersion: 3860,
      MsiProductInstalled: 1,
      Not: 204,
      Or: 1755,
      Processor: 8353,
      RegSz: 3381,
      WindowsVersion: 9577,
      WmiQuery: 6167,
    });
    expect(notUnderstood(documents)).toEqual([]);
  });

  it('carry severity, restart, return codes and supersedence as counted apart', async () => {
    const { updates, warnings } = await compileSdp(documents);
    const count = (holds: (update: (typeof updates)[number]) => boolean) => updates.filter(holds).length;
    expect(warnings).toEqual([]);
    expect(
      ['Critical', 'Important', 'Low'].map((word) => count(({ severity }) => severity === word)),
    ).toEqual([176, 330, 717]);
    expect(['yes', 'maybe', 'no'].map((word) => count(({ restart }) => restart === word))).toEqual([
      832, 390, 1,
    ]);
    const superseded = updates.flatMap(({ relations }) => relations?.supersedes ?? []);
    expect([superseded.length, new Set(superseded).size]).toEqual([19487, 3886]);
    const withoutZero = count(
      ({ install }) => install !== undefined && !install.returnCodes.some(({ code }) => code === 0),
    );
    expect(withoutZero).toBe(157);
    expect(count(({ install }) => install?.files.length !== 1)).toBe(0);
    expect(count(({ install }) => install?.files.some(({ sha1 }) => sha1 === null) ?? true)).toBe(0);
  });

  it('come out of an archive and of the catalog file as they do alone', { timeout: 120_000 }, async () => {
    const content: Record<string, Uint8Array> = { 'V2/update_manifest.json': new Uint8Array(2) };
    for (const file of files) content[`V2/${file.name}`] = new Uint8Array(await file.arrayBuffer());
    const catalog = readFileSync(join(dataFolder, 'wu', 'HpCatalogForSms.dev-subset.xml'));
    const [archived, subset] = await readPackages([
      new File([zipOf(content) as BlobPart], 'V2.zip'),
      new File([catalog], 'HpCatalogForSms.xml'),
    ]);
    const alone = documents.flatMap(({ packages }) => packages).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(archived?.packages).toEqual(alone);
    expect(subset?.packages).toHaveLength(41);
    expect(subset?.root).toBe('SystemsManagementCatalog');
    // Together: one update a package, no conflict.
    const { updates, warnings } = await compileSdp([...documents, ...(subset ? [subset] : [])]);
    expect(updates).toHaveLength(1223);
    expect(warnings).toEqual([]);
  });
});
