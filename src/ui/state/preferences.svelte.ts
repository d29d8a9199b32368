import type { Rejection, Settings } from '../../domain/index.ts';
import type { Engine } from '../../tasks/engine.ts';
import { wordsOf, type Language, type Words } from '../words/index.ts';
import type { Workspace } from './workspace.svelte.ts';

const before: Settings = {
  operator: '',
  site: '',
  marking: '',
  language: 'browser',
  theme: 'system',
  singleKeys: true,
  track: 'rollup',
};

/** The language to speak: the chosen one, or the browser's where none was chosen. */
function spoken(language: Settings['language']): Language {
  if (language !== 'browser') return language;
  return typeof navigator !== 'undefined' && navigator.language.startsWith('de') ? 'de' : 'en';
}

/** Settings as the page uses them: language, theme, keys. Stored by the engine. */
export class Preferences {
  readonly #engine: Engine;
  readonly #workspace: Workspace;
  readonly settings = $derived.by(() => this.#workspace.snapshot?.settings ?? before);
  readonly words: Words = $derived(wordsOf(spoken(this.settings.language)));

  constructor(engine: Engine, workspace: Workspace) {
    this.#engine = engine;
    this.#workspace = workspace;
  }

  /** Saves changed settings and shows them; null, or why they could not be saved. */
  async save(changes: Partial<Settings>): Promise<Rejection | null> {
    const saved = await this.#engine.saveSettings({ ...this.settings, ...changes });
    await this.#workspace.reload();
    return saved.ok ? null : saved.error;
  }
}
