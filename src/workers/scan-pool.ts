/** Decides blocks in several small workers; which of them decides a block makes no difference. */
import { factBytesOf, kernelPart, openKernelDecider } from '../scan/index.ts';
import type { BlockDecider, BlockWork, DecidedBlock, OpenElsewhere, ScanProgram } from '../scan/index.ts';
import type { ScanAnswer, ScanOrder } from './scan-wire.ts';

/** A small worker as the pool needs it; tests make ones that break down. */
export interface PoolWorker {
  /** @param transfer given away with it */
  post(order: ScanOrder, transfer: readonly ArrayBuffer[]): void;
  onAnswer(listener: (answer: ScanAnswer) => void): void;
  /** Called when it broke down, could not be loaded, or is gone. */
  onFailure(listener: (message: string) => void): void;
  terminate(): void;
}

export interface PoolPorts {
  /** @throws where the browser starts no further worker */
  readonly spawn: () => PoolWorker;
  readonly size: number;
  readonly locks: Pick<LockManager, 'request'> | null;
  /** A name that no other lock has. */
  readonly newName: () => string;
}

/** Fewer blocks are decided where they are: starting workers takes longer. */
const fewestBlocks = 4;
/** How often a block is given to another worker before this thread decides it itself. */
const mostFailures = 2;

/** For `createKernelEngine`: null for few blocks, and where no worker can be started. */
export function scanPool(ports: PoolPorts): OpenElsewhere {
  return async (module, program, blocks) => {
    if (blocks < fewestBlocks || ports.size < 1) return null;
    const pool = new ScanPool(ports, module, program);
    return pool.start() ? pool : null;
  };
}

interface Task {
  readonly prepare: () => Promise<BlockWork>;
  work: BlockWork;
  readonly resolve: (decided: DecidedBlock) => void;
  readonly reject: (error: unknown) => void;
  failures: number;
}

class ScanPool implements BlockDecider {
  readonly lanes: number;
  readonly factBytes: number;
  private readonly workers = new Set<PoolWorker>();
  private readonly idle: PoolWorker[] = [];
  private readonly waiting: Task[] = [];
  /** Workers that can read machines. */
  private readonly reading = new WeakSet<PoolWorker>();
  private readonly underWay = new Map<PoolWorker, Task>();
  private here: Promise<BlockDecider> | null = null;
  private readonly closed = new AbortController();

  constructor(
    private readonly ports: PoolPorts,
    private readonly module: WebAssembly.Module,
    private readonly program: ScanProgram,
  ) {
    // While a block is decided the facts of the next ones are read, and while workers start they are too.
    this.lanes = ports.size * 2 + 2;
    this.factBytes = factBytesOf(program);
  }

  /** @returns false where not one worker could be started */
  start(): boolean {
    for (let n = 0; n < this.ports.size; n++) this.add();
    return this.workers.size > 0;
  }

  async decide(prepare: () => Promise<BlockWork>): Promise<DecidedBlock> {
    const work = await prepare();
    this.closed.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      this.waiting.push({ prepare, work, resolve, reject, failures: 0 });
      this.assign();
    });
  }

  close(): void {
    this.closed.abort();
    for (const worker of this.workers) worker.terminate();
    this.workers.clear();
    for (const { reject } of [...this.waiting, ...this.underWay.values()]) reject(this.closed.signal.reason);
    this.waiting.length = 0;
    this.underWay.clear();
  }

  private add(): void {
    let worker: PoolWorker;
    try {
      worker = this.ports.spawn();
    } catch {
      return;
    }
    this.workers.add(worker);
    const lifeLock = this.ports.locks ? this.ports.newName() : '';
    worker.onAnswer((answer) => {
      if (answer.kind === 'failed') this.replace(worker);
      else if (answer.kind === 'decided') this.finish(worker, answer.decided);
      else {
        this.watchOver(worker, lifeLock);
        this.free(worker);
      }
    });
    worker.onFailure(() => this.replace(worker));
    const { module, factBytes } = this;
    worker.post({ kind: 'open', module, program: kernelPart(this.program), factBytes, lifeLock }, []);
  }

  /** The worker holds the lock as long as it lives: getting it means that the worker is gone. */
  private watchOver(worker: PoolWorker, lifeLock: string): void {
    if (!this.ports.locks) return;
    const gone = () => this.replace(worker);
    this.ports.locks.request(lifeLock, { signal: this.closed.signal }, gone).catch(() => undefined);
  }

  private finish(worker: PoolWorker, decided: DecidedBlock): void {
    const task = this.underWay.get(worker);
    this.underWay.delete(worker);
    this.free(worker);
    task?.resolve(decided);
  }

  private free(worker: PoolWorker): void {
    if (!this.workers.has(worker)) return;
    this.idle.push(worker);
    this.assign();
  }

  private assign(): void {
    if (this.workers.size === 0) {
      for (const task of this.waiting.splice(0)) void this.decideHere(task);
    }
    while (this.waiting.length > 0 && this.idle.length > 0) {
      const worker = this.idle.pop() as PoolWorker;
      const task = this.waiting.shift() as Task;
      this.underWay.set(worker, task);
      if (task.work.read.length > 0 && !this.reading.has(worker)) {
        worker.post({ kind: 'subjects', subjects: this.program.subjects }, []);
        this.reading.add(worker);
      }
      const { facts } = task.work;
      worker.post({ kind: 'decide', work: task.work }, facts === null ? [] : [facts.buffer]);
    }
  }

  /** A worker that failed is ended; another one takes its place while there is a block that it may be at fault for. */
  private replace(worker: PoolWorker): void {
    if (this.closed.signal.aborted || !this.workers.delete(worker)) return;
    worker.terminate();
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    const task = this.underWay.get(worker);
    this.underWay.delete(worker);
    if (task) {
      task.failures += 1;
      this.add();
      void this.again(task);
    }
    this.assign();
  }

  /** What the task had was given to the worker that failed. */
  private async again(task: Task): Promise<void> {
    try {
      task.work = await task.prepare();
      this.closed.signal.throwIfAborted();
    } catch (error) {
      return task.reject(error);
    }
    if (task.failures > mostFailures) return this.decideHere(task);
    this.waiting.unshift(task);
    this.assign();
  }

  /** In this thread, with the fault itself if the block is at fault. */
  private async decideHere(task: Task): Promise<void> {
    try {
      this.here ??= this.openHere();
      task.resolve(await (await this.here).decide(() => Promise.resolve(task.work), this.closed.signal));
    } catch (error) {
      task.reject(error);
    }
  }

  private openHere(): Promise<BlockDecider> {
    const { module, program, factBytes } = this;
    return openKernelDecider(module, kernelPart(program), factBytes, () => program.subjects);
  }
}
