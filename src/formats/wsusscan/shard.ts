import { createSHA256 } from 'hash-wasm';
import { createCabinetReader } from '../cab/index.ts';
import type { ReadContext } from '../format.ts';
import { Handover } from './handover.ts';
import { MasterRows } from './master-list.ts';
import type { MasterColumns } from './master-list.ts';
import { ShardReader } from './shard-reader.ts';
import type { MuReadReport, MuSink } from './sink.ts';

/** What a shard is to be read for: plain data that a worker can be given. */
export interface ShardRequest {
  /** Name for errors: `wsusscn2.cab/package3.cab`. */
  readonly file: string;
  readonly columns: MasterColumns;
  /** Rows whose fragments this shard should have. */
  readonly wanted: Uint32Array;
  /** Folder names of `l/`, in the order they were chosen in. */
  readonly languages: readonly string[];
  /** The catalog lacks this shard: no byte will be pushed, every revision is handed on with its fault. */
  readonly isMissing: boolean;
}

/** Takes the bytes of one inner cabinet in their order. */
export interface ShardPort {
  /** @param bytes valid during the call only. Throws `FormatError` as the cabinet reader does. */
  push(bytes: Uint8Array): void;
  /** Resolves when more may be pushed, here or into another shard; also asked behind the end. */
  drain(): Promise<void>;
  /** Called behind the last byte. */
  end(): Promise<MuReadReport>;
}

export type OpenShard = (request: ShardRequest) => ShardPort;

/** Opens shards in this thread, one after the other: their hash is shared. */
export async function shardOpener(sink: MuSink, context: ReadContext): Promise<OpenShard> {
  const [hash, lzx] = await Promise.all([createSHA256(), context.lzx?.() ?? null]);
  // Each request names the same columns: their texts are kept from one shard to the next.
  let rows: MasterRows | null = null;
  const handover = new Handover();
  return ({ file, columns, wanted, languages, isMissing }) => {
    rows = rows?.columns === columns ? rows : new MasterRows(columns);
    const shard = new ShardReader({ rows, wanted, languages }, sink, hash, handover);
    const cabinet = createCabinetReader(shard, { file, lzx });
    return {
      push: (bytes) => cabinet.push(bytes),
      drain: () => handover.ready(),
      end: () => {
        if (!isMissing) cabinet.end();
        return shard.finish();
      },
    };
  };
}
