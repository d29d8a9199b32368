/** Cabinets signed for tests, and what the check and the policy say of them. */
import { judgeSignature } from '../../../src/domain/index.ts';
import type { CatalogSignature } from '../../../src/domain/index.ts';
import { checkCabinet, hashCabinet, trustedCertificates } from '../../../src/formats/authenticode/index.ts';
import { writeCabinet } from './catalog-cabinet.ts';
import type { TestCertificate } from './make-certificate.ts';
import { signCabinet } from './sign-cabinet.ts';
import type { SigningOptions } from './sign-cabinet.ts';
import { authority, checkedAt, imported, root, signer } from './signing-site.ts';

export const content = new TextEncoder().encode('a catalog '.repeat(9000));
/** Has room for a signature. */
export const roomy = writeCabinet(content, { signature: 1 });
export const usual: SigningOptions = { signer, certificates: [signer, authority] };

export async function check(
  bytes: Uint8Array<ArrayBuffer>,
  roots: readonly TestCertificate[] = [root],
): Promise<CatalogSignature> {
  const trusted = await trustedCertificates(await imported(...roots));
  return checkCabinet(await hashCabinet(new File([bytes], 'x.cab'), {}), { trusted, at: checkedAt });
}

export const signedBy = (options: Partial<SigningOptions> = {}, roots?: readonly TestCertificate[]) =>
  check(signCabinet(roomy, { ...usual, ...options }), roots);

export function verdictOf(found: CatalogSignature): string {
  const verdict = judgeSignature(found, 'Microsoft Corporation');
  if (verdict.verdict === 'proven') return verdict.legacy ? 'legacy' : 'proven';
  return verdict.verdict === 'doubtful' ? verdict.doubt : verdict.refusal;
}
