/** A root, an authority below it, a signer called like the expected one, and a stamp of its own. */
import type { TrustedRoot } from '../../../src/domain/index.ts';
import { readRoots } from '../../../src/formats/authenticode/index.ts';
import type { SiteTrust } from '../../../src/formats/index.ts';
import { codeSigning, makeCertificate, testKey, timeStamping } from './make-certificate.ts';
import type { CertificateOptions, TestCertificate } from './make-certificate.ts';

/** Milliseconds since 1970 at which tests check. */
export const checkedAt = Date.UTC(2026, 10, 21);

export const root = makeCertificate({ name: 'Test Root', key: testKey('ec', 'root'), authority: true });
export const authority = makeCertificate({
  name: 'Test Authority',
  serial: 2,
  key: testKey('ec', 'authority'),
  issuer: root,
  authority: true,
});

/** A code signer below the authority; everything can be changed. */
export function signerWith(changes: Partial<CertificateOptions> = {}): TestCertificate {
  return makeCertificate({
    name: 'Test Signer',
    organization: 'Microsoft Corporation',
    serial: 3,
    key: testKey('ec', 'signer'),
    issuer: authority,
    purposes: [codeSigning],
    ...changes,
  });
}

export const signer = signerWith();

export const stampRoot = makeCertificate({
  name: 'Test Stamp Root',
  key: testKey('ec', 'stamp root'),
  authority: true,
});
export const stamper = makeCertificate({
  name: 'Test Stamper',
  serial: 9,
  key: testKey('ec', 'stamper'),
  issuer: stampRoot,
  purposes: [timeStamping],
  criticalPurposes: true,
});

/** Roots as the site would have imported them. */
export async function imported(...certificates: readonly TestCertificate[]): Promise<readonly TrustedRoot[]> {
  const roots: TrustedRoot[] = [];
  for (const { der } of certificates) {
    const read = await readRoots(new File([der], 'root.cer'));
    if (!read.ok) throw new Error(read.error.code);
    roots.push(...read.value.roots.map((one) => ({ ...one, importedAt: 1, importedBy: 'Kim' })));
  }
  return roots;
}

/** Trust in some roots; `reason` overrides every file. */
export async function trusting(
  certificates: readonly TestCertificate[],
  reason?: string,
): Promise<SiteTrust> {
  return { roots: await imported(...certificates), overrideOf: () => reason, by: 'Kim', at: checkedAt };
}
