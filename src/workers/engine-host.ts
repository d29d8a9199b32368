import type { Progress, Update } from '../domain/index.ts';
import type { Engine } from '../tasks/engine.ts';
import { StoreError } from '../store/index.ts';
import type { EngineCore } from './create-engine.ts';
import { PartCounter } from './snapshot-parts.ts';
import { throttled } from './throttle.ts';
import type {
  EngineMethod,
  OpenOptions,
  PageCallbacks,
  KnownParts,
  Reply,
  Role,
  SnapshotDelta,
  WireApi,
} from './wire.ts';
import { methodTraits } from './wire.ts';

/** Makes the engine once the page has said how to open it; as a writer it has claimed the store. */
export type OpenEngine = (options: OpenOptions, page: PageCallbacks) => Promise<EngineCore>;

function failed(error: unknown): Reply<never> {
  const message = error instanceof Error ? error.message : String(error);
  const rejection =
    error instanceof StoreError ? { code: error.code, file: '', place: '', details: error.details } : null;
  return { ok: false, rejection, message };
}

async function replying<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return failed(error);
  }
}

/** The worker's side of the wire: calls of the page become calls of the engine, failures become data. */
export class EngineHost implements WireApi {
  private core: Promise<EngineCore> | null = null;
  private readonly running = new Map<number, AbortController>();
  private readonly counter = new PartCounter();

  constructor(
    private readonly openEngine: OpenEngine,
    private readonly now: () => number,
  ) {}

  open(options: OpenOptions, page: PageCallbacks): Promise<Reply<null>> {
    return replying(async () => {
      this.core = this.openEngine(options, page);
      await this.core;
      return null;
    });
  }

  snapshot(known: KnownParts): Promise<Reply<SnapshotDelta>> {
    return replying(async () => {
      const core = await this.opened();
      return this.counter.delta(await core.engineFor(new AbortController().signal).snapshot(), known);
    });
  }

  updates(number: number, from: number): Promise<Reply<readonly Update[] | null>> {
    return replying(async () => this.counter.updates(number, from));
  }

  async call(
    id: number,
    method: EngineMethod,
    args: readonly unknown[],
    report: ((progress: Progress) => void) | null,
  ): Promise<Reply<unknown>> {
    const abort = new AbortController();
    this.running.set(id, abort);
    const reply = await replying(async () => {
      const engine = (await this.opened()).engineFor(abort.signal);
      const position = methodTraits[method].report;
      const all = [...args];
      if (position !== null && report) {
        all[position] = throttled((progress) => void report(progress), this.now);
      }
      const act = engine[method] as (this: Engine, ...args: unknown[]) => Promise<unknown>;
      return act.apply(engine, all);
    });
    this.running.delete(id);
    return reply;
  }

  async abort(id: number): Promise<void> {
    this.running.get(id)?.abort();
  }

  setRole(role: Role): Promise<Reply<null>> {
    return replying(async () => {
      const core = await this.opened();
      if (role === 'writer') await core.claim();
      return null;
    });
  }

  private async opened(): Promise<EngineCore> {
    if (!this.core) throw new Error('the page has not opened the engine yet');
    return this.core;
  }
}
