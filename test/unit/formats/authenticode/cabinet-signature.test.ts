import { describe, expect, it } from 'vitest';
import { writeCabinet } from '../../../support/signing/catalog-cabinet.ts';
import { check, content, roomy, signedBy, usual, verdictOf } from '../../../support/signing/check.ts';
import { codeSigning, makeCertificate, testKey } from '../../../support/signing/make-certificate.ts';
import { sealWith, signCabinet } from '../../../support/signing/sign-cabinet.ts';
import {
  authority,
  root,
  signer,
  signerWith,
  stampRoot,
  stamper,
} from '../../../support/signing/signing-site.ts';
import type { KeyKind } from '../../../support/signing/make-certificate.ts';

describe('the four findings of a signed cabinet', () => {
  it('all in order: signer, root and its thumbprint are named', async () => {
    const found = await signedBy();
    expect(found).toMatchObject({
      presence: 'signed',
      digest: 'matches',
      signature: 'valid',
      chain: 'to-trusted-root',
      time: 'valid-today',
      problem: null,
      signer: { subject: 'CN=Test Signer, O=Microsoft Corporation', sha256: signer.sha256 },
      signerName: 'Microsoft Corporation',
      root: { subject: 'CN=Test Root', sha256: root.sha256 },
      digestAlgorithm: 'SHA-256',
      signatureAlgorithm: 'ECDSA P-256 SHA-256',
      weak: [],
    });
    expect(verdictOf(found)).toBe('proven');
  });

  it('a cabinet without a signature, with and without the reserved bytes', async () => {
    for (const cabinet of [writeCabinet(content), sealWith(roomy, new Uint8Array())]) {
      const found = await check(cabinet);
      expect(found).toMatchObject({ presence: 'unsigned', digest: 'not-checked', chain: 'not-checked' });
      expect(verdictOf(found)).toBe('unsigned');
    }
  });

  it.each<[KeyKind, 'sha256' | 'sha384' | 'sha512', string]>([
    ['rsa', 'sha256', 'RSA 2048 SHA-256'],
    ['pss', 'sha256', 'RSA-PSS 2048 SHA-256'],
    ['ec', 'sha256', 'ECDSA P-256 SHA-256'],
    ['ec384', 'sha384', 'ECDSA P-384 SHA-384'],
    ['ec521', 'sha512', 'ECDSA P-521 SHA-512'],
  ])('%s with %s', async (kind, hash, name) => {
    const own = signerWith({ key: testKey(kind, 'kinds'), hash });
    const found = await signedBy({ signer: own, certificates: [own, authority], hash });
    expect(found).toMatchObject({ digest: 'matches', signature: 'valid', signatureAlgorithm: name });
    expect(verdictOf(found)).toBe('proven');
  });

  it('no byte outside of the four that nothing covers can be changed unseen', async () => {
    const signed = signCabinet(roomy, usual);
    const seal = new DataView(signed.buffer).getUint32(8, true);
    const unseen: number[] = [];
    for (const at of [...Array(64).keys(), seal >> 1, seal - 1]) {
      const changed = signed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const found = await check(changed);
      if (verdictOf(found) === 'proven') unseen.push(at);
      // Taking the signature away altogether is all that changing the header can do.
      else expect(['unsigned', 'altered', 'not-readable']).toContain(verdictOf(found));
    }
    // The number in a set, and four reserved bytes that mean nothing: as osslsigncode has it.
    expect(unseen).toEqual([34, 35, 52, 53, 54, 55]);
  });
});

