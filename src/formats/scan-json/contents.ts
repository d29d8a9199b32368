import type {
  CatalogDocument,
  CatalogWarning,
  Machine,
  ReadingWarning,
  Rejection,
  StateRow,
  Update,
} from '../../domain/index.ts';

/** A file that was recognised but says nothing the scan can use. */
export interface IgnoredFile {
  readonly file: string;
  readonly format: string;
  readonly reason: string;
}

/** Remarks on how the files were given, beside those of the readers. */
export const inputWarningCodes = [
  'catalog-given-as-inventory',
  'inventory-given-as-catalog',
  'ubr-machine-not-known',
  'ubr-table-empty',
] as const;

export interface InputWarning {
  readonly code: (typeof inputWarningCodes)[number];
  readonly file: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What is to be told of declarations (details: product, by, until …). */
export interface DeclarationWarning {
  readonly code:
    'declaration-expired' | 'declarations-contradict' | 'declaration-refuted' | 'declared-product-not-known';
  readonly details: Readonly<Record<string, string | number>>;
}

export type ScanWarning = CatalogWarning | ReadingWarning | InputWarning | DeclarationWarning;

/** Everything a scan result file says, in any order: the writer sorts. */
export interface ScanContents {
  /** The editions that count: one of each document. */
  readonly documents: readonly CatalogDocument[];
  readonly updates: readonly Pick<Update, 'id' | 'kb'>[];
  readonly machines: readonly Machine[];
  /** All states of one machine; asked machine by machine, so that a fleet is never in memory as rows. */
  readonly statesOf: (machine: Machine) => Iterable<StateRow>;
  readonly ignored: readonly IgnoredFile[];
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly ScanWarning[];
  /** Write Not Required rows too. */
  readonly all: boolean;
}
