import type { ScanSummary, StateBlock, StatePlanes } from '../domain/index.ts';

/** States as they are stored: in blocks, of which a change writes only the new ones. */
export interface StoredStates {
  readonly planes: StatePlanes;
  readonly summary: ScanSummary;
}

/**
 * What scans leave for the next one: compiled catalogs by their key, and the quantised facts each block of
 * states was decided from. A cache beside the stored data: whatever is missing is made again.
 */
export interface ScanRecords {
  program(catalogKey: string): Promise<ArrayBuffer | null>;
  keepProgram(catalogKey: string, record: ArrayBuffer): Promise<void>;
  /** An array of the caller's own: it may be sent away. */
  facts(block: StateBlock): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Counts from the change on that stores states with this block; what none refers to is removed by it. */
  keepFacts(block: StateBlock, facts: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Without a database: the compiled catalog of the last scan, and no facts, which are many. */
export class MemoryScanRecords implements ScanRecords {
  private last: { readonly catalogKey: string; readonly record: ArrayBuffer } | null = null;

  async program(catalogKey: string): Promise<ArrayBuffer | null> {
    return this.last?.catalogKey === catalogKey ? this.last.record : null;
  }

  async keepProgram(catalogKey: string, record: ArrayBuffer): Promise<void> {
    this.last = { catalogKey, record };
  }

  async facts(): Promise<null> {
    return null;
  }

  async keepFacts(): Promise<void> {
    // Read again where they are needed.
  }
}
