import { ok, type Result } from '../../domain/index.ts';
import type { FileOutcome, ImportOptions, ImportReport, WorkspaceSummary } from '../../tasks/engine.ts';
import type { App } from './app.ts';

export interface WorkspaceOffer {
  readonly file: File;
  readonly summary: WorkspaceSummary;
}

/** Files on their way in: identify, import, ask what must be asked, and keep the last report. */
export class Imports {
  readonly #app: App;
  #report = $state.raw<ImportReport | null>(null);
  #files: readonly File[] = [];
  /** A workspace file that was read and found sound waits here for a yes. */
  #offer = $state.raw<WorkspaceOffer | null>(null);

  #held: File | null = null;

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

  /** Takes dropped or chosen files; a workspace file is held back until a person agrees. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length > 0) await this.#run(files, {}, true);
    const held = this.#held;
    this.#held = null;
    if (held) await this.offerWorkspace(held);
  }

  /** Imports a nameless file under the name a person gave. */
  async answerName(file: string, name: string): Promise<void> {
    await this.#again(file, { names: { [file]: name } });
  }

  /** Puts an older edition in use, with the reason that goes into the journal. */
  async override(file: string, reason: string): Promise<void> {
    await this.#again(file, { overrides: { [file]: reason } });
  }

  async #run(
    files: readonly File[],
    options: ImportOptions,
    identify: boolean,
  ): Promise<Result<ImportReport | null>> {
    this.#files = [...files, ...this.#files];
    const words = this.#app.preferences.words;
    const result = await this.#app.jobs.run({
      title: words.frame.jobs.titles.import(files.length),
      work: async (report): Promise<Result<ImportReport | null>> => {
        const rest = identify ? await this.#withoutWorkspace(files) : files;
        return rest.length > 0 ? this.#app.engine.importFiles(rest, options, report) : ok(null);
      },
      summary: (report) => (report ? { text: this.summary(report), href: '#/import' } : { text: '' }),
    });
    if (result.ok && result.value) {
      this.#report = result.value;
      this.#app.announcer.say(this.summary(result.value));
    }
    return result;
  }

  async #withoutWorkspace(files: readonly File[]): Promise<readonly File[]> {
    const identified = await this.#app.engine.identify(files);
    const isWorkspace = (_: File, index: number) => identified[index]?.kind === 'workspace';
    this.#held = files.find(isWorkspace) ?? null;
    return files.filter((file, index) => !isWorkspace(file, index));
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
    const words = this.#app.preferences.words.importing;
    const done = report.files.filter((f) => f.outcome === 'imported').length;
    const attention = report.files.filter(needsAttention).length;
    const text = words.summary(done, report.files.length);
    return attention > 0 ? `${text}; ${words.attention(attention)}` : text;
  }

  async #again(name: string, options: ImportOptions): Promise<void> {
    const file = this.#files.find((f) => f.name === name);
    const earlier = this.#report;
    if (!file) return;
    const result = await this.#run([file], options, false);
    if (!result.ok || !result.value || !earlier) return;
    const { files } = result.value;
    const renewed = (f: FileOutcome) => files.find((each) => each.file === f.file) ?? f;
    this.#report = { ...result.value, files: earlier.files.map(renewed) };
  }
}

/** Outcomes a person has to look at. */
export function needsAttention(outcome: FileOutcome): boolean {
  return outcome.outcome === 'rejected' || outcome.outcome === 'needs-name' || outcome.outcome === 'older';
}
