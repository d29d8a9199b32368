import { describe, expect, it } from 'vitest';
import { judgeSignature } from '../../../../src/domain/index.ts';
import type { CatalogSignature } from '../../../../src/domain/index.ts';
import { checkCabinet, trustedCertificates } from '../../../../src/formats/authenticode/index.ts';
import { codeSigning, makeCertificate, testKey } from '../../../support/signing/make-certificate.ts';
import type { KeyKind, TestCertificate } from '../../../support/signing/make-certificate.ts';
import { blobOf, sealWith, signCabinet } from '../../../support/signing/sign-cabinet.ts';
import type { SigningOptions } from '../../../support/signing/sign-cabinet.ts';
import {
  authority,
  checkedAt,
  imported,
  root,
  signer,
  signerWith,
  stamper,
  stampRoot,
} from '../../../support/signing/signing-site.ts';
import { joined, sequence } from '../../../support/signing/der-writer.ts';
import { writeCabinet } from '../../../support/signing/catalog-cabinet.ts';

const nameOf = (name: string) => makeCertificate({ name, key: testKey('ec', 'names') }).name;
const content = new TextEncoder().encode('a catalog '.repeat(9000));
const roomy = writeCabinet(content, { signature: 1 });
const usual: SigningOptions = { signer, certificates: [signer, authority] };

async function check(
  bytes: Uint8Array<ArrayBuffer>,
  roots: readonly TestCertificate[] = [root],
): Promise<CatalogSignature> {
  const trusted = await trustedCertificates(await imported(...roots));
  return checkCabinet(new File([bytes], 'x.cab'), { trusted, at: checkedAt });
}

const signedBy = (options: Partial<SigningOptions> = {}, roots?: readonly TestCertificate[]) =>
  check(signCabinet(roomy, { ...usual, ...options }), roots);

const verdictOf = (found: CatalogSignature) => {
  const verdict = judgeSignature(found, 'Microsoft Corporation');
  if (verdict.verdict === 'proven') return verdict.legacy ? 'legacy' : 'proven';
  return verdict.verdict === 'doubtful' ? verdict.doubt : verdict.refusal;
};

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

