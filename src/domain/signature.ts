/**
 * What was found about the signature of a catalog file, each question by itself (security, section 1;
 * issue 4): is the file the one that was signed, is the signature right, where does the chain of
 * certificates end, and when was it signed. Revocation cannot be asked for offline and never is.
 */
import type { CatalogSource } from './catalog.ts';

/** A certificate as people compare it. */
export interface CertificateName {
  /** `CN=Microsoft Corporation, O=Microsoft Corporation, C=US`, most specific part first. */
  readonly subject: string;
  /** Thumbprint: SHA-256 over its bytes, lower-case hex. */
  readonly sha256: string;
}

export const digestFindings = ['matches', 'differs', 'not-checked'] as const;
/** Whether the file is the one that was signed. */
export type DigestFinding = (typeof digestFindings)[number];

export const signatureFindings = ['valid', 'invalid', 'not-checked'] as const;
/** Whether the signer's key made the signature over that digest. */
export type SignatureFinding = (typeof signatureFindings)[number];

export const chainFindings = [
  'to-trusted-root',
  /** To a root that is in the file, but was not imported by the site. */
  'to-unknown-root',
  /** The issuer of the last certificate is neither in the file nor among the imported roots. */
  'incomplete',
  /** A certificate may not be used so, or was not signed by the one above it. */
  'invalid',
  'not-checked',
] as const;
export type ChainFinding = (typeof chainFindings)[number];

export const timeFindings = [
  /** A counter-signature whose own chain ends at an imported root says when; all certificates were valid. */
  'valid-when-stamped',
  /** Nothing trusted says when it was signed; all certificates are valid at the time of checking. */
  'valid-today',
  /** Valid only when the counter-signature is believed, and its root was not imported. */
  'stamp-not-trusted',
  'expired',
  'not-yet-valid',
  /** The counter-signature is wrong. */
  'stamp-invalid',
  'not-checked',
] as const;
export type TimeFinding = (typeof timeFindings)[number];

/** What SHA-1, or an RSA key below 2048 bits, still carries. */
export const weakParts = ['digest', 'signature', 'chain', 'key', 'stamp'] as const;
export type WeakPart = (typeof weakParts)[number];

export const signatureProblems = [
  /** Offset or size of the signature point outside of the file, or into the cabinet. */
  'outside-file',
  'too-large',
  /** Not DER: indefinite length, a length beyond its container, another form. */
  'not-der',
  /** DER, but not what an Authenticode signature is made of. */
  'structure',
  'too-many-certificates',
  'data-behind',
  /** Header bytes that no digest covers have another value than the one allowed. */
  'header-altered',
  'algorithm-not-supported',
  /** Two places that must name the same algorithm name different ones. */
  'algorithm-mismatch',
  'digest-differs',
  /** The signed attributes are missing, or are about something else. */
  'attributes-wrong',
  'signature-wrong',
  'signer-missing',
  'usage-wrong',
  'extension-not-understood',
  'chain-signature-wrong',
  'issuer-no-authority',
  'chain-too-long',
  'stamp-wrong',
  /** The browser offers no cryptography here: the page is served without https. */
  'no-cryptography',
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];

/** A refusal that a person overrode, on record. */
export interface SignatureOverride {
  readonly reason: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was overridden. */
  readonly doubt: SignatureDoubt;
}

export interface CatalogSignature {
  readonly presence: 'signed' | 'unsigned';
  readonly digest: DigestFinding;
  readonly signature: SignatureFinding;
  readonly chain: ChainFinding;
  readonly time: TimeFinding;
  /** What was wrong first; null where nothing was. */
  readonly problem: SignatureProblem | null;
  readonly signer: CertificateName | null;
  /** Organization of the signer, else its common name. */
  readonly signerName: string;
  /** Where the chain ends: an imported root, or one in the file. */
  readonly root: CertificateName | null;
  /** Name of the certificate that is missing, where the chain is incomplete. */
  readonly missingIssuer: string;
  /** Root of the counter-signature. */
  readonly stampRoot: CertificateName | null;
  /** ISO 8601 UTC as the counter-signature says; empty where there is none that is right. */
  readonly signedAt: string;
  /** `SHA-256`, `RSA 3072 SHA-256`; empty where not read. */
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  /** What SHA-1 or a short key carries; empty = strong by today's measure. */
  readonly weak: readonly WeakPart[];
  /** Milliseconds since 1970 at which it was checked. */
  readonly checkedAt: number;
  readonly override: SignatureOverride | null;
}

/** A root that the site imported: what a chain may end at. */
export interface TrustedRoot extends CertificateName {
  /** ISO 8601 UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** The certificate, DER in base64. */
  readonly certificate: string;
  /** File it came in. */
  readonly file: string;
  readonly importedAt: number;
  readonly importedBy: string;
}

export const signatureDoubts = [
  'unsigned',
  'unknown-root',
  'incomplete',
  'expired',
  'not-yet-valid',
  'stamp-not-trusted',
  'not-checkable',
] as const;
/** Why a signature proves nothing yet; a person may use the file all the same, on record. */
export type SignatureDoubt = (typeof signatureDoubts)[number];

