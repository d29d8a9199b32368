import type { ReportProgress, Result } from '../../domain/index.ts';
import type {
  FileOutcome,
  Identified,
  ImportOptions,
  ImportReport,
  WaitingAnswer,
  WaitingRow,
  WorkspaceSummary,
} from '../../tasks/engine.ts';
import type { App } from './app.ts';
import { forgetImport, interruptedImport, noteImport, type InterruptedImport } from './interrupted-import.ts';
import { nextTask, pauses } from './next-task.ts';
import { Scoping } from './scoping.svelte.ts';

/** A workspace file that was read and found sound, with what it holds. */
export interface WorkspaceOffer {
  readonly file: File;
  readonly summary: WorkspaceSummary;
}

/** Files that were given and recognised, before anything is imported. */
export interface ImportPreview {
  readonly files: readonly File[];
  /** One a file, in their order; null while they are being looked at. */
  readonly identified: readonly Identified[] | null;
}

/** Files on their way in: identify, import, ask what must be asked, and keep the last report. */
export class Imports {
  readonly #app: App;
  #report = $state.raw<ImportReport | null>(null);
  /** Files of this session by name, the latest: what is too big to be kept is read again from here. */
  #files = $state.raw<ReadonlyMap<string, File>>(new Map());
  /** A workspace file that was read and found sound waits here for a yes. */
  #offer = $state.raw<WorkspaceOffer | null>(null);

  #interrupted = $state.raw(interruptedImport());
  #preview = $state.raw<ImportPreview | null>(null);
  /** What to take of an offline catalog. */
  readonly scoping: Scoping;
  /** Names of offline catalogs among the files of this session. */
  readonly #scoped = new Set<string>();

  constructor(app: App) {
    this.#app = app;
    this.scoping = new Scoping(app);
  }

  get report(): ImportReport | null {
    return this.#report;
  }

  /** An import of an earlier session that was killed; nothing half-read of it was kept. */
  get interrupted(): InterruptedImport | null {
    return this.#interrupted;
  }

  forgetInterrupted(): void {
    this.#interrupted = null;
    forgetImport();
  }

  get offer(): WorkspaceOffer | null {
    return this.#offer;
  }

  forgetOffer(): void {
    this.#offer = null;
  }

