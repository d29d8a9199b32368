import type { CatalogWarning, MuDetail, MuRevision } from '../../domain/index.ts';

/**
 * Takes what a catalog holds, batch by batch, in no particular order; each revision once. A promise that is
 * returned is waited for before more is read.
 */
export interface MuSink {
  revisions(batch: readonly MuRevision[]): void | Promise<void>;
  details(batch: readonly MuDetail[]): void | Promise<void>;
}

/** What was met while fragments were read: of one shard, or of several together. */
export interface MuReadReport {
  /** Revisions handed on. */
  readonly revisions: number;
  readonly updates: number;
  readonly children: number;
  readonly detectoids: number;
  readonly categories: number;
  /** Fragments that could not be read; those of updates have their fault in the revision. */
  readonly faults: number;
  /** Languages that there are texts in, chosen or not; sorted. */
  readonly languages: readonly string[];
  /** How many texts there are in each of them, in the shards that were read. */
  readonly texts: Readonly<Record<string, number>>;
  /** How often each rule element occurs, by local name, sorted. */
  readonly ruleElements: Readonly<Record<string, number>>;
  readonly warnings: readonly CatalogWarning[];
}
