import { describe, expect, it } from 'vitest';
import { checkCabinet, hashCabinet, signatureLimits } from '../../../../src/formats/authenticode/index.ts';
import { writeCabinet } from '../../../support/signing/catalog-cabinet.ts';
import { check, content, roomy, signedBy, usual, verdictOf } from '../../../support/signing/check.ts';
import { joined, sequence } from '../../../support/signing/der-writer.ts';
import { makeCertificate, testKey } from '../../../support/signing/make-certificate.ts';
import { blobOf, sealWith, signCabinet } from '../../../support/signing/sign-cabinet.ts';
import { authority, checkedAt, root, signer, signerWith } from '../../../support/signing/signing-site.ts';
import type { TestCertificate } from '../../../support/signing/make-certificate.ts';

const nameOf = (name: string) => makeCertificate({ name, key: testKey('ec', 'names') }).name;

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
    // Every path through them would be tried for hours: the limit of the test tells.
    const found = await signedBy({ signer: own, certificates: [own, ...layers] });
    expect(verdictOf(found)).toBe('chain-wrong');
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
    const signatureBytes = signatureLimits.maxBytes + 1024;
    const signed = sealWith(roomy, new Uint8Array(8));
    new DataView(signed.buffer).setUint32(48, signatureBytes, true);
    const whole = new Blob([signed, new Uint8Array(signatureBytes - 8)]);
    const read: number[] = [];
    const huge = {
      name: 'x.cab',
      size: whole.size,
      slice: (from: number, to: number) => (read.push(to - from), whole.slice(from, to)),
      stream: () => whole.stream(),
      arrayBuffer: () => Promise.reject(new Error('read whole')),
    };
    const found = await checkCabinet(await hashCabinet(huge, {}), { trusted: [], at: checkedAt });
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
