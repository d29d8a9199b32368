import type { MuRevision } from '../../domain/index.ts';
import type { ReadContext } from '../../formats/index.ts';
import type { OpenShard } from '../../formats/wsusscan/index.ts';
import type { PackedDetails } from '../../store/index.ts';

/** Takes what shards hold; a promise that is returned is waited for before more is read. */
export interface ShardSink {
  revisions(batch: readonly MuRevision[]): void | Promise<void>;
  details(batch: PackedDetails): void | Promise<void>;
  /** Told of the bytes of shards that were gone through since the last time. */
  passed?(bytes: number): void;
}

/** Shards being read, in this thread or in several. */
export interface ShardReading {
  readonly open: OpenShard;
  /** Ends it, also where nothing is complete. */
  close(): void;
}

export type ReadShards = (sink: ShardSink, context: ReadContext) => Promise<ShardReading>;
