import { formatError, FormatError } from '../formats/index.ts';
import type { MasterColumns, MuReadReport, ShardPort, ShardRequest } from '../formats/wsusscan/index.ts';
import type { ReadShards, ShardReading, ShardSink } from '../tasks/large-catalog/index.ts';
import { allowOwnWorkers } from './own-workers.ts';
import type { FromShardWorker, ToShardWorker } from './shard-wire.ts';

/** A worker that reads shards; tests make one that is none. */
export interface ShardWorker {
  send(message: ToShardWorker, transfer: readonly ArrayBuffer[]): void;
  onMessage(listener: (message: FromShardWorker) => void): void;
  onFailure(listener: (message: string) => void): void;
  terminate(): void;
}

/** Bytes sent in one message: each message has its price. */
const pieceBytes = 1024 * 1024;
/** Bytes on their way to one worker: a shard of the real catalog has some nine megabytes, so each has one ahead. */
const bytesAhead = 24 * 1024 * 1024;

interface Settle {
  readonly worker: Member;
  readonly resolve: (report: MuReadReport) => void;
  readonly reject: (error: Error) => void;
}

interface Member {
  readonly worker: ShardWorker;
  columns: MasterColumns | null;
  /** Bytes that it has been sent and has not read. */
  ahead: number;
}

/** Reads shards in several workers side by side; what they hold comes to one sink. */
class ShardPool implements ShardReading {
  readonly #members: Member[];
  readonly #settles = new Map<number, Settle>();
  readonly #waiting = new Set<() => void>();
  #shards = 0;
  #fault: Error | null = null;

  constructor(
    workers: readonly ShardWorker[],
    private readonly sink: ShardSink,
  ) {
    this.#members = workers.map((worker) => ({ worker, columns: null, ahead: 0 }));
    for (const member of this.#members) {
      member.worker.onMessage((message) => void this.#receive(member, message));
      member.worker.onFailure((message) => this.#fail(new Error(message)));
    }
  }

  readonly open = ({ columns, ...request }: ShardRequest): ShardPort => {
    const shard = this.#shards++;
    const [first, ...others] = this.#members;
    if (first === undefined) throw new Error('a pool has a worker at least');
    const member = others.reduce((least, one) => (one.ahead < least.ahead ? one : least), first);
    if (member.columns !== columns) {
      member.columns = columns;
      member.worker.send({ kind: 'columns', columns }, []);
    }
    const report = new Promise<MuReadReport>((resolve, reject) =>
      this.#settles.set(shard, { worker: member, resolve, reject }),
    );
    // Whoever ends the shard hears of a failure.
    report.catch(() => undefined);
    member.worker.send({ kind: 'open', shard, request }, []);
    return this.#port(shard, member, report);
  };

  close(): void {
    for (const { worker } of this.#members) worker.terminate();
    this.#fail(new DOMException('the reading was ended', 'AbortError'));
  }

  #port(shard: number, member: Member, report: Promise<MuReadReport>): ShardPort {
    let piece = new Uint8Array(pieceBytes);
    let filled = 0;
    const flush = (): void => {
      if (filled === 0) return;
      const bytes = filled === piece.length ? piece : piece.slice(0, filled);
      member.ahead += bytes.length;
      member.worker.send({ kind: 'push', shard, bytes }, [bytes.buffer]);
      piece = new Uint8Array(pieceBytes);
      filled = 0;
    };
    return {
      push: (bytes) => {
        for (let at = 0; at < bytes.length;) {
          const part = bytes.subarray(at, at + piece.length - filled);
          piece.set(part, filled);
          filled += part.length;
          at += part.length;
          if (filled === piece.length) flush();
        }
      },
      drain: () => this.#drain(member),
      end: () => {
        flush();
        member.worker.send({ kind: 'end', shard }, []);
        return report;
      },
    };
  }

  async #drain(member: Member): Promise<void> {
    while (member.ahead > bytesAhead && this.#fault === null) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    if (this.#fault) throw this.#fault;
  }

  async #receive(member: Member, message: FromShardWorker): Promise<void> {
    switch (message.kind) {
      case 'pushed':
        member.ahead -= message.bytes;
        this.sink.passed?.(message.bytes);
        this.#wake();
        return;
      case 'report':
        this.#settles.get(message.shard)?.resolve(message.report);
        this.#settles.delete(message.shard);
        return;
      case 'failed':
        this.#fail(
          message.rejection === null ? new Error(message.message) : new FormatError(message.rejection),
        );
        return;
      case 'revisions':
      case 'details':
        try {
          await (message.kind === 'revisions'
            ? this.sink.revisions(message.batch)
            : this.sink.details(message.batch));
          member.worker.send({ kind: 'taken' }, []);
        } catch (error) {
          this.#fail(error instanceof Error ? error : new Error(String(error)));
        }
    }
  }

  /** One failure ends the import: what follows is not waited for. */
  #fail(error: Error): void {
    this.#fault ??= error;
    for (const { reject } of this.#settles.values()) reject(this.#fault);
    this.#settles.clear();
    this.#wake();
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
  }
}

/**
 * Reads shards in as many workers as `count` says, at least one. A raised signal ends them at once.
 *
 * @param spawn starts one; where that fails the import fails with it
 */
export function shardPool(spawn: () => ShardWorker, count: number): ReadShards {
  return async (sink, { signal }) => {
    const workers = Array.from({ length: Math.max(1, count) }, () => spawn());
    const pool = new ShardPool(workers, sink);
    signal?.addEventListener('abort', () => pool.close(), { once: true });
    if (signal?.aborted) throw formatError('cancelled', '');
    return pool;
  };
}

/** A module worker of the browser. */
export function spawnShardWorker(): ShardWorker {
  allowOwnWorkers();
  const worker = new Worker(new URL('./shard.worker.ts', import.meta.url), { type: 'module' });
  return {
    send: (message, transfer) => worker.postMessage(message, [...transfer]),
    onMessage: (listener) => {
      worker.onmessage = (event: MessageEvent<FromShardWorker>) => listener(event.data);
    },
    onFailure: (listener) => {
      worker.onerror = (event) => listener(event.message);
    },
    terminate: () => worker.terminate(),
  };
}
