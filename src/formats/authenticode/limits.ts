/**
 * What a signature may have at most. Real ones of Microsoft have 6 to 20 KB and up to ten
 * certificates; every limit stands far above and bounds memory and time.
 */
export const signatureLimits = {
  /** Bytes of the PKCS#7 blob. */
  maxBytes: 1024 * 1024,
  /** Certificates of one signature, its counter-signature's among them. */
  maxCertificates: 64,
  /** Signatures nested in one blob. */
  maxNested: 4,
  /** Children of one ASN.1 element. */
  maxChildren: 4096,
  /** Certificates of one chain, signer and root included. */
  maxChain: 10,
  /** Checks of a certificate's signature while chains are looked for. */
  maxChainChecks: 64,
  /** Bytes of a file with roots. */
  maxRootFileBytes: 4 * 1024 * 1024,
} as const;