  /** Reads a workspace file to its end, then asks; a damaged or foreign one is refused by name instead. */
  async offerWorkspace(file: File): Promise<void> {
    const titles = this.#app.preferences.words.frame.jobs.titles;
    const result = await this.#app.jobs.run({
      title: titles.inspect(file.name),
      topic: 'workspace',
      work: (report) => this.#app.engine.inspectWorkspace(file, report),
    });
    this.#offer = result.ok ? { file, summary: result.value } : null;
  }

  get preview(): ImportPreview | null {
    return this.#preview;
  }

  /** Recognises dropped or chosen files and shows what an import would make of them; imports nothing. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    // The browser made the list of files in this task: the dialog is drawn in the next.
    await nextTask();
    const shown: ImportPreview = { files, identified: null };
    this.#preview = shown;
    this.scoping.forget();
    await readied(files);
    const identified = await this.#identify(files);
    // Put away, or other files came meanwhile.
    if (this.#preview !== shown) return;
    const workspace = files.length === 1 && identified[0]?.kind === 'workspace';
    this.#preview = workspace ? null : { files, identified };
    if (workspace && files[0]) await this.offerWorkspace(files[0]);
  }

  /** Imports the files of the preview; a workspace file among them is held back until a person agrees. */
  async importPreviewed(): Promise<void> {
    const preview = this.#preview;
    this.#preview = null;
    if (!preview?.identified) return;
    if (this.#app.workspace.snapshot?.practice && !(await this.leavePractice())) return;
    const { files, identified } = preview;
    const isWorkspace = (_: File, index: number) => identified[index]?.kind === 'workspace';
    const held = files.find(isWorkspace);
    const rest = files.filter((file, index) => !isWorkspace(file, index));
    for (const { name, hasScope } of identified) if (hasScope) this.#scoped.add(name);
    if (rest.length > 0) await this.#scopedRun(rest);
    if (held) await this.offerWorkspace(held);
  }

  forgetPreview(): void {
    this.#preview = null;
  }

  /** Imports files after their catalogs have a scope; nothing at all where the person stops at that question. */
  async #scopedRun(files: readonly File[]): Promise<void> {
    let scopes: ImportOptions['scopes'] = {};
    for (const file of files.filter(({ name }) => this.#scoped.has(name))) {
      const chosen = await this.scoping.scopeOf(file, '');
      if (chosen === null) return;
      scopes = { ...scopes, ...chosen };
    }
    await this.#run(files, { scopes });
  }

  async #identify(files: readonly File[]): Promise<readonly Identified[]> {
    try {
      return await this.#app.engine.identify(files);
    } catch {
      // A fault met here is met again by the import, which tells what became of each file.
      return files.map(({ name, size }) => ({
        name,
        bytes: size,
        kind: 'unknown',
        format: '',
        fate: 'import',
      }));
    }
  }

  /** Imports a waiting file with the name of its machine, or an older edition with the reason to use it. */
  async answer(waiting: WaitingRow, answer: WaitingAnswer): Promise<void> {
    const words = this.#app.preferences.words;
    const earlier = this.#report;
    const scopes = await this.#scopesAgain(waiting, answer);
    if (scopes === null) return;
    const result = await this.#app.jobs.run({
      title: words.frame.jobs.titles.import(1),
      topic: `answer ${waiting.key}`,
      work: (report) => this.#answered(waiting, answer, scopes, report),
      summary: (report) => ({ text: this.summary(report), href: '#/import' }),
    });
    if (!result.ok) return;
    this.#app.announcer.say(this.summary(result.value));
    this.#report = earlier
      ? { ...result.value, files: renewed(earlier, waiting, result.value) }
      : result.value;
  }

  /** Whether an answer can be given now: what waits is stored, or its file is still at hand. */
  canAnswer(waiting: WaitingRow): boolean {
    return waiting.kind === 'name' || waiting.kept || this.#files.has(waiting.file);
  }

  /** What to take of an offline catalog that can be read now, with the reason; null: the person stopped. */
  async #scopesAgain(waiting: WaitingRow, answer: WaitingAnswer): Promise<ImportOptions['scopes'] | null> {
    const file = this.#files.get(waiting.file);
    if (waiting.kind !== 'signature' || !file || !('reason' in answer)) return {};
    return this.#scoped.has(file.name) ? this.scoping.scopeOf(file, answer.reason) : {};
  }

  #answered(
    waiting: WaitingRow,
    answer: WaitingAnswer,
    scopes: ImportOptions['scopes'] = {},
    report: ReportProgress,
  ): Promise<Result<ImportReport>> {
    const file = this.#files.get(waiting.file);
    if (waiting.kind !== 'name' && file && 'reason' in answer) {
      const reasons = { [file.name]: answer.reason };
      if (waiting.kind === 'signature') {
        return this.#app.engine.importFiles([file], { signatureOverrides: reasons, scopes }, report);
      }
      if (!waiting.kept) return this.#app.engine.importFiles([file], { overrides: reasons }, report);
    }
    return this.#app.engine.answerWaiting(waiting.key, answer, report);
  }

  /** Leaves a waiting file out; the bar that undoes it comes by itself. */
  async leaveOut(waiting: WaitingRow): Promise<void> {
    const titles = this.#app.preferences.words.frame.jobs.titles;
    await this.#app.jobs.run({
      title: titles.leaveOut(waiting.file),
      work: () => this.#app.engine.dropWaiting(waiting.key),
    });
  }

  async #run(files: readonly File[], options: ImportOptions = {}): Promise<Result<ImportReport>> {
    this.#files = new Map([...this.#files, ...files.map((file) => [file.name, file] as const)]);
    const words = this.#app.preferences.words;
    this.#interrupted = null;
    const result = await this.#app.jobs.run({
      title: words.frame.jobs.titles.import(files.length),
      topic: 'import',
      work: (report) => {
        noteImport(files);
        return this.#app.engine.importFiles(files, options, report).finally(forgetImport);
      },
      summary: (report) => ({ text: this.summary(report), href: '#/import' }),
      arrived: (report) => this.#arrived(report),
    });
    // The report says it, and more.
    if (result.ok && asks(result.value)) this.#app.jobs.tidy();
    return result;
  }

  #arrived(report: ImportReport): void {
    this.#report = report;
    this.#app.announcer.say(this.summary(report));
    // A question nobody sees is a file that is lost: the report asks for names and overrides.
    if (asks(report)) this.#app.route.go('/import');
  }

  /** Practice data comes with a report like any other import. */
  async practice(): Promise<void> {
    const words = this.#app.preferences.words;
    const result = await this.#app.jobs.run({
      title: words.frame.jobs.titles.practice,
      work: (report) => this.#app.engine.loadPractice(report),
      summary: (report) => ({ text: this.summary(report), href: '#/import' }),
    });
    if (result.ok) this.#report = result.value;
  }

  /** Removes the practice site, and the report about its files with it. @returns whether it is gone */
  async leavePractice(): Promise<boolean> {
    const { frame, practice } = this.#app.preferences.words;
    const result = await this.#app.jobs.run({
      title: frame.jobs.titles.leavePractice,
      work: () => this.#app.engine.leavePractice(),
      summary: () => ({ text: practice.left }),
    });
    if (result.ok) {
      this.#report = null;
      this.#app.announcer.say(practice.left);
    }
    return result.ok;
  }

  summary(report: ImportReport): string {
    const { importing, format } = this.#app.preferences.words;
    return outcomeOrder
      .map((outcome) => ({ outcome, n: report.files.filter((f) => f.outcome === outcome).length }))
      .filter(({ outcome, n }) => n > 0 || always.includes(outcome))
      .map(({ outcome, n }) => `${format.number(n)} ${importing.counts[outcome](n)}`)
      .join(', ');
  }
}

/**
 * Asks each file for its size once: the browser then goes to the disk for it, and would do so for all files
 * in one task when they are sent to the engine.
 */
async function readied(files: readonly File[]): Promise<void> {
  const pause = pauses();
  for (const file of files) {
    void file.size;
    await pause();
  }
}

/** The report as it is after the answer: what waited has its outcome now. */
function renewed(
  earlier: ImportReport,
  { key }: WaitingRow,
  { files }: ImportReport,
): readonly FileOutcome[] {
  const [answered] = files;
  const waits = (f: FileOutcome) => 'waiting' in f && f.waiting === key;
  return earlier.files.map((f) => (answered && waits(f) ? answered : f));
}

const questions: readonly FileOutcome['outcome'][] = ['needs-name', 'older', 'unproven'];
const asks = (report: ImportReport) => report.files.some(({ outcome }) => questions.includes(outcome));

const outcomeOrder = [
  'imported',
  'nothing-new',
  'ignored',
  'needs-name',
  'older',
  'unproven',
  'rejected',
] as const;
/** Said also where there is none. */
const always: readonly FileOutcome['outcome'][] = ['imported', 'ignored', 'rejected'];
