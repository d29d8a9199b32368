/** What an archive of inventories may hold; counted bytes decide, not declared ones. */
export interface ArchiveLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  /** Bytes of one member, unpacked: members are read one at a time, each whole in memory. */
  readonly maxEntryBytes: number;
  /** Bytes of all members, unpacked, those of archives in it included. */
  readonly maxTotalBytes: number;
  /** Unpacked over packed bytes, asked from `ratioFloor` unpacked bytes on. */
  readonly maxRatio: number;
  readonly ratioFloor: number;
  /** Archives inside each other. */
  readonly maxDepth: number;
}

/** The largest inventory is a registry export; texts come to a ratio of 10 to 60. */
export const archiveLimits: ArchiveLimits = {
  maxFileBytes: 1024 * 1024 * 1024,
  maxEntries: 50_000,
  maxEntryBytes: 256 * 1024 * 1024,
  maxTotalBytes: 4 * 1024 * 1024 * 1024,
  maxRatio: 250,
  ratioFloor: 1024 * 1024,
  maxDepth: 2,
};
