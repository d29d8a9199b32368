import { describe, expect, it } from 'vitest';
import type { Rejection } from '../../../../src/domain/index.ts';
import { FormatError, hashFile } from '../../../../src/formats/index.ts';
import type { SiteTrust } from '../../../../src/formats/index.ts';
import { hashCatalogFile, verifyCatalogFile } from '../../../../src/formats/authenticode/index.ts';
import { blobOf, signCabinet } from '../../../support/signing/sign-cabinet.ts';
import {
  authority,
  checkedAt,
  root,
  signer,
  signerWith,
  trusting,
} from '../../../support/signing/signing-site.ts';
import { writeCabinet } from '../../../support/signing/catalog-cabinet.ts';

const roomy = writeCabinet(new TextEncoder().encode('a catalog '.repeat(500)), { signature: 1 });
const signed = signCabinet(roomy, { signer, certificates: [signer, authority] });

const open = async (bytes: BlobPart, trust?: SiteTrust, source: 'mssecure' | 'sdp' = 'mssecure') =>
  verifyCatalogFile(await hashCatalogFile(new File([bytes], 'x.cab'), {}), trust ? { trust } : {}, source);

async function refusal(bytes: BlobPart, trust?: SiteTrust): Promise<Rejection> {
  try {
    await open(bytes, trust);
  } catch (error) {
    if (error instanceof FormatError) return error.rejection;
    throw error;
  }
  throw new Error('let in');
}

describe('the door of catalog cabinets', () => {
  it('lets in what is proven, with no override even where a reason is at hand', async () => {
    const found = await open(signed, await trusting([root], 'no need'));
    expect(found).toMatchObject({ chain: 'to-trusted-root', override: null });
  });

  it('asks for a reason where nothing is proven, and records it with name, time and doubt', async () => {
    expect(await refusal(signed)).toMatchObject({
      code: 'signature-not-proven',
      file: 'x.cab',
      details: { because: 'incomplete', missingIssuer: 'CN=Test Root', signerName: 'Microsoft Corporation' },
    });
    expect((await refusal(writeCabinet(new Uint8Array(9)))).details).toMatchObject({ because: 'unsigned' });
    expect((await refusal(signed, await trusting([], '   '))).code).toBe('signature-not-proven');
    const found = await open(signed, await trusting([], 'the archive has no other copy'));
    expect(found.override).toEqual({
      reason: 'the archive has no other copy',
      by: 'Kim',
      at: checkedAt,
      doubt: 'incomplete',
    });
  });

  it('refuses what is altered, wrong or of another signer, whatever the reason', async () => {
    const trust = await trusting([root], 'please');
    const altered = signed.slice();
    altered[100] = (altered[100] ?? 0) ^ 1;
    expect(await refusal(altered, trust)).toMatchObject({
      code: 'signature-refused',
      details: { because: 'altered', problem: 'digest-differs', digest: 'differs' },
    });
    const spoilt = signCabinet(roomy, { signer, certificates: [signer, authority], spoil: true });
    expect((await refusal(spoilt, trust)).details).toMatchObject({ because: 'signature-wrong' });
    const contoso = signerWith({ organization: 'Contoso' });
    const other = signCabinet(roomy, { signer: contoso, certificates: [contoso, authority] });
    expect(await refusal(other, trust)).toMatchObject({
      code: 'signature-refused',
      details: { because: 'other-signer', signerName: 'Contoso', expectedSigner: 'Microsoft Corporation' },
    });
    // Vendors sign their own catalogs.
    expect((await open(other, trust, 'sdp')).signerName).toBe('Contoso');
  });

  it('CAT03 a cabinet that lacks its end is cut off, with both sizes', async () => {
    const half = signed.slice(0, 60);
    expect(await refusal(half)).toMatchObject({
      code: 'cut-off',
      details: { expectedBytes: new DataView(signed.buffer).getUint32(8, true), actualBytes: 60 },
    });
  });

  it('hashes a large file piece by piece and stops when it is told to', async () => {
    const part = new Uint8Array(1024 * 1024);
    const abort = new AbortController();
    const blob = blobOf(signed) as Uint8Array<ArrayBuffer>;
    const head = signed.slice(0, 60);
    const view = new DataView(head.buffer);
    view.setUint32(8, 60 + 64 * part.length, true);
    view.setUint32(44, 60 + 64 * part.length, true);
    const seen: number[] = [];
    const onBytes = (done: number) => {
      seen.push(done);
      if (done > 8 * 1024 * 1024) abort.abort();
    };
    const file = new File([head, ...Array.from({ length: 64 }, () => part), blob], 'x.cab');
    const work = hashCatalogFile(file, { signal: abort.signal, onBytes });
    await expect(work).rejects.toMatchObject({ rejection: { code: 'cancelled' } });
    expect(seen.length).toBeGreaterThan(30);
    expect(Math.max(...seen)).toBeLessThan(10 * 1024 * 1024);
  });

  it('a file is gone through once for its own hash and for its signatures', async () => {
    const content = new Uint8Array(3 * 1024 * 1024).fill(65);
    const bytes = signCabinet(writeCabinet(content, { signature: 1 }), {
      signer,
      certificates: [signer, authority],
    });
    const file = new File([bytes], 'x.cab');
    let [passes, sliced] = [0, 0];
    const counted = {
      name: file.name,
      size: file.size,
      arrayBuffer: () => Promise.reject(new Error('read whole')),
      stream: () => ((passes += 1), file.stream()),
      slice: (from: number, to: number) => ((sliced += to - from), file.slice(from, to)),
    };
    const hashed = await hashCatalogFile(counted, {});
    const found = await verifyCatalogFile(hashed, { trust: await trusting([root]) }, 'sdp');
    expect(hashed.sha256).toBe(await hashFile(file, {}));
    expect(found).toMatchObject({ digest: 'matches', signature: 'valid', chain: 'to-trusted-root' });
    expect(passes).toBe(1);
    expect(sliced).toBeLessThan(64 * 1024);
  });
});