export const signatureRefusals = [
  'altered',
  'signature-wrong',
  'chain-wrong',
  'stamp-wrong',
  'not-readable',
  'algorithm-not-supported',
  'other-signer',
] as const;
/** Why a file is refused whatever a person says. */
export type SignatureRefusal = (typeof signatureRefusals)[number];

export type SignatureVerdict =
  | { readonly verdict: 'proven'; readonly legacy: boolean }
  | { readonly verdict: 'doubtful'; readonly doubt: SignatureDoubt }
  | { readonly verdict: 'refused'; readonly refusal: SignatureRefusal };

/** Who signs the cabinets of a source; null where every vendor signs its own. */
export const expectedSigners: Readonly<Record<CatalogSource, string | null>> = {
  msrc: 'Microsoft Corporation',
  mssecure: 'Microsoft Corporation',
  mu: 'Microsoft Corporation',
  sdp: null,
};

const unreadable: readonly SignatureProblem[] = [
  'outside-file',
  'too-large',
  'not-der',
  'structure',
  'too-many-certificates',
];
const altered: readonly SignatureProblem[] = ['digest-differs', 'header-altered', 'data-behind'];
const algorithms: readonly SignatureProblem[] = ['algorithm-not-supported', 'algorithm-mismatch'];

/**
 * The policy (issue 4; CAT05, CAT06; security T-SIG): what is asserted and wrong is refused, without
 * override; what is right but ends at nothing the site trusts, or is not asserted at all, needs a
 * recorded override; SHA-1 is accepted as legacy and weak.
 */
export function judgeSignature(found: CatalogSignature, expectedSigner: string | null): SignatureVerdict {
  if (found.presence === 'unsigned') return doubtful('unsigned');
  const refusal = refusalOf(found, expectedSigner);
  if (refusal !== null) return { verdict: 'refused', refusal };
  const doubt = doubtOf(found);
  return doubt === null ? { verdict: 'proven', legacy: found.weak.length > 0 } : doubtful(doubt);
}

function doubtful(doubt: SignatureDoubt): SignatureVerdict {
  return { verdict: 'doubtful', doubt };
}

function refusalOf(found: CatalogSignature, expectedSigner: string | null): SignatureRefusal | null {
  const { problem } = found;
  if (found.digest === 'differs' || (problem !== null && altered.includes(problem))) return 'altered';
  if (problem !== null && unreadable.includes(problem)) return 'not-readable';
  if (problem !== null && algorithms.includes(problem)) return 'algorithm-not-supported';
  if (found.signature === 'invalid') return 'signature-wrong';
  if (found.chain === 'invalid') return 'chain-wrong';
  if (found.time === 'stamp-invalid') return 'stamp-wrong';
  if (expectedSigner !== null && found.signer !== null && found.signerName !== expectedSigner) {
    return 'other-signer';
  }
  return null;
}

function doubtOf({ digest, signature, chain, time }: CatalogSignature): SignatureDoubt | null {
  if (digest !== 'matches' || signature !== 'valid' || chain === 'not-checked') return 'not-checkable';
  if (chain === 'to-unknown-root') return 'unknown-root';
  if (chain === 'incomplete') return 'incomplete';
  if (time === 'expired' || time === 'not-yet-valid' || time === 'stamp-not-trusted') return time;
  // Only what is known to be in order counts as proven.
  const inOrder = chain === 'to-trusted-root' && (time === 'valid-today' || time === 'valid-when-stamped');
  return inOrder ? null : 'not-checkable';
}

/** How a stored catalog document stands, for lists and papers; `unsigned` where no file could carry a signature. */
export type SignatureStanding = 'unsigned' | 'proven' | 'legacy' | 'overridden';

/** The standing of a document that was taken over: what was not proven came in by an override. */
export function signatureStanding(signature: CatalogSignature | undefined): SignatureStanding {
  if (signature === undefined) return 'unsigned';
  if (signature.override !== null) return 'overridden';
  return signature.weak.length > 0 ? 'legacy' : 'proven';
}

/** A cabinet without a signature. */
export function unsignedCatalog(checkedAt: number): CatalogSignature {
  return {
    presence: 'unsigned',
    digest: 'not-checked',
    signature: 'not-checked',
    chain: 'not-checked',
    time: 'not-checked',
    problem: null,
    signer: null,
    signerName: '',
    root: null,
    missingIssuer: '',
    stampRoot: null,
    signedAt: '',
    digestAlgorithm: '',
    signatureAlgorithm: '',
    weak: [],
    checkedAt,
    override: null,
  };
}

/** What lists, proofs and papers say of a document's signature in a few values. */
export interface SignatureSummary {
  readonly standing: SignatureStanding;
  readonly signer: string;
  /** Subject and SHA-256 thumbprint of the root that the chain ends at; empty where it ends at none. */
  readonly root: string;
  readonly rootSha256: string;
  /** What was overridden and why; empty where nothing was. */
  readonly doubt: SignatureDoubt | '';
  readonly reason: string;
}

/** Null for documents that no file could carry a signature of. */
export function signatureSummary(signature: CatalogSignature | undefined): SignatureSummary | null {
  if (signature === undefined) return null;
  const { signerName, root, override } = signature;
  return {
    standing: signatureStanding(signature),
    signer: signerName,
    root: root?.subject ?? '',
    rootSha256: root?.sha256 ?? '',
    doubt: override?.doubt ?? '',
    reason: override?.reason ?? '',
  };
}
