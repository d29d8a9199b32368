import type { CompiledCatalog, Machine, StateBlock, StatePlanes } from '../domain/index.ts';

/** Runs compiled rules over machines. Three implementations: reference, rows, wasm. */
export interface ScanEngine {
  readonly id: 'reference' | 'rows' | 'wasm';
  /**
   * The states of every machine for every update. What `options.previous` shows to be the same is taken
   * over; the answer is that of a full scan all the same.
   *
   * @throws the signal's reason (an AbortError) within a second after it is aborted: nothing half done comes out
   */
  scan(catalog: CompiledCatalog, machines: readonly Machine[], options?: ScanOptions): Promise<FleetScan>;
}

export interface ScanOptions {
  /** The scan before; used where it helps. */
  readonly previous?: PreviousScan | null;
  readonly records?: ScanRecords | null;
  /** Called with the number of machines done, after each block of at most 128. */
  readonly onMachines?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface PreviousScan {
  /** The rules the states were decided by. */
  readonly catalog: CompiledCatalog;
  readonly states: StatePlanes;
  /** Ids of machines whose facts are others than they were; those not in `states` need not be named. */
  readonly changed: ReadonlySet<string>;
  /** Decide every block again, from the facts that were kept. */
  readonly again?: boolean;
}

export interface FleetScan {
  readonly states: StatePlanes;
  /** Blocks that were decided now; the others were taken over. */
  readonly decided: number;
}

/**
 * What scans leave behind for the next one: compiled catalogs by their key, and the quantised facts each
 * block was decided from. A cache: what is not there is made again.
 */
export interface ScanRecords {
  program(catalogKey: string): Promise<ArrayBuffer | null>;
  keepProgram(catalogKey: string, record: ArrayBuffer): Promise<void>;
  /** An array of the caller's own: it may be sent away. */
  facts(block: StateBlock): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Kept for good when the states with this block are stored. */
  keepFacts(block: StateBlock, facts: Uint8Array<ArrayBuffer>): Promise<void>;
}
