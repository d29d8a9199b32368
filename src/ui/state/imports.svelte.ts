import type { Result } from '../../domain/index.ts';
import type {
  FileOutcome,
  Identified,
  ImportOptions,
  ImportReport,
  WorkspaceSummary,
} from '../../tasks/engine.ts';
import type { App } from './app.ts';

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
  #files: readonly File[] = [];
  /** What a person said about a file: one may need an answer to more than one question. */
  readonly #answers = new WeakMap<File, ImportOptions>();
  /** A workspace file that was read and found sound waits here for a yes. */
  #offer = $state.raw<WorkspaceOffer | null>(null);

  #preview = $state.raw<ImportPreview | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  get report(): ImportReport | null {
    return this.#report;
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
    const shown: ImportPreview = { files, identified: null };
    this.#preview = shown;
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
    const { files, identified } = preview;
    const isWorkspace = (_: File, index: number) => identified[index]?.kind === 'workspace';
    const held = files.find(isWorkspace);
    const rest = files.filter((file, index) => !isWorkspace(file, index));
    if (rest.length > 0) await this.#run(rest, {});
    if (held) await this.offerWorkspace(held);
  }

  forgetPreview(): void {
    this.#preview = null;
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

  /** Imports a nameless file under the name a person gave. */
  async answerName(file: string, name: string): Promise<void> {
    await this.#again(file, { names: { [file]: name } });
  }

  /** Puts an older edition in use, with the reason that goes into the journal. */
  async override(file: string, reason: string): Promise<void> {
    await this.#again(file, { overrides: { [file]: reason } });
  }

  /** Uses a catalog whose signature proves nothing, with the reason that goes into the journal. */
  async overrideSignature(file: string, reason: string): Promise<void> {
    await this.#again(file, { signatureOverrides: { [file]: reason } });
  }

  async #run(files: readonly File[], options: ImportOptions): Promise<Result<ImportReport>> {
    this.#files = [...files, ...this.#files];
    const words = this.#app.preferences.words;
    const result = await this.#app.jobs.run({
      title: words.frame.jobs.titles.import(files.length),
      work: (report) => this.#app.engine.importFiles(files, options, report),
      summary: (report) => ({ text: this.summary(report), href: '#/import' }),
    });
    if (result.ok) {
      this.#report = result.value;
      this.#app.announcer.say(this.summary(result.value));
      // A question nobody sees is a file that is lost: the report asks for names and overrides.
      const asks = result.value.files.some(({ outcome }) => questions.includes(outcome));
      if (asks) this.#app.route.go('/import');
    }
    return result;
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

  summary(report: ImportReport): string {
    const { importing, format } = this.#app.preferences.words;
    return outcomeOrder
      .map((outcome) => ({ outcome, n: report.files.filter((f) => f.outcome === outcome).length }))
      .filter(({ outcome, n }) => n > 0 || always.includes(outcome))
      .map(({ outcome, n }) => `${format.number(n)} ${importing.counts[outcome]}`)
      .join(', ');
  }

  async #again(name: string, options: ImportOptions): Promise<void> {
    const file = this.#files.find((f) => f.name === name);
    const earlier = this.#report;
    if (!file) return;
    const answers = withAnswers(this.#answers.get(file) ?? {}, options);
    this.#answers.set(file, answers);
    const result = await this.#run([file], answers);
    if (!result.ok || !earlier) return;
    const { files } = result.value;
    const renewed = (f: FileOutcome) => files.find((each) => each.file === f.file) ?? f;
    this.#report = { ...result.value, files: earlier.files.map(renewed) };
  }
}

const questions: readonly FileOutcome['outcome'][] = ['needs-name', 'older', 'unproven'];

function withAnswers(earlier: ImportOptions, now: ImportOptions): ImportOptions {
  return {
    names: { ...earlier.names, ...now.names },
    overrides: { ...earlier.overrides, ...now.overrides },
    signatureOverrides: { ...earlier.signatureOverrides, ...now.signatureOverrides },
  };
}

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

/** Outcomes a person has to look at. */
export function needsAttention(outcome: FileOutcome): boolean {
  return outcome.outcome === 'rejected' || questions.includes(outcome.outcome);
}