describe('chain and time', () => {
  it('a root that was not imported: in the file, or missing', async () => {
    const inFile = await signedBy({ certificates: [signer, authority, root] }, []);
    expect(inFile).toMatchObject({ chain: 'to-unknown-root', root: { sha256: root.sha256 } });
    expect(verdictOf(inFile)).toBe('unknown-root');
    const missing = await signedBy({}, []);
    expect(missing).toMatchObject({ chain: 'incomplete', root: null, missingIssuer: 'CN=Test Root' });
    expect(verdictOf(missing)).toBe('incomplete');
    expect(verdictOf(await signedBy({ certificates: [signer] }))).toBe('incomplete');
  });

  it('expired and not yet valid without a counter-signature', async () => {
    const old = signerWith({ to: '2024-01-01' });
    expect(await signedBy({ signer: old, certificates: [old, authority] })).toMatchObject({
      digest: 'matches',
      signature: 'valid',
      chain: 'to-trusted-root',
      time: 'expired',
    });
    const early = signerWith({ from: '2030-01-01' });
    const found = await signedBy({ signer: early, certificates: [early, authority] });
    expect(found.time).toBe('not-yet-valid');
    expect(verdictOf(found)).toBe('not-yet-valid');
  });

  it.each(['rfc3161', 'pkcs9'] as const)(
    'a counter-signature (%s) proves an expired signer',
    async (kind) => {
      const old = signerWith({ to: '2024-01-01' });
      const options = {
        signer: old,
        certificates: [old, authority],
        stamp: { kind, signer: stamper, at: '2023-05-01', hash: 'sha256' },
      } as const;
      const trusted = await signedBy(options, [root, stampRoot]);
      expect(trusted).toMatchObject({
        time: 'valid-when-stamped',
        signedAt: '2023-05-01T00:00:00.000Z',
        stampRoot: { sha256: stampRoot.sha256 },
        weak: [],
      });
      expect(verdictOf(trusted)).toBe('proven');
      expect(verdictOf(await signedBy(options))).toBe('stamp-not-trusted');
      const late = { ...options, stamp: { ...options.stamp, at: '2025-05-01' } };
      expect(verdictOf(await signedBy(late, [root, stampRoot]))).toBe('expired');
      const wrong = await signedBy({ ...options, stamp: { ...options.stamp, wrong: true } }, [
        root,
        stampRoot,
      ]);
      expect(wrong).toMatchObject({ signature: 'valid', time: 'stamp-invalid', problem: 'stamp-wrong' });
      expect(verdictOf(wrong)).toBe('stamp-wrong');
    },
  );

  it('a counter-signature by one who may not give times is wrong', async () => {
    const found = await signedBy({ stamp: { kind: 'rfc3161', signer, at: '2023-05-01' } });
    expect(verdictOf(found)).toBe('stamp-wrong');
  });

  it('a counter-signature does not lengthen a signature that ends with its certificate', async () => {
    const old = signerWith({ to: '2024-01-01', purposes: [codeSigning, '1.3.6.1.4.1.311.10.3.13'] });
    const stamp = { kind: 'rfc3161', signer: stamper, at: '2023-05-01' } as const;
    const found = await signedBy({ signer: old, certificates: [old, authority], stamp }, [root, stampRoot]);
    expect(verdictOf(found)).toBe('expired');
  });

  it('of two ways to a root the one that is trusted and in time counts', async () => {
    const otherRoot = makeCertificate({ name: 'Other Root', key: testKey('ec', 'other'), authority: true });
    const keyOf = { name: 'Test Authority', key: authority.key, authority: true } as const;
    const crossed = makeCertificate({ ...keyOf, serial: 8, issuer: otherRoot });
    const expired = makeCertificate({ ...keyOf, serial: 7, issuer: root, to: '2021-01-01' });
    const certificates = [signer, crossed, expired, otherRoot, authority];
    const found = await signedBy({ certificates });
    expect(found).toMatchObject({ chain: 'to-trusted-root', time: 'valid-today' });
    expect(found.root?.sha256).toBe(root.sha256);
  });
});

describe('CAT05 CAT06 whose signature, and how strong', () => {
  it('CAT05 a valid signature by another than the expected signer names it', async () => {
    const other = signerWith({ organization: 'Contoso' });
    const found = await signedBy({ signer: other, certificates: [other, authority] });
    expect(found).toMatchObject({ chain: 'to-trusted-root', signerName: 'Contoso' });
    expect(verdictOf(found)).toBe('other-signer');
  });

  it('CAT06 SHA-1 is accepted as legacy and weak, part by part', async () => {
    const old = signerWith({ hash: 'sha1', key: testKey('rsa1024', 'old') });
    const found = await signedBy({ signer: old, certificates: [old, authority], hash: 'sha1' });
    expect(found).toMatchObject({ digest: 'matches', signature: 'valid', digestAlgorithm: 'SHA-1' });
    expect([...found.weak].sort()).toEqual(['chain', 'digest', 'key', 'signature']);
    expect(verdictOf(found)).toBe('legacy');
  });

  it('CAT06 a second signature with a newer algorithm inside of an old one is the one that counts', async () => {
    const found = await signedBy({ hash: 'sha1', nested: usual });
    expect(found).toMatchObject({ digestAlgorithm: 'SHA-256', weak: [] });
    const spoilt = await signedBy({ hash: 'sha1', nested: { ...usual, spoil: true } });
    expect(verdictOf(spoilt)).toBe('signature-wrong');
  });

  it('MD5 proves nothing', async () => {
    const found = await signedBy({ hash: 'md5', signer: signerWith({ key: testKey('rsa') }) });
    expect(found.problem).toBe('algorithm-not-supported');
    expect(verdictOf(found)).toBe('algorithm-not-supported');
  });
});
