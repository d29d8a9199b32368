import type { JournalEntry } from '../../domain/index.ts';
import type { Engine } from '../../tasks/engine.ts';

/** Entries a call brings: a page of the journal, so that no single answer is large. */
const pageSize = 2000;

/** The whole journal, read page by page, and what the check of its chain found. */
export class JournalPages {
  readonly #engine: Engine;
  #entries = $state.raw<readonly JournalEntry[]>([]);
  #brokenAt = $state.raw<number | null | undefined>(undefined);
  #loading = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  /** Index of the first broken entry, null when the chain holds, undefined before the check is done. */
  get brokenAt(): number | null | undefined {
    return this.#brokenAt;
  }

  /** Reads all entries and the state of the chain; of two readings at once the later one counts. */
  async load(): Promise<void> {
    const loading = ++this.#loading;
    const entries: JournalEntry[] = [];
    for (;;) {
      const page = await this.#engine.journal(entries.length, pageSize);
      if (loading !== this.#loading) return;
      entries.push(...page.entries);
      if (entries.length >= page.total || page.entries.length === 0) {
        this.#entries = entries;
        this.#brokenAt = page.chainBrokenAt;
        return;
      }
    }
  }
}
