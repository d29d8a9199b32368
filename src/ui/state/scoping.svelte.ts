import { wholeScope } from '../../domain/index.ts';
import type { MuScope, ScopeChoices } from '../../domain/index.ts';
import type { App } from './app.ts';
import { ScopeSelection } from './scope-selection.svelte.ts';

/** Everything; what was chosen last time; or a choice out of the catalog's own list. */
export type ScopeWish = 'all' | 'last' | 'choose';

export interface ScopeQuestion {
  readonly file: File;
  readonly selection: ScopeSelection;
  /** Why the file is used although its signature proves nothing. */
  readonly reason: string;
}

type Answer = 'import' | 'cancel' | 'names';

/** Asks what to take of an offline catalog, before the expensive part. */
export class Scoping {
  readonly #app: App;
  #wish = $state<ScopeWish | null>(null);
  #question = $state.raw<ScopeQuestion | null>(null);
  #answer: (answer: Answer) => void = () => undefined;

  constructor(app: App) {
    this.#app = app;
  }

  get wish(): ScopeWish {
    return this.#wish ?? (this.differs ? 'last' : 'all');
  }

  set wish(wish: ScopeWish) {
    this.#wish = wish;
  }

  /** What was chosen last time, on this page or in the workspace file it came with. */
  get remembered(): MuScope | null {
    return this.#app.preferences.settings.catalogScope ?? null;
  }

  /** Whether that is something else than everything with English texts. */
  get differs(): boolean {
    const last = this.remembered;
    return (
      last !== null &&
      (last.products !== null || last.classifications !== null || last.languages.join() !== 'en')
    );
  }

  /** The open question, or null. */
  get question(): ScopeQuestion | null {
    return this.#question;
  }

  answer(answer: Answer): void {
    this.#question = null;
    this.#answer(answer);
  }

  /** The next drop begins with what is remembered then. */
  forget(): void {
    this.#wish = null;
  }

  /**
   * The scope of one catalog by the wish: by file name as an import takes it; empty where the import decides (what is
   * remembered, or a file that it will refuse). Null: the person stopped, and nothing is to be imported.
   */
  async scopeOf(file: File, reason: string): Promise<Readonly<Record<string, MuScope>> | null> {
    if (this.wish === 'last') return {};
    if (this.wish === 'all') return { [file.name]: wholeScope };
    const read = await this.#read(file, reason, false);
    if (read === 'cancelled') return null;
    if (read === 'refused') return {};
    const selection = new ScopeSelection(read, this.remembered ?? wholeScope);
    for (;;) {
      const answer = await this.#ask({ file, selection, reason });
      if (answer === 'cancel') return null;
      if (answer === 'import') return { [file.name]: selection.scope };
      const named = await this.#read(file, reason, true);
      // Stopped on the way: the question comes back as it was.
      if (typeof named !== 'string') selection.choices = named;
    }
  }

  #ask(question: ScopeQuestion): Promise<Answer> {
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#question = question;
    });
  }

  /** A file that cannot be read is refused by the import too, which says why in the report. */
  async #read(
    file: File,
    reason: string,
    allNames: boolean,
  ): Promise<ScopeChoices | 'cancelled' | 'refused'> {
    const app = this.#app;
    const words = app.preferences.words.scope;
    const result = await app.jobs.run({
      title: allNames ? words.readingNames(file.name) : words.reading(file.name),
      quiet: true,
      work: (report) => app.engine.scopeChoices(file, { reason, allNames }, report),
    });
    if (result.ok) return result.value;
    return result.error.code === 'cancelled' ? 'cancelled' : 'refused';
  }
}
