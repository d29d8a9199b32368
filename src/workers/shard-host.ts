import { FormatError } from '../formats/index.ts';
import type { ReadContext } from '../formats/index.ts';
import type { MasterColumns, OpenShard, ShardPort } from '../formats/wsusscan/index.ts';
import { readShardsHere } from '../tasks/large-catalog/index.ts';
import type { FromShardWorker, ToShardWorker } from './shard-wire.ts';

/** Batches that may be on their way to the engine: it stores slower than this reads. */
const batchesAhead = 4;

/** The worker's side: reads the shards it is given, one piece after the other. */
export class ShardHost {
  #columns: MasterColumns | null = null;
  #opener: Promise<OpenShard> | null = null;
  readonly #ports = new Map<number, ShardPort>();
  /** Shards that failed: what still comes of them is passed over. */
  readonly #failed = new Set<number>();
  #turn: Promise<void> = Promise.resolve();
  #ahead = 0;
  /** Batches that wait to be taken: several may. */
  readonly #waiting = new Set<() => void>();

  constructor(
    private readonly send: (message: FromShardWorker, transfer: readonly ArrayBuffer[]) => void,
    private readonly context: ReadContext,
  ) {}

  receive(message: ToShardWorker): void {
    if (message.kind === 'taken') {
      this.#ahead -= 1;
      const waiting = [...this.#waiting];
      this.#waiting.clear();
      for (const resume of waiting) resume();
      return;
    }
    if (message.kind === 'columns') {
      this.#columns = message.columns;
      return;
    }
    this.#turn = this.#turn.then(() => this.#take(message));
  }

  async #take(message: Exclude<ToShardWorker, { readonly kind: 'taken' | 'columns' }>): Promise<void> {
    const { shard } = message;
    try {
      if (!this.#failed.has(shard)) await this.#work(message);
    } catch (error) {
      this.#failed.add(shard);
      const rejection = error instanceof FormatError ? error.rejection : null;
      const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.send({ kind: 'failed', shard, rejection, message: said }, []);
    }
    if (message.kind === 'push') this.send({ kind: 'pushed', bytes: message.bytes.length }, []);
  }

  async #work(message: Exclude<ToShardWorker, { readonly kind: 'taken' | 'columns' }>): Promise<void> {
    const { shard } = message;
    if (message.kind === 'open') {
      if (this.#columns === null) throw new Error('the columns of the master list have not come');
      const open = await (this.#opener ??= this.#open());
      this.#ports.set(shard, open({ ...message.request, columns: this.#columns }));
      return;
    }
    const port = this.#ports.get(shard);
    if (port === undefined) throw new Error(`shard ${String(shard)} is not open`);
    if (message.kind === 'push') {
      port.push(message.bytes);
      await port.drain();
    } else {
      const report = await port.end();
      this.#ports.delete(shard);
      this.send({ kind: 'report', shard, report }, []);
    }
  }

  async #open(): Promise<OpenShard> {
    const sink = {
      revisions: (batch: Extract<FromShardWorker, { kind: 'revisions' }>['batch']) =>
        this.#handOn({ kind: 'revisions', batch }, []),
      details: (batch: Extract<FromShardWorker, { kind: 'details' }>['batch']) =>
        this.#handOn({ kind: 'details', batch }, [batch.hashes.buffer]),
    };
    return (await readShardsHere(sink, this.context)).open;
  }

  async #handOn(message: FromShardWorker, transfer: readonly ArrayBuffer[]): Promise<void> {
    this.#ahead += 1;
    this.send(message, transfer);
    while (this.#ahead > batchesAhead) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }
}
