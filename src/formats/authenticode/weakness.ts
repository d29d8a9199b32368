import type { WeakPart } from '../../domain/index.ts';
import type { HashName } from './algorithms.ts';
import type { Certificate } from './certificate.ts';

/** RSA keys below this are weak today (CA/Browser Forum Baseline Requirements, 6.1.5). */
const leastRsaBits = 2048;

/** What SHA-1 or a short key carries in a chain: `chain`, `key`. The root's signature on itself carries nothing. */
export function weakInChain(chain: readonly Certificate[]): readonly WeakPart[] {
  const links = chain.filter((_, index) => index === 0 || index < chain.length - 1);
  const parts: WeakPart[] = [];
  if (links.some(({ signing }) => isWeak(signing?.hash ?? null))) parts.push('chain');
  if (chain.some(({ key }) => key?.kind === 'RSA' && key.bits < leastRsaBits)) parts.push('key');
  return parts;
}

export function isWeak(hash: HashName | null): boolean {
  return hash === 'SHA-1';
}
