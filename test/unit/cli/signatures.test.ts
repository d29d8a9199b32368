import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../../support/cli.ts';
import { mssecureXml } from '../../support/mssecure-xml.ts';
import { writeCabinet } from '../../support/signing/catalog-cabinet.ts';
import { pemOf } from '../../support/signing/make-certificate.ts';
import { signCabinet } from '../../support/signing/sign-cabinet.ts';
import { authority, root, signer } from '../../support/signing/signing-site.ts';

const xml = new TextEncoder().encode(mssecureXml([{ bulletin: 'MS01-001', files: [{ name: 'a.dll' }] }]));
let folder: string;
beforeAll(buildCli, buildTimeout);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-signatures-'));
  const roomy = writeCabinet(xml, { signature: 1 });
  writeFileSync(
    join(folder, 'signed.cab'),
    signCabinet(roomy, { signer, certificates: [signer, authority] }),
  );
  writeFileSync(join(folder, 'unsigned.cab'), writeCabinet(xml));
  writeFileSync(join(folder, 'root.pem'), pemOf(root));
  writeFileSync(join(folder, 'empty.facts.json'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const scan = (...words: readonly string[]) =>
  runCli(['scan', '--inventory', 'empty.facts.json', '--catalog', ...words], folder);

describe('signatures on the command line', () => {
  it('a signed cabinet needs its root: --root', () => {
    const without = scan('signed.cab');
    expect(without.exit).toBe(1);
    expect(without.stderr).toContain('rejected: signed.cab: the signature of the file proves nothing here');
    expect(without.stderr).toContain('missingIssuer CN=Test Root');
    expect(without.stderr).toContain('--root FILE');
    const { catalogs } = JSON.parse(scan('signed.cab', '--root', 'root.pem').stdout);
    expect(catalogs).toMatchObject([
      {
        source: 'mssecure',
        signature: { standing: 'proven', signer: 'Microsoft Corporation', rootSha256: root.sha256 },
      },
    ]);
  });

  it('an unsigned one needs a reason: --allow-unsigned', () => {
    expect(JSON.parse(scan('unsigned.cab').stdout).catalogs).toEqual([]);
    const { catalogs } = JSON.parse(scan('unsigned.cab', '--allow-unsigned', 'a test of old files').stdout);
    expect(catalogs).toMatchObject([
      { signature: { standing: 'overridden', doubt: 'unsigned', reason: 'a test of old files' } },
    ]);
  });

  it('says what is wrong with its words: no reason, no root in the file', () => {
    expect(scan('unsigned.cab', '--allow-unsigned', 'x')).toMatchObject({ exit: 2 });
    const noRoot = scan('signed.cab', '--root', 'unsigned.cab');
    expect(noRoot.exit).toBe(2);
    expect(noRoot.stderr).toContain('unsigned.cab: the file holds no certificate that can be read');
  });
});
