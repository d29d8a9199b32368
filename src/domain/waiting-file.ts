import type { CatalogDocument } from './catalog-document.ts';
import type { Rejection } from './errors.ts';
import type { InventoryReading } from './inventory.ts';

/** A file that was read whole and waits for the answer of a person. */
export type WaitingFile = {
  /** The reading's key without a given name, or the edition's key. */
  readonly key: string;
  /** Milliseconds since 1970 at which it was brought. */
  readonly at: number;
} & (
  | { readonly kind: 'name'; readonly reading: InventoryReading; readonly fileDate?: number }
  /** `document` is null where the file is too big to be kept beside the edition in use. */
  | { readonly kind: 'older'; readonly document: CatalogDocument | null; readonly error: Rejection }
  /** A cabinet whose signature proves nothing: nobody unpacked it. `content` as base64; null where it is too big. */
  | {
      readonly kind: 'signature';
      readonly sha256: string;
      readonly content: string | null;
      readonly error: Rejection;
    }
);
