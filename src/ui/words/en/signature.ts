import type {
  ChainFinding,
  DigestFinding,
  RejectionCode,
  SignatureDoubt,
  SignatureFinding,
  SignatureProblem,
  SignatureRefusal,
  SignatureStanding,
  TimeFinding,
  WeakPart,
} from '../../../domain/index.ts';
import type { Detail, ErrorWords } from '../error-text.ts';
import { nothing } from './kept.ts';

/** What was found, question by question, and what it means together. */
export const signature = {
  title: 'Signatures',
  text: 'What was checked of each catalog that came as a cabinet. Revocation cannot be checked offline.',
  columns: {
    document: 'Document',
    standing: 'Counts as',
    digest: 'File',
    signature: 'Signature',
    chain: 'Chain',
    time: 'Time',
    signer: 'Signer',
    root: 'Root',
    strength: 'Algorithms',
  },
  standing: {
    unsigned: 'unsigned',
    proven: 'signed',
    legacy: 'legacy, weak',
    overridden: 'used on record',
  } satisfies Record<SignatureStanding, string>,
  digest: {
    matches: 'unaltered',
    differs: 'altered',
    'not-checked': 'not checked',
  } satisfies Record<DigestFinding, string>,
  signature: {
    valid: 'right',
    invalid: 'wrong',
    'not-checked': 'not checked',
  } satisfies Record<SignatureFinding, string>,
  chain: {
    'to-trusted-root': 'to an imported root',
    'to-unknown-root': 'to a root that was not imported',
    incomplete: 'its end is missing',
    invalid: 'wrong',
    'not-checked': 'not checked',
  } satisfies Record<ChainFinding, string>,
  time: {
    'valid-when-stamped': 'valid when signed, by a counter-signature',
    'valid-today': 'valid on the day of the check',
    'stamp-not-trusted': 'counter-signature of a root that was not imported',
    expired: 'a certificate had expired',
    'not-yet-valid': 'a certificate was not valid yet',
    'stamp-invalid': 'counter-signature wrong',
    'not-checked': 'not checked',
  } satisfies Record<TimeFinding, string>,
  weak: {
    digest: 'the digest of the file is SHA-1',
    signature: 'the signature is over SHA-1',
    chain: 'a certificate is signed over SHA-1',
    key: 'an RSA key has less than 2048 bits',
    stamp: 'the counter-signature uses SHA-1',
  } satisfies Record<WeakPart, string>,
  doubt: {
    unsigned: 'it carries no signature',
    'unknown-root': 'its signature is right, but ends at a root that this site did not import',
    incomplete:
      'its signature is right, but the certificate its chain ends at is neither in the file nor imported',
    expired:
      'a certificate of its signature has expired, and no trusted counter-signature says it was signed before',
    'not-yet-valid': 'a certificate of its signature is not valid yet by the clock of this computer',
    'stamp-not-trusted':
      'its certificates have expired, and the counter-signature that vouches for the time ends at a root that this site did not import',
    'not-checkable': 'its signature cannot be checked here: the browser offers no cryptography without https',
  } satisfies Record<SignatureDoubt, string>,
  refusal: {
    altered: 'The file is not the one that was signed: it was altered.',
    'signature-wrong': 'The signature of the file is wrong.',
    'chain-wrong': 'A certificate of the signature may not be used for it.',
    'stamp-wrong': 'The counter-signature that gives the time of signing is wrong.',
    'not-readable': 'The signature cannot be read.',
    'algorithm-not-supported': 'The signature uses an algorithm that is broken or not supported.',
    'other-signer': 'The file is signed by somebody else.',
  } satisfies Record<SignatureRefusal, string>,
  problem: {
    'outside-file': 'its place is outside of the file',
    'too-large': 'it is larger than any real one',
    'not-der': 'it is not DER',
    structure: 'it is not built as an Authenticode signature is',
    'too-many-certificates': 'it carries more certificates than any real one',
    'data-behind': 'there is data behind it',
    'header-altered': 'header bytes that no digest covers were changed',
    'algorithm-not-supported': 'MD5 and other broken or unusual algorithms prove nothing',
    'algorithm-mismatch': 'two places that must name one algorithm name different ones',
    'digest-differs': 'the digest differs',
    'attributes-wrong': 'its attributes are missing or are about something else',
    'signature-wrong': 'the key of the signer did not make it',
    'signer-missing': 'the certificate of the signer is not in it',
    'usage-wrong': 'a certificate is not for signing code',
    'extension-not-understood': 'a certificate makes a condition that is not understood here',
    'chain-signature-wrong': 'a certificate was not signed by the one above it',
    'issuer-no-authority': 'a certificate was issued by one that may not issue any',
    'chain-too-long': 'the chain is longer than allowed',
    'stamp-wrong': 'it belongs to something else, or its signer may not give times',
    'no-cryptography': 'the browser offers no cryptography without https',
  } satisfies Record<SignatureProblem, string>,
  by: (signer: string) => `by ${signer}`,
  at: (day: string) => `signed on ${day}`,
  missing: (issuer: string) => `missing: ${issuer}`,
  stampRoot: (root: string) => `counter-signed below ${root}`,
  overridden: (by: string, day: string, reason: string) =>
    `${by === '' ? 'Somebody without a name' : by} used it all the same on ${day}: ${reason}`,
};

function because(d: Detail, words: Readonly<Record<string, string>>): string {
  return words[d('because', '')] ?? d('because', 'The signature of the file is refused.');
}

function rootOf(d: Detail): string {
  const root = d('root', '');
  const missing = d('missingIssuer', '');
  if (missing !== '') return ` Missing: ${missing}.`;
  return root === '' ? '' : ` Root: ${root}, SHA-256 ${d('rootSha256', '')}.`;
}

export const signatureErrors = {
  'signature-refused': {
    what: (d) => {
      const problem = d('problem', '');
      const why =
        problem === ''
          ? ''
          : ` (${(signature.problem as Readonly<Record<string, string>>)[problem] ?? problem})`;
      const signer = d('signer', '');
      const expected = d('expectedSigner', '');
      const who = signer === '' ? '' : ` Signer: ${signer}.`;
      const wanted = expected === '' ? '' : ` Expected: ${expected}.`;
      return `${because(d, signature.refusal)}${why}${who}${wanted}`;
    },
    kept: nothing,
    todo: [
      'Do not use this file, and tell the person responsible for the medium.',
      'Fetch the catalog again from its publisher, and compare its SHA-256 on both sides.',
    ],
  },
  'signature-not-proven': {
    what: (d) => {
      const signer = d('signer', '');
      const who = signer === '' ? '' : ` Signer: ${signer}.`;
      return `Nothing proves where this catalog comes from: ${because(d, signature.doubt)}.${who}${rootOf(d)}`;
    },
    kept: nothing,
    todo: [
      'If the signature ends at a root you know, compare its thumbprint, import it in Settings, and import the catalog again.',
      'If the catalog is wanted all the same, use it with a recorded reason.',
    ],
  },
  'root-not-understood': {
    what: () => 'The file holds no certificate that can be read.',
    kept: 'No root was imported.',
    todo: ['Save the root certificate as .cer, .crt, .pem or .p7b, and import that file.'],
  },
  'root-missing': {
    what: (d) =>
      `The file holds no root certificate, only certificates that others issued (${d('subject', 'none named')}).`,
    kept: 'No root was imported.',
    todo: ['On the connected side open the chain of the certificate, and save the one at its top.'],
  },
} satisfies Partial<Record<RejectionCode, ErrorWords>>;
