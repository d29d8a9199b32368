import type { IHasher } from 'hash-wasm';
import { RulePool } from '../../domain/index.ts';
import type { MuDetail, MuRevision } from '../../domain/index.ts';
import type { CabinetMember, CabinetVisitor, MemberSink } from '../cab/index.ts';
import { RuleTally } from '../rules/index.ts';
import { FaultList } from './fault-list.ts';
import { FragmentCollector } from './fragment-text.ts';
import { fragmentPath } from './fragment-path.ts';
import type { FragmentPath } from './fragment-path.ts';
import { batchSize } from './limits.ts';
import { chooseLanguages } from './localized-fragment.ts';
import type { MasterRows } from './master-list.ts';
import { RevisionDraft } from './revision-draft.ts';
import type { MuReadReport, MuSink } from './sink.ts';
import { tallyRevisions } from './tally-revisions.ts';

/** What one shard is read for. */
export interface ShardTask {
  readonly rows: MasterRows;
  /** Rows whose fragments this shard should have. */
  readonly wanted: Iterable<number>;
  /** Folder names of `l/`, in the order they were chosen in. */
  readonly languages: readonly string[];
}

/**
 * Reads the fragments of one shard as a cabinet unpacks them. Depends on the columns of the master list and
 * on nothing else, so shards can be read side by side. Holds what is parsed of a revision until its last
 * fragment has come.
 */
export class ShardReader implements CabinetVisitor {
  readonly #task: ShardTask;
  readonly #sink: MuSink;
  readonly #hash: IHasher;
  readonly #drafts = new Map<number, RevisionDraft>();
  readonly #plan = new Map<string, FragmentPath>();
  readonly #texts = new Map<string, number>();
  readonly #faults = new FaultList();
  readonly #reading = { pool: new RulePool(), tally: new RuleTally() };
  #counts = tallyRevisions([]);
  #revisions: MuRevision[] = [];
  #details: MuDetail[] = [];
  readonly #pending = new Set<Promise<void>>();

  /** @param hash SHA-256 of its own */
  constructor(task: ShardTask, sink: MuSink, hash: IHasher) {
    this.#task = task;
    this.#sink = sink;
    this.#hash = hash;
    for (const row of task.wanted) {
      const { rows } = task;
      const draft = new RevisionDraft(rows, row, this.#reading, this.#faults);
      const revisionId = rows.revisionId(row);
      // A revision id given twice names one set of fragments: the second update has none.
      if (this.#drafts.has(revisionId)) this.#take(draft);
      else this.#drafts.set(revisionId, draft);
    }
  }

  /** Which members there are tells which languages to take, and when a revision is complete. */
  members(list: readonly CabinetMember[]): void {
    const localized = new Map<number, [language: string, member: string][]>();
    for (const { name } of list) {
      const path = fragmentPath(name);
      if (path === null) continue;
      if (path.part === 'localized') {
        this.#texts.set(path.language, (this.#texts.get(path.language) ?? 0) + 1);
      }
      const draft = this.#drafts.get(path.revisionId);
      if (draft === undefined) continue;
      if (path.part !== 'localized') {
        this.#plan.set(name, path);
        draft.expect(path.part);
      } else {
        const known = localized.get(path.revisionId) ?? [];
        known.push([path.language, name]);
        localized.set(path.revisionId, known);
      }
    }
    for (const [revisionId, available] of localized) this.#planTexts(revisionId, available);
  }

  wants({ name }: CabinetMember): boolean {
    return this.#plan.has(name);
  }

  open({ name }: CabinetMember): MemberSink | null {
    const path = this.#plan.get(name);
    const draft = path === undefined ? undefined : this.#drafts.get(path.revisionId);
    if (path === undefined || draft === undefined) return null;
    const collector = new FragmentCollector();
    return {
      write: (bytes) => collector.write(bytes),
      end: () => {
        const isComplete = draft.add(path, collector.end(), this.#hash);
        if (!isComplete) return;
        this.#drafts.delete(path.revisionId);
        this.#take(draft);
      },
    };
  }

  /** Resolves when the sink is ready for more. */
  async drain(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Hands on what is left: revisions of which fragments are missing too. */
  async finish(): Promise<MuReadReport> {
    for (const draft of this.#drafts.values()) this.#take(draft);
    this.#drafts.clear();
    this.#flush();
    await this.drain();
    return {
      ...this.#counts,
      faults: this.#faults.count,
      languages: [...this.#texts.keys()].sort(),
      texts: Object.fromEntries(this.#texts),
      ruleElements: this.#reading.tally.elements(),
      warnings: [...this.#faults.warnings(), ...this.#reading.tally.warnings()],
    };
  }

  #planTexts(revisionId: number, available: readonly (readonly [string, string])[]): void {
    const draft = this.#drafts.get(revisionId);
    if (draft === undefined) return;
    const found = available.map(([language]) => language);
    const wanted = chooseLanguages(found, this.#task.languages, draft.defaultLanguage);
    for (const [language, name] of available) {
      if (!wanted.includes(language)) continue;
      this.#plan.set(name, { part: 'localized', revisionId, language });
      draft.expect('localized');
    }
    draft.languages = wanted;
  }

  #take(draft: RevisionDraft): void {
    const { revision, detail } = draft.finish(this.#hash);
    this.#revisions.push(revision);
    this.#details.push(detail);
    if (this.#revisions.length >= batchSize) this.#flush();
  }

  #flush(): void {
    if (this.#revisions.length === 0) return;
    const counts = tallyRevisions(this.#revisions);
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) this.#counts[key] += counts[key];
    for (const result of [this.#sink.revisions(this.#revisions), this.#sink.details(this.#details)]) {
      if (!(result instanceof Promise)) continue;
      // A sink that fails is heard of by whoever drains.
      const settled = result.then(() => void this.#pending.delete(settled));
      settled.catch(() => undefined);
      this.#pending.add(settled);
    }
    this.#revisions = [];
    this.#details = [];
  }
}
