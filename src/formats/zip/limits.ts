/** What an archive may hold; each is refused by its name, and counted bytes decide, not declared ones. */
export interface ZipLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  /** Bytes of one entry, unpacked. */
  readonly maxEntryBytes: number;
  /** Bytes of all entries, unpacked. */
  readonly maxTotalBytes: number;
  /** Unpacked over packed bytes of one entry, and of all; asked from `ratioFloor` unpacked bytes on. */
  readonly maxRatio: number;
  readonly ratioFloor: number;
}

/** Real catalogs come to a ratio of 17 to 40 (sdp, section 1). */
export const zipLimits: ZipLimits = {
  maxFileBytes: 1024 * 1024 * 1024,
  maxEntries: 50_000,
  maxEntryBytes: 1024 * 1024 * 1024,
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  maxRatio: 250,
  ratioFloor: 1024 * 1024,
};
