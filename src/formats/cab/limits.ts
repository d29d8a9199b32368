/** What a cabinet may hold; each is refused by its name, and counted bytes decide, not declared ones. */
export interface CabinetLimits {
  readonly maxFolders: number;
  readonly maxMembers: number;
  /** Bytes of one member, unpacked. */
  readonly maxMemberBytes: number;
  /** Bytes unpacked of all folders. */
  readonly maxTotalBytes: number;
  /** Unpacked over packed bytes, asked from `ratioFloor` unpacked bytes on. */
  readonly maxRatio: number;
  readonly ratioFloor: number;
}

/**
 * The form itself allows 65,535 members and folders of 2 GiB. All of a real catalog comes to a ratio of
 * 40 (wsusscn2, section 1); a sound LZX sample of 15 MB to 550, hence the floor.
 */
export const cabinetLimits: CabinetLimits = {
  maxFolders: 8192,
  maxMembers: 65_535,
  maxMemberBytes: 2 * 1024 * 1024 * 1024,
  maxTotalBytes: 8 * 1024 * 1024 * 1024,
  maxRatio: 250,
  ratioFloor: 64 * 1024 * 1024,
};
