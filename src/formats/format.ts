/**
 * A format is a registered object: adding one means adding a folder with such an object and naming
 * it in the registry (design, section 3). Readers have limits, never throw for bad input, and name
 * file, place and remedy through a rejection.
 */
import type {
  CatalogDocument,
  IgnoredReason,
  InventoryReading,
  MuScope,
  Result,
  TrustedRoot,
} from '../domain/index.ts';
import type { LzxPort } from './cab/index.ts';

/** The first bytes of a file, enough to tell what it is. */
export interface Head {
  readonly name: string;
  readonly size: number;
  /** At most 64 KiB. */
  readonly bytes: Uint8Array;
  /** The same bytes decoded as the encoding rules say (inventory-sources, section 2); lossy at the end. */
  readonly text: string;
}

/** The part of `File` that readers use; Node's `File` and the browser's both fit. */
export type FileSource = Pick<File, 'name' | 'size' | 'stream' | 'slice' | 'arrayBuffer'> & {
  /** Milliseconds since 1970, where the medium says when the file was written. */
  readonly lastModified?: number;
};

/** What a site trusts, and what a person said about single files. */
export interface SiteTrust {
  readonly roots: readonly TrustedRoot[];
  /** Why a file is used although its signature proves nothing; undefined or blank: it is not. */
  readonly overrideOf: (file: FileSource) => string | undefined;
  /** Operator who overrides. */
  readonly by: string;
  /** Milliseconds since 1970: the time of checking. */
  readonly at: number;
}

export interface ReadContext {
  readonly signal?: AbortSignal;
  readonly onBytes?: (done: number) => void;
  readonly trust?: SiteTrust;
  /** The LZX decoder; a reader that meets an LZX folder without it refuses the file. */
  readonly lzx?: LzxPort;
  /** What to take of a Microsoft Update catalog; absent = everything, with English texts. */
  readonly scope?: MuScope;
}

export interface CatalogFormat<Document extends CatalogDocument = CatalogDocument> {
  readonly id: string;
  readonly title: string;
  readonly kind: 'catalog';
  sniff(head: Head): boolean;
  /** Id of the document as its first bytes give it, also of one that cannot be read to its end; or null. */
  documentOf?(head: Head): string | null;
  read(file: FileSource, context: ReadContext): Promise<Result<Document>>;
}

export type InventoryOutcome =
  | { readonly use: 'reading'; readonly reading: InventoryReading }
  /** Recognised, but of no use for the scan yet: listed apart, never an error. */
  | {
      readonly use: 'ignored';
      readonly format: string;
      readonly reason: IgnoredReason;
      readonly sha256: string;
    };

export interface InventoryFormat {
  readonly id: string;
  readonly title: string;
  readonly kind: 'inventory';
  /** Set where every file of the format is left aside: known before it is read. */
  readonly leftAside?: IgnoredReason;
  /** No file of the format from a real machine was at hand: read as documents describe it. */
  readonly sample?: 'none';
  sniff(head: Head): boolean;
  read(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>>;
}
