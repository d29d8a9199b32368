import { reject } from '../../domain/index.ts';
import type { Progress, Rejection, ReportProgress, Result } from '../../domain/index.ts';
import type { FailedAct } from '../words/index.ts';
import { rejectionOf } from './failure.ts';

export type JobStatus = 'queued' | 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled';

/** A finished job leaves the tray by itself; its report stays. */
const shownAfter = 20_000;
const stopped = reject('cancelled', '');

/** One long piece of work as the tray shows it. */
export class Job {
  readonly id: number;
  readonly title: string;
  readonly act: FailedAct;
  readonly topic: string;
  status = $state<JobStatus>('queued');
  progress = $state.raw<Progress | null>(null);
  error = $state.raw<Rejection | null>(null);
  /** One line about the result, and where to read on. */
  summary = $state('');
  href = $state('');
  /** When the present phase began. */
  phaseStarted = 0;

  constructor(
    id: number,
    { title, act = 'import', topic = title }: Pick<JobRequest<unknown>, 'title' | 'act' | 'topic'>,
  ) {
    this.id = id;
    this.title = title;
    this.act = act;
    this.topic = topic;
  }

  /** 0 to 1 within the phase, or null before the first report. */
  get share(): number | null {
    const p = this.progress;
    return p && p.total > 0 ? Math.min(1, p.done / p.total) : null;
  }
}

export interface JobRequest<T> {
  readonly title: string;
  /** What it is, for the words of its failure; an import or nothing special where left out. */
  readonly act?: FailedAct;
  /** What it is another try of: its end replaces earlier failures of the same. The title where left out. */
  readonly topic?: string;
  readonly work: (report: ReportProgress) => Promise<Result<T>>;
  /** A step of something larger: it leaves the tray with its end, whatever that is; its caller tells. */
  readonly quiet?: boolean;
  /** Summary line and link once it succeeded. */
  readonly summary?: (value: T) => { readonly text: string; readonly href?: string };
  /** Takes the value over before the pages show what changed: nothing is drawn that is left at once. */
  readonly arrived?: (value: T) => void;
}

/** Long work: one after the other, with progress and cancel; it outlives page changes. */
export class Jobs {
  #list = $state.raw<readonly Job[]>([]);
  #next = 1;
  #queue: Promise<unknown> = Promise.resolve();
  /** Ended, but the pages do not show it yet. */
  #settling = $state.raw<Job | null>(null);
  readonly #now: () => number;
  readonly #cancel: () => void;
  readonly #settled: () => Promise<void>;

  constructor(now: () => number, cancel: () => void, settled: () => Promise<void>) {
    this.#now = now;
    this.#cancel = cancel;
    this.#settled = settled;
  }

  get list(): readonly Job[] {
    return this.#list;
  }

  /** Whether a job has ended whose result the pages do not show yet. */
  get settling(): boolean {
    return this.#settling !== null;
  }

  get current(): Job | undefined {
    return this.#list.find((job) => job.status === 'running' || job.status === 'cancelling');
  }

  /** Queues work; resolves with its result, `cancelled` when it was cancelled. */
  run<T>(request: JobRequest<T>): Promise<Result<T>> {
    const job = new Job(this.#next++, request);
    this.tidy();
    this.#list = [...this.#list, job];
    const result = this.#queue.then(() => this.#perform(job, request));
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Cancels a job: at once while it waits, through the engine while it runs. */
  cancel(job: Job): void {
    if (job.status === 'queued') job.status = 'cancelled';
    else if (job.status === 'running') {
      job.status = 'cancelling';
      this.#cancel();
    }
  }

  /** Takes everything away that went well and is shown by the pages. */
  tidy(): void {
    const stays = (j: Job) => j === this.#settling || (j.status !== 'done' && j.status !== 'cancelled');
    this.#list = this.#list.filter(stays);
  }

  dismiss(job: Job): void {
    this.#list = this.#list.filter((j) => j !== job);
  }

  /** Seconds left in the phase, or null while it cannot be told (first five seconds, or nothing done). */
  left(job: Job): number | null {
    const elapsed = this.#now() - job.phaseStarted;
    const share = job.share;
    return share === null || share < 0.05 || elapsed < 5000 ? null : (elapsed / share) * (1 - share);
  }

  async #perform<T>(job: Job, request: JobRequest<T>): Promise<Result<T>> {
    if (job.status === 'cancelled') return stopped;
    job.status = 'running';
    job.phaseStarted = this.#now();
    const result = await this.#guarded(job, request);
    if (result.ok) {
      const summary = request.summary?.(result.value);
      job.summary = summary?.text ?? '';
      job.href = summary?.href ?? '';
      job.status = 'done';
      setTimeout(() => this.dismiss(job), shownAfter);
    } else {
      job.error = result.error;
      job.status = result.error.code === 'cancelled' ? 'cancelled' : 'failed';
    }
    if (job.status !== 'cancelled') this.#replaceFailures(job);
    if (request.quiet) {
      this.dismiss(job);
      return result;
    }
    if (result.ok && request.arrived) {
      this.#settling = job;
      request.arrived(result.value);
    }
    await this.#settled();
    this.#settling = null;
    return result;
  }

  /** What failed before and was tried again is no news any more. */
  #replaceFailures(by: Job): void {
    this.#list = this.#list.filter((j) => j === by || j.status !== 'failed' || j.topic !== by.topic);
  }

  async #guarded<T>(job: Job, request: JobRequest<T>): Promise<Result<T>> {
    try {
      return await request.work((progress) => {
        if (job.progress?.phase !== progress.phase) job.phaseStarted = this.#now();
        job.progress = progress;
      });
    } catch (cause) {
      // The engine is ended in mid-call when a job is cancelled; anything else is a fault of ours.
      const cancelled = (job.status as JobStatus) === 'cancelling';
      return cancelled ? stopped : { ok: false, error: rejectionOf(cause) };
    }
  }
}
