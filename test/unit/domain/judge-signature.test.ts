import { describe, expect, it } from 'vitest';
import {
  chainFindings,
  digestFindings,
  judgeSignature,
  signatureFindings,
  signatureProblems,
  signatureStanding,
  timeFindings,
  unsignedCatalog,
} from '../../../src/domain/index.ts';
import type { CatalogSignature } from '../../../src/domain/index.ts';

const proven: CatalogSignature = {
  ...unsignedCatalog(1),
  presence: 'signed',
  digest: 'matches',
  signature: 'valid',
  chain: 'to-trusted-root',
  time: 'valid-today',
  signer: { subject: 'O=Microsoft Corporation', sha256: 'ab' },
  signerName: 'Microsoft Corporation',
};

/** The policy of issue 4 as a table: what is found, what becomes of the file. */
const table: readonly [string, Partial<CatalogSignature>, string][] = [
  ['all in order', {}, 'proven'],
  ['in order by a counter-signature', { time: 'valid-when-stamped' }, 'proven'],
  ['CAT06 SHA-1 only', { weak: ['digest', 'signature'] }, 'legacy'],
  ['unsigned', { presence: 'unsigned' }, 'doubt unsigned'],
  ['altered', { digest: 'differs', problem: 'digest-differs' }, 'refused altered'],
  ['altered header', { problem: 'header-altered' }, 'refused altered'],
  ['data behind', { problem: 'data-behind' }, 'refused altered'],
  ['signature wrong', { signature: 'invalid', problem: 'signature-wrong' }, 'refused signature-wrong'],
  ['chain wrong', { chain: 'invalid', problem: 'usage-wrong' }, 'refused chain-wrong'],
  ['counter-signature wrong', { time: 'stamp-invalid', problem: 'stamp-wrong' }, 'refused stamp-wrong'],
  ['not readable', { digest: 'not-checked', problem: 'not-der' }, 'refused not-readable'],
  ['unknown algorithm', { problem: 'algorithm-not-supported' }, 'refused algorithm-not-supported'],
  ['CAT05 another signer', { signerName: 'Contoso' }, 'refused other-signer'],
  ['another signer below an unknown root', { signerName: 'C', chain: 'incomplete' }, 'refused other-signer'],
  ['unknown root', { chain: 'to-unknown-root' }, 'doubt unknown-root'],
  ['end of the chain missing', { chain: 'incomplete' }, 'doubt incomplete'],
  ['expired', { time: 'expired' }, 'doubt expired'],
  ['not yet valid', { time: 'not-yet-valid' }, 'doubt not-yet-valid'],
  ['counter-signature not trusted', { time: 'stamp-not-trusted' }, 'doubt stamp-not-trusted'],
  [
    'no cryptography',
    { signature: 'not-checked', chain: 'not-checked', problem: 'no-cryptography' },
    'doubt not-checkable',
  ],
];

function said(found: CatalogSignature, expected: string | null = 'Microsoft Corporation'): string {
  const verdict = judgeSignature(found, expected);
  if (verdict.verdict === 'proven') return verdict.legacy ? 'legacy' : 'proven';
  return verdict.verdict === 'doubtful' ? `doubt ${verdict.doubt}` : `refused ${verdict.refusal}`;
}

describe('what becomes of a signature', () => {
  it.each(table)('%s', (_, found, expected) => {
    expect(said({ ...proven, ...found })).toBe(expected);
  });

  it('where every vendor signs its own, any signer is taken', () => {
    expect(said({ ...proven, signerName: 'Contoso' }, null)).toBe('proven');
  });

  it('only one combination of findings is proven, whatever else is said', () => {
    const good: string[] = [];
    for (const digest of digestFindings)
      for (const signature of signatureFindings)
        for (const chain of chainFindings)
          for (const time of timeFindings) {
            if (said({ ...proven, digest, signature, chain, time }) !== 'proven') continue;
            good.push([digest, signature, chain, time].join(' '));
          }
    expect(good).toEqual([
      'matches valid to-trusted-root valid-when-stamped',
      'matches valid to-trusted-root valid-today',
    ]);
  });

  it('no problem is proven with the findings that a check leaves', () => {
    for (const problem of signatureProblems) {
      const unchecked = { digest: 'not-checked', signature: 'not-checked', chain: 'not-checked' } as const;
      expect(said({ ...proven, ...unchecked, time: 'not-checked', problem })).not.toBe('proven');
    }
  });

  it('stands in lists as what it came in as', () => {
    expect(signatureStanding(undefined)).toBe('unsigned');
    expect(signatureStanding(proven)).toBe('proven');
    expect(signatureStanding({ ...proven, weak: ['key'] })).toBe('legacy');
    const override = { reason: 'r', by: 'Kim', at: 1, doubt: 'expired' } as const;
    expect(signatureStanding({ ...proven, override })).toBe('overridden');
  });
});
