/** The tamper-evident record of every act: entries are hash-chained (design, section 5). */
export const journalActs = [
  'workspace-created',
  'catalog-imported',
  'catalog-unchanged',
  'catalog-older-override',
  'catalog-signature-override',
  'root-imported',
  'root-removed',
  'inventory-imported',
  'inventory-unchanged',
  'file-ignored',
  'file-rejected',
  'file-waiting',
  'waiting-dropped',
  'ubr-set',
  'scanned',
  'authorized',
  'declined',
  'deferred',
  'withdrawn',
  'product-declared',
  'declaration-revoked',
  'declaration-expired',
  'undone',
  'redone',
  'bundle-written',
  'scan-exported',
  'proof-exported',
  'workspace-exported',
  'workspace-restored',
  'settings-changed',
  'practice-loaded',
  'practice-left',
  'machine-removed',
  'machines-linked',
  'storage-cleared-found',
] as const;
export type JournalAct = (typeof journalActs)[number];

export interface JournalEntry {
  /** 1, 2, 3 …: order is by counter, never by clock. */
  readonly index: number;
  readonly at: number;
  readonly by: string;
  readonly act: JournalAct;
  /** File base name, or empty. */
  readonly file: string;
  /** SHA-256 of that file, or empty. */
  readonly fileSha256: string;
  /** Values for the words. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Hex SHA-256 over the previous entry's hash and this entry's canonical JSON. */
  readonly hash: string;
}
