/** What the tables of a cabinet say (MS-CAB 2.1 to 2.3), and what a reader hands on. */

/** How a folder is packed (MS-CAB 2.2, `typeCompress`). */
export type CabinetMethod = 'stored' | 'mszip' | 'quantum' | 'lzx' | 'unknown';

/** Members that are packed as one stream. */
export interface CabinetFolder {
  readonly index: number;
  readonly method: CabinetMethod;
  /** LZX and Quantum: size of the window as a power of two; 0 otherwise. */
  readonly windowBits: number;
  /** Byte of the file where its first block begins. */
  readonly start: number;
  /** Blocks of at most 32 KiB in this cabinet. */
  readonly blocks: number;
}

/** Another cabinet of the same set, as the header names it. */
export interface CabinetNeighbour {
  readonly cabinet: string;
  readonly disk: string;
}

export interface CabinetHeader {
  /** Bytes of the cabinet by its own word, without a signature behind it. */
  readonly bytes: number;
  readonly setId: number;
  /** Number of this cabinet in its set, from 0. */
  readonly index: number;
  readonly previous: CabinetNeighbour | null;
  readonly next: CabinetNeighbour | null;
  readonly folders: readonly CabinetFolder[];
  /** Reserved bytes in front of the data of each block. */
  readonly blockReserve: number;
  /** Where a signature lies by the reserved part of the header (20 bytes); not checked here. */
  readonly signature: { readonly offset: number; readonly bytes: number } | null;
}

export interface CabinetMember {
  /** With `/` between folders, checked: never a way out, a device, or a name that is there twice. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Index of its folder in the header; of a member that goes on: of its part in this cabinet. */
  readonly folder: number;
  /** Where it begins in the unpacked folder. */
  readonly offset: number;
  /** Local time of the maker, `2026-07-14T13:54:06`; null where it is no date. */
  readonly modified: string | null;
  /** It begins in the previous cabinet of the set. */
  readonly fromPrevious: boolean;
  /** It ends in the next cabinet of the set. */
  readonly toNext: boolean;
}

/** Takes the unpacked bytes of one member. */
export interface MemberSink {
  /**
   * @param bytes valid during the call only
   * @param at byte of the cabinet where just these bytes lie; -1 where they are compressed
   */
  write(bytes: Uint8Array, at: number): void;
  /** The member is complete: as many bytes were written as its size says. */
  end(): void;
}

export interface CabinetVisitor {
  /** Called once, when header, folders and members are read and found sound. */
  members?(list: readonly CabinetMember[], header: CabinetHeader): void;
  /**
   * Whether a member is of use, asked once for each before any is unpacked; without it all are.
   * Folders with none are not unpacked, and unpacking ends behind the last one.
   */
  wants?(member: CabinetMember): boolean;
  /** Asked when a wanted member begins, in the order of folders and offsets; null passes it over. */
  open(member: CabinetMember): MemberSink | null;
}

/** The tables of a cabinet. */
export interface CabinetList {
  readonly header: CabinetHeader;
  readonly members: readonly CabinetMember[];
}
