import type { Verdict } from '../../domain/index.ts';
import type { App } from './app.ts';
import type { Selection } from './selection.svelte.ts';

/** What can be done with an update in review; `withdrawn` takes a decision back. */
export type Act = Verdict | 'withdrawn';

/** A decision on its way: the updates it is for, and what the dialog still has to ask. */
export interface Question {
  readonly act: Act;
  readonly updates: readonly string[];
}

/** What the dialog brings back. */
export interface Answer {
  readonly reason: string;
  readonly until: string | null;
  /** Name of the person who decides. */
  readonly operator: string;
}

/**
 * Decides about the selection; without one about the row the keyboard is on. Asks for what is missing
 * first: a reason, a day, the name of the person (it stands in the journal and the manifest).
 */
export class Deciding {
  readonly #app: App;
  readonly #selection: Selection;
  readonly #shown: () => readonly string[];
  #question = $state.raw<Question | null>(null);
  #idle = $state(false);
  /** Until a decision is stored and shown, the rows are those of before. */
  #busy = false;
  readonly chosen: readonly string[] = $derived.by(() =>
    this.#shown().filter((id) => this.#selection.has(id)),
  );
  readonly #targets: readonly string[] = $derived.by(() => {
    if (this.chosen.length > 0) return this.chosen;
    return this.#shown().filter((id) => id === this.#selection.pointed);
  });
  /** A key was pressed, and there is still no update it could be for. */
  readonly needsRow = $derived.by(() => this.#idle && this.#targets.length === 0);

  /** @param shown ids of the rows of the list, in any order */
  constructor(app: App, selection: Selection, shown: () => readonly string[]) {
    this.#app = app;
    this.#selection = selection;
    this.#shown = shown;
  }

  get question(): Question | null {
    return this.#question;
  }

  close(): void {
    this.#question = null;
  }

  /** Begins: decides at once where nothing has to be asked. */
  async begin(act: Act): Promise<void> {
    if (this.#busy) return;
    const updates = this.#targets;
    this.#idle = updates.length === 0;
    if (this.#idle) {
      this.#app.announcer.say(this.#app.preferences.words.review.selectFirst);
      return;
    }
    const operator = this.#app.preferences.settings.operator;
    if (act === 'declined' || act === 'deferred' || operator === '') this.#question = { act, updates };
    else await this.#decide({ act, updates }, { reason: '', until: null, operator });
  }

  async answer(answer: Answer): Promise<void> {
    const question = this.#question;
    this.#question = null;
    if (question) await this.#decide(question, answer);
  }

  async #decide({ act, updates }: Question, { reason, until, operator }: Answer): Promise<void> {
    const app = this.#app;
    this.#busy = true;
    if (operator !== app.preferences.settings.operator) await app.preferences.save({ operator });
    const result = await app.engine.decide(updates, act === 'withdrawn' ? null : act, reason, until);
    await app.workspace.reload();
    this.#busy = false;
    if (result.ok) {
      this.#selection.clear();
      const words = app.preferences.words;
      const verdict = act === 'withdrawn' ? words.review.withdrawn : words.common.verdicts[act];
      const [only] = updates;
      const kb = updates.length === 1 && only ? app.workspace.update(only)?.kb : null;
      app.announcer.say(words.review.decided(verdict, updates.length, kb ?? ''));
    }
  }
}
