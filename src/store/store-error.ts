/** Every way in which storage can refuse; the codes are rejection codes, so that the words are there. */
export type StoreErrorCode =
  'storage-full' | 'storage-blocked' | 'storage-newer' | 'storage-held' | 'storage-damaged' | 'read-only';

/** The one error class of this floor (design, section 7). `details` carries what the words need. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: StoreErrorCode,
    readonly details: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(code, { cause });
  }
}
