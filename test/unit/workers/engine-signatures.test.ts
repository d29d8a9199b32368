import { describe, expect, it } from 'vitest';
import type { Engine, ImportOptions } from '../../../src/tasks/engine.ts';
import { mssecureXml } from '../../support/mssecure-xml.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { writeCabinet } from '../../support/signing/catalog-cabinet.ts';
import { makeCertificate, testKey } from '../../support/signing/make-certificate.ts';
import { signCabinet } from '../../support/signing/sign-cabinet.ts';
import { authority, root, signer, signerWith } from '../../support/signing/signing-site.ts';
import { january } from '../../support/small-site.ts';

const xml = (version = '1.0.0.1', day = '1/2/2004') =>
  new TextEncoder().encode(
    mssecureXml([{ bulletin: 'MS01-001', files: [{ name: 'a.dll', version: '1.0' }] }], {
      DataVersion: version,
      LastDataUpdate: day,
    }),
  );
const named = (bytes: BlobPart, name = 'mssecure.cab') => new File([bytes], name);
const sign = (content = xml(), by = signer) =>
  signCabinet(writeCabinet(content, { signature: 1 }), { signer: by, certificates: [by, authority] });
const rootFile = () => new File([root.der], 'root.cer');

async function outcomes(engine: Engine, files: readonly File[], options: ImportOptions = {}) {
  const result = await engine.importFiles(files, options, quiet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files;
}

const acts = async (engine: Engine) => (await engine.journal(1, 100)).entries.map(({ act }) => act);
const editions = async (engine: Engine) => (await engine.snapshot()).catalogs.editions;

describe('signatures of MSSecure cabinets', () => {
  it('unsigned: asked for a reason, then in use on record, and not asked again for the same bytes', async () => {
    const { engine } = await openTestEngine();
    await engine.saveSettings({ ...(await engine.snapshot()).settings, operator: 'Kim' });
    const file = named(writeCabinet(xml()));
    expect(await outcomes(engine, [file, january()])).toMatchObject([
      { outcome: 'unproven', error: { code: 'signature-not-proven', details: { because: 'unsigned' } } },
      { outcome: 'imported' },
    ]);
    expect((await editions(engine)).map(({ source }) => source)).toEqual(['msrc']);
    const reason = { signatureOverrides: { 'mssecure.cab': 'the archive has no other copy' } };
    expect(await outcomes(engine, [file], reason)).toMatchObject([{ outcome: 'imported' }]);
    const row = (await editions(engine)).find(({ source }) => source === 'mssecure');
    expect(row?.signature).toMatchObject({
      presence: 'unsigned',
      override: { reason: 'the archive has no other copy', by: 'Kim', doubt: 'unsigned' },
    });
    expect(
      (await engine.journal(1, 100)).entries.find(({ act }) => act === 'catalog-signature-override'),
    ).toMatchObject({
      by: 'Kim',
      file: 'mssecure.cab',
      details: { doubt: 'unsigned', reason: 'the archive has no other copy', signature: 'overridden' },
    });
    expect(await outcomes(engine, [file])).toMatchObject([{ outcome: 'nothing-new' }]);
    const other = named(writeCabinet(xml('1.0.0.2', '2/2/2004')));
    expect(await outcomes(engine, [other])).toMatchObject([{ outcome: 'unproven' }]);
  });

  it('signed: refused until its root is imported, then proven, and a stored override gives way', async () => {
    const indexedDb = profile();
    const { engine, session } = await openTestEngine({ indexedDb });
    const file = named(sign());
    expect(await outcomes(engine, [file])).toMatchObject([
      { outcome: 'unproven', error: { details: { because: 'incomplete', missingIssuer: 'CN=Test Root' } } },
    ]);
    await outcomes(engine, [file], { signatureOverrides: { 'mssecure.cab': 'urgent' } });
    expect((await editions(engine))[0]?.signature?.override?.reason).toBe('urgent');
    const roots = await engine.importRoots([rootFile(), rootFile(), new File(['x'], 'x.cer')]);
    expect(roots).toMatchObject({
      ok: true,
      value: {
        imported: [{ subject: 'CN=Test Root' }],
        present: [{}],
        rejected: [{ code: 'root-not-understood' }],
      },
    });
    expect(await outcomes(engine, [file])).toMatchObject([{ outcome: 'nothing-new' }]);
    expect((await editions(engine))[0]?.signature).toMatchObject({
      chain: 'to-trusted-root',
      override: null,
      root: { sha256: root.sha256 },
    });
    session.store.close();
    const again = (await openTestEngine({ indexedDb })).engine;
    expect((await again.snapshot()).trustedRoots).toMatchObject([{ sha256: root.sha256, file: 'root.cer' }]);
    expect((await editions(again))[0]?.signature?.chain).toBe('to-trusted-root');
    await again.removeRoot(root.sha256);
    expect((await again.snapshot()).trustedRoots).toEqual([]);
    expect(await acts(again)).toEqual(expect.arrayContaining(['root-imported', 'root-removed']));
    expect((await again.journal(1, 100)).chainBrokenAt).toBeNull();
    expect(await outcomes(again, [named(sign(xml('1.0.0.2', '2/2/2004')))])).toMatchObject([
      { outcome: 'unproven' },
    ]);
  });

  it('altered, CAT05 of another signer: refused by name, whatever reason is given', async () => {
    const { engine } = await openTestEngine();
    await engine.importRoots([rootFile()]);
    const altered = sign();
    altered[130] = (altered[130] ?? 0) ^ 1;
    const contoso = signerWith({ organization: 'Contoso' });
    const files = [named(altered, 'a.cab'), named(sign(xml(), contoso), 'b.cab'), january()];
    const signatureOverrides = { 'a.cab': 'please', 'b.cab': 'please' };
    expect(await outcomes(engine, files, { signatureOverrides })).toMatchObject([
      {
        outcome: 'rejected',
        error: { code: 'signature-refused', file: 'a.cab', details: { because: 'altered' } },
      },
      { outcome: 'rejected', error: { details: { because: 'other-signer', signerName: 'Contoso' } } },
      { outcome: 'imported' },
    ]);
    expect((await editions(engine)).map(({ source }) => source)).toEqual(['msrc']);
    const rejected = (await engine.journal(1, 100)).entries.filter(({ act }) => act === 'file-rejected');
    expect(rejected.map(({ file }) => file)).toEqual(['a.cab', 'b.cab']);
  });

  it('CAT06 SHA-1 is taken and flagged', async () => {
    const { engine } = await openTestEngine();
    await engine.importRoots([rootFile()]);
    const old = signCabinet(writeCabinet(xml(), { signature: 1 }), {
      signer,
      certificates: [signer, authority],
      hash: 'sha1',
    });
    expect(await outcomes(engine, [named(old)])).toMatchObject([{ outcome: 'imported' }]);
    expect((await editions(engine))[0]?.signature?.weak).toEqual(['digest', 'signature']);
    const { entries } = await engine.journal(1, 100);
    expect(entries.find(({ act }) => act === 'catalog-imported')?.details).toMatchObject({
      signature: 'legacy',
      signer: 'Microsoft Corporation',
      thumbprint: root.sha256,
    });
  });

  it('roots and findings go through a workspace file', async () => {
    const { engine } = await openTestEngine();
    await engine.importRoots([rootFile()]);
    await outcomes(engine, [named(sign())]);
    const before = await engine.snapshot();
    const saved = await engine.exportWorkspace(quiet);
    if (!saved.ok) throw new Error(saved.error.code);
    const other = await openTestEngine();
    const file = new File([saved.value], 'site.pfw');
    expect(await other.engine.restoreWorkspace(file, quiet)).toMatchObject({ ok: true });
    const after = await other.engine.snapshot();
    expect(after.trustedRoots).toEqual(before.trustedRoots);
    expect(after.catalogs.editions).toEqual(before.catalogs.editions);
    // The certificate itself came along: it still proves.
    expect(await outcomes(other.engine, [named(sign(xml('1.0.0.2', '2/2/2004')))])).toMatchObject([
      { outcome: 'imported' },
    ]);
  });

  it('a certificate that is no root is not imported', async () => {
    const { engine } = await openTestEngine();
    const below = makeCertificate({ name: 'Below', key: testKey('ec', 'below'), issuer: root });
    const result = await engine.importRoots([new File([below.der], 'below.cer')]);
    expect(result).toMatchObject({ ok: true, value: { imported: [], rejected: [{ code: 'root-missing' }] } });
    expect((await engine.snapshot()).trustedRoots).toEqual([]);
  });
});
