/** What crosses between the engine and a worker that reads shards: plain data. */
import type { MuRevision, Rejection } from '../domain/index.ts';
import type { MasterColumns, MuReadReport, ShardRequest } from '../formats/wsusscan/index.ts';
import type { PackedDetails } from '../store/index.ts';

/** `shard` numbers one reading; bytes of one shard come in their order. */
export type ToShardWorker =
  /** Given once: every shard names the same columns. */
  | { readonly kind: 'columns'; readonly columns: MasterColumns }
  | { readonly kind: 'open'; readonly shard: number; readonly request: Omit<ShardRequest, 'columns'> }
  | { readonly kind: 'push'; readonly shard: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly shard: number }
  /** A batch was taken: the next may come. */
  | { readonly kind: 'taken' };

export type FromShardWorker =
  /** So many bytes are read: more may be sent. */
  | { readonly kind: 'pushed'; readonly bytes: number }
  | { readonly kind: 'revisions'; readonly batch: readonly MuRevision[] }
  | { readonly kind: 'details'; readonly batch: PackedDetails }
  | { readonly kind: 'report'; readonly shard: number; readonly report: MuReadReport }
  /** `rejection` has the words; null is a fault of the program. */
  | {
      readonly kind: 'failed';
      readonly shard: number;
      readonly rejection: Rejection | null;
      readonly message: string;
    };
