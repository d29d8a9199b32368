import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkCabinet,
  hashCabinet,
  readRoots,
  trustedCertificates,
} from '../../../../src/formats/authenticode/index.ts';
import { pemOf, testKey } from '../../../support/signing/make-certificate.ts';
import type { TestCertificate } from '../../../support/signing/make-certificate.ts';
import { signCabinet } from '../../../support/signing/sign-cabinet.ts';
import {
  authority,
  root,
  signer,
  signerWith,
  stamper,
  stampRoot,
} from '../../../support/signing/signing-site.ts';
import { writeCabinet } from '../../../support/signing/catalog-cabinet.ts';

function installed(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

const here = installed('osslsigncode');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const content = new TextEncoder().encode('a catalog '.repeat(9000));

/** What osslsigncode says of a cabinet: whether it is sound. */
function judged(cabinet: Uint8Array): boolean {
  writeFileSync(path('judged.cab'), cabinet);
  writeFileSync(path('roots.pem'), pemOf(root));
  writeFileSync(path('stamps.pem'), pemOf(stampRoot));
  const options = [
    'verify',
    '-in',
    path('judged.cab'),
    '-CAfile',
    path('roots.pem'),
    '-TSA-CAfile',
    path('stamps.pem'),
  ];
  return spawnSync('osslsigncode', options, { stdio: 'ignore' }).status === 0;
}

async function found(cabinet: Uint8Array<ArrayBuffer>, roots: readonly string[]) {
  const read = await readRoots(new File([roots.join('\n')], 'roots.pem'));
  if (!read.ok) throw new Error(read.error.code);
  const trusted = await trustedCertificates(
    read.value.roots.map((one) => ({ ...one, importedAt: 1, importedBy: '' })),
  );
  return checkCabinet(await hashCabinet(new File([cabinet], 'x.cab'), {}), { trusted, at: Date.now() });
}

function pemOfKey({ key }: TestCertificate): string {
  return String(key.secret.export({ type: 'pkcs8', format: 'pem' }));
}

describe.skipIf(!here)('judged by osslsigncode', () => {
  it('the cabinets that the tests sign are sound, and changed ones are not', () => {
    const roomy = writeCabinet(content, { signature: 1 });
    const rsa = signerWith({ key: testKey('rsa') });
    for (const own of [signer, rsa]) {
      const stamp = { kind: 'rfc3161', signer: stamper, at: '2025-03-01' } as const;
      const signed = signCabinet(roomy, { signer: own, certificates: [own, authority], stamp });
      expect(judged(signed)).toBe(true);
      const changed = signed.slice();
      changed[70] = (changed[70] ?? 0) ^ 1;
      expect(judged(changed)).toBe(false);
    }
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'])(
    'what osslsigncode signs with %s is proven here',
    async (hash) => {
      const own = signerWith({ key: testKey('rsa') });
      writeFileSync(path('plain.cab'), writeCabinet(content));
      writeFileSync(path('signer.pem'), pemOf(own) + pemOf(authority));
      writeFileSync(path('signer.key'), pemOfKey(own));
      rmSync(path('signed.cab'), { force: true });
      const options = ['-certs', path('signer.pem'), '-key', path('signer.key'), '-h', hash];
      execFileSync(
        'osslsigncode',
        ['sign', ...options, '-in', path('plain.cab'), '-out', path('signed.cab')],
        { stdio: 'ignore' },
      );
      const signed = Uint8Array.from(readFileSync(path('signed.cab')));
      expect(judged(signed)).toBe(true);
      const result = await found(signed, [pemOf(root)]);
      expect(result).toMatchObject({
        digest: 'matches',
        signature: 'valid',
        chain: 'to-trusted-root',
        time: 'valid-today',
        problem: null,
        signer: { sha256: own.sha256 },
        root: { sha256: root.sha256 },
        digestAlgorithm: hash.replace('sha', 'SHA-'),
      });
      const changed = signed.slice();
      changed[100] = (changed[100] ?? 0) ^ 1;
      expect((await found(changed, [pemOf(root)])).digest).toBe('differs');
    },
  );

  it('a counter-signature made by osslsigncode gives the time', async () => {
    const own = signerWith({ key: testKey('rsa'), to: '2024-01-01' });
    const rsaStamper = { ...stamper };
    writeFileSync(path('plain.cab'), writeCabinet(content));
    writeFileSync(path('signer.pem'), pemOf(own) + pemOf(authority));
    writeFileSync(path('signer.key'), pemOfKey(own));
    writeFileSync(path('stamper.pem'), pemOf(rsaStamper) + pemOf(stampRoot));
    writeFileSync(path('stamper.key'), pemOfKey(rsaStamper));
    rmSync(path('stamped.cab'), { force: true });
    const at = String(Date.UTC(2023, 4, 1) / 1000);
    execFileSync(
      'osslsigncode',
      [
        'sign',
        '-certs',
        path('signer.pem'),
        '-key',
        path('signer.key'),
        '-h',
        'sha256',
        '-TSA-certs',
        path('stamper.pem'),
        '-TSA-key',
        path('stamper.key'),
        '-TSA-time',
        at,
        '-in',
        path('plain.cab'),
        '-out',
        path('stamped.cab'),
      ],
      { stdio: 'ignore' },
    );
    const result = await found(Uint8Array.from(readFileSync(path('stamped.cab'))), [
      pemOf(root),
      pemOf(stampRoot),
    ]);
    expect(result).toMatchObject({
      time: 'valid-when-stamped',
      signedAt: '2023-05-01T00:00:00.000Z',
      problem: null,
    });
  });

  it.skipIf(!installed('gcab'))('a cabinet made by gcab and signed by osslsigncode is proven', async () => {
    const own = signerWith({ key: testKey('rsa') });
    writeFileSync(path('mssecure.xml'), content);
    writeFileSync(path('signer.pem'), pemOf(own) + pemOf(authority));
    writeFileSync(path('signer.key'), pemOfKey(own));
    execFileSync('gcab', ['-c', '-z', path('made.cab'), path('mssecure.xml')], { stdio: 'ignore' });
    const options = ['-certs', path('signer.pem'), '-key', path('signer.key'), '-h', 'sha256'];
    execFileSync(
      'osslsigncode',
      ['sign', ...options, '-in', path('made.cab'), '-out', path('made-signed.cab')],
      { stdio: 'ignore' },
    );
    const result = await found(Uint8Array.from(readFileSync(path('made-signed.cab'))), [pemOf(root)]);
    expect(result).toMatchObject({ digest: 'matches', chain: 'to-trusted-root', problem: null });
  });
});