describe('hostile certificates', () => {
  const cases: readonly [string, () => TestCertificate[], string][] = [
    ['no purpose at all', () => [signerWith({ purposes: [] }), authority], 'usage-wrong'],
    ['for servers', () => [signerWith({ purposes: ['1.3.6.1.5.5.7.3.1'] }), authority], 'usage-wrong'],
    [
      'an unknown condition',
      () => [signerWith({ critical: '1.2.3.4' }), authority],
      'extension-not-understood',
    ],
    ['a forged link', () => [signerWith({ forged: true }), authority], 'chain-signature-wrong'],
    [
      'an issuer that is no authority',
      () => {
        const plain = signerWith({ name: 'Plain' });
        return [signerWith({ issuer: plain, key: testKey('ec', 'below') }), plain, authority];
      },
      'issuer-no-authority',
    ],
    [
      'a longer chain than the authority allows',
      () => {
        const short = makeCertificate({
          name: 'Short',
          key: testKey('ec', 's'),
          issuer: root,
          authority: true,
          maxPath: 0,
        });
        const below = makeCertificate({
          name: 'Below',
          key: testKey('ec', 'b'),
          issuer: short,
          authority: true,
        });
        return [signerWith({ issuer: below }), below, short];
      },
      'chain-too-long',
    ],
    [
      'an authority for another purpose',
      () => {
        const servers = makeCertificate({
          name: 'Servers',
          key: testKey('ec', 'servers'),
          issuer: root,
          authority: true,
          purposes: ['1.3.6.1.5.5.7.3.1'],
        });
        return [signerWith({ issuer: servers }), servers];
      },
      'usage-wrong',
    ],
  ];
  it.each(cases)('%s', async (_, made, problem) => {
    const certificates = made();
    const [own] = certificates;
    if (!own) throw new Error('no signer');
    const found = await signedBy({ signer: own, certificates });
    expect(found).toMatchObject({ digest: 'matches', signature: 'valid', chain: 'invalid', problem });
    expect(verdictOf(found)).toBe('chain-wrong');
  });

  it('a circle of authorities ends', async () => {
    const [a, b] = [testKey('ec', 'circle a'), testKey('ec', 'circle b')];
    const first = makeCertificate({ name: 'A', key: a, authority: true });
    const second = makeCertificate({ name: 'B', key: b, issuer: first, authority: true });
    const crossed = makeCertificate({ name: 'A', serial: 5, key: a, issuer: second, authority: true });
    const own = signerWith({ issuer: second });
    const found = await signedBy({ signer: own, certificates: [own, second, crossed] });
    expect(verdictOf(found)).toBe('incomplete');
  });

  it('many authorities of one name cost little', async () => {
    const key = testKey('ec', 'flood');
    const layers = [0, 1, 2, 3, 4].flatMap((layer) =>
      Array.from({ length: 10 }, (_, index) =>
        makeCertificate({
          name: `L${String(layer)}`,
          serial: index + 1,
          key: testKey('ec', `flood ${String(layer)} ${String(index)}`),
          issuer: { ...root, name: layer === 4 ? root.name : nameOf(`L${String(layer + 1)}`), key },
          authority: true,
        }),
      ),
    );
    const own = signerWith({ issuer: { ...root, name: nameOf('L0'), key } });
    const began = performance.now();
    const found = await signedBy({ signer: own, certificates: [own, ...layers] });
    expect(verdictOf(found)).toBe('chain-wrong');
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('a thousand certificates are refused before they are read', async () => {
    const found = await signedBy({ certificates: Array.from({ length: 1000 }, () => signer) });
    expect(found.problem).toBe('too-many-certificates');
    expect(verdictOf(found)).toBe('not-readable');
  });

  it('the certificate of the signer is not there', async () => {
    expect(await signedBy({ certificates: [authority] })).toMatchObject({
      signature: 'invalid',
      problem: 'signer-missing',
    });
  });
});

describe('hostile signatures end in a value', () => {
  it('of another cabinet, spoilt, about something else', async () => {
    const other = signCabinet(writeCabinet(content.slice(1), { signature: 1 }), usual);
    const copied = await check(sealWith(roomy, blobOf(other)));
    expect(copied).toMatchObject({ digest: 'differs', signature: 'not-checked', problem: 'digest-differs' });
    expect(verdictOf(copied)).toBe('altered');
    expect(await signedBy({ spoil: true })).toMatchObject({ digest: 'matches', signature: 'invalid' });
    expect(verdictOf(await signedBy({ spoil: true }))).toBe('signature-wrong');
    const about = await signedBy({ attributeType: '1.2.840.113549.1.7.1' });
    expect(about).toMatchObject({ signature: 'invalid', problem: 'attributes-wrong' });
  });

  it('content and signer name different digest algorithms', async () => {
    const found = await signedBy({ contentHash: 'sha1' });
    expect(found.problem).toBe('algorithm-mismatch');
    expect(verdictOf(found)).toBe('algorithm-not-supported');
  });

  it('data behind it, in its place or in the file', async () => {
    const signed = signCabinet(roomy, usual);
    const behind = await check(joined(signed, new Uint8Array(9)));
    expect(behind).toMatchObject({ problem: 'data-behind' });
    const inside = await check(sealWith(roomy, joined(blobOf(signed), Uint8Array.of(1))));
    expect(inside).toMatchObject({ problem: 'data-behind' });
    expect([behind, inside].map(verdictOf)).toEqual(['altered', 'altered']);
    // Rounding up to eight bytes is what signers do.
    expect(verdictOf(await check(sealWith(roomy, joined(blobOf(signed), new Uint8Array(7)))))).toBe('proven');
  });

  it('its place outside of the file, or inside of the cabinet', async () => {
    for (const [at, bytes] of [
      [0xffffff00, 200],
      [10, 200],
      [100, 200],
    ] as const) {
      const moved = signCabinet(roomy, usual);
      const view = new DataView(moved.buffer);
      view.setUint32(44, at, true);
      view.setUint32(48, bytes, true);
      expect((await check(moved)).problem).toBe('outside-file');
    }
    const cut = signCabinet(roomy, usual).slice(0, -100);
    expect((await check(cut)).problem).toBe('outside-file');
  });

  it('100 MB of it are not read', async () => {
    const { size } = new Blob([roomy]);
    const signed = sealWith(roomy, new Uint8Array(8));
    new DataView(signed.buffer).setUint32(48, 100 * 1024 * 1024, true);
    const read: number[] = [];
    const huge = {
      name: 'x.cab',
      size: size + 100 * 1024 * 1024,
      slice: (from: number, to: number) => (read.push(to - from), new Blob([signed]).slice(from, to)),
      stream: () => new Blob([signed]).stream(),
      arrayBuffer: () => Promise.reject(new Error('read whole')),
    };
    const found = await checkCabinet(huge, { trusted: [], at: checkedAt });
    expect(found.problem).toBe('too-large');
    expect(Math.max(...read)).toBeLessThan(100);
  });

  it('indefinite lengths, truncated and deeply nested ASN.1', async () => {
    const blob = blobOf(signCabinet(roomy, usual));
    const indefinite = joined(Uint8Array.of(0x30, 0x80), blob.subarray(4), new Uint8Array(2));
    expect((await check(sealWith(roomy, indefinite))).problem).toBe('not-der');
    for (const length of [1, 3, 20, 200, blob.length - 1]) {
      const cut = await check(sealWith(roomy, blob.subarray(0, length)));
      expect(cut.problem).toBe('not-der');
      expect(verdictOf(cut)).toBe('not-readable');
    }
    let deep: Uint8Array<ArrayBuffer> = new Uint8Array();
    for (let depth = 0; depth < 20_000; depth += 1) deep = depth < 2000 ? sequence(deep) : deep;
    expect((await check(sealWith(roomy, deep))).problem).toBe('structure');
  });

  it('a changed byte of the signature is never taken for proven, nor an exception', async () => {
    const signed = signCabinet(roomy, { ...usual, certificates: [signer, authority] });
    const seal = new DataView(signed.buffer).getUint32(8, true);
    const proven: number[] = [];
    for (let at = seal; at < signed.length; at += 5) {
      const changed = signed.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x11;
      if (verdictOf(await check(changed)) === 'proven') proven.push(at - seal);
    }
    // What a signature does not cover: version numbers and names of digests that are not asked for again.
    expect(proven.length).toBeLessThan(8);
  });
});
