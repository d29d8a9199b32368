/** Signatures and roots of the invented snapshot, one of every standing. */
import { ok, unsignedCatalog } from '../../src/domain/index.ts';
import type { CatalogSignature } from '../../src/domain/index.ts';
import type { EditionRow, RootRow } from '../../src/tasks/engine.ts';
import { fakeNow, sha } from './fake-data.ts';

export function rootNamed(file: string, index = 0): RootRow {
  return {
    subject: 'CN=Example Root Authority 2010, O=Example, C=US',
    sha256: sha(900 + index),
    notBefore: '2010-06-23T21:57:24.000Z',
    notAfter: index === 0 ? '2035-06-23T22:04:01.000Z' : '2020-12-31T07:00:00.000Z',
    file,
    importedAt: fakeNow - 86_400_000,
    importedBy: 'Kim',
  };
}

const provenSignature: CatalogSignature = {
  ...unsignedCatalog(fakeNow),
  presence: 'signed',
  digest: 'matches',
  signature: 'valid',
  chain: 'to-trusted-root',
  time: 'valid-when-stamped',
  signer: { subject: 'CN=Example Corporation, O=Example Corporation, C=US', sha256: sha(910) },
  signerName: 'Example Corporation',
  root: { subject: rootNamed('').subject, sha256: sha(900) },
  stampRoot: { subject: 'CN=Example Stamp Root', sha256: sha(911) },
  signedAt: '2026-08-11T17:00:00.000Z',
  digestAlgorithm: 'SHA-256',
  signatureAlgorithm: 'RSA 2048 SHA-256',
};

/** Signatures by what they count as. */
export const fakeSignatures: Readonly<Record<string, CatalogSignature>> = {
  proven: provenSignature,
  legacy: { ...provenSignature, digestAlgorithm: 'SHA-1', weak: ['digest', 'signature', 'chain'] },
  unknownRoot: {
    ...provenSignature,
    chain: 'incomplete',
    root: null,
    missingIssuer: 'CN=Other Root',
    override: { reason: 'agreed with the security officer', by: 'Kim', at: fakeNow, doubt: 'incomplete' },
  },
  unsigned: {
    ...unsignedCatalog(fakeNow),
    override: { reason: 'the archive has no other copy', by: 'Kim', at: fakeNow, doubt: 'unsigned' },
  },
};

/** The editions with a signature of every standing, in turn. */
export function withSignatures(editions: readonly EditionRow[]): readonly EditionRow[] {
  const all = Object.values(fakeSignatures);
  return editions.map((edition, index) => {
    const signature = all[index % all.length];
    return signature ? { ...edition, signature } : edition;
  });
}

/** The roots of the engine in memory. */
export class FakeRoots {
  rows: readonly RootRow[] = [];

  readonly importRoots = async (files: readonly File[]) => {
    const known = new Set(this.rows.map(({ file }) => file));
    const imported = files.filter(({ name }) => !known.has(name)).map(({ name }) => rootNamed(name));
    this.rows = [...this.rows, ...imported];
    return ok({ imported, present: [], others: [], rejected: [] });
  };

  readonly removeRoot = async (sha256: string) => {
    this.rows = this.rows.filter((root) => root.sha256 !== sha256);
    return ok(null);
  };
}
