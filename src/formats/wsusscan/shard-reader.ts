import type { IHasher } from 'hash-wasm';
import { RulePool } from '../../domain/index.ts';
import type { MuDetail, MuRevision } from '../../domain/index.ts';
import type { CabinetMember, CabinetVisitor, MemberSink } from '../cab/index.ts';
import { RuleTally } from '../rules/index.ts';
import { FaultList } from './fault-list.ts';
import { FragmentCollector } from './fragment-text.ts';
import { FragmentPaths } from './fragment-path.ts';
import type { FragmentPath } from './fragment-path.ts';
import type { Handover } from './handover.ts';
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

interface LocalizedMember {
  readonly language: string;
  readonly name: string;
  readonly revisionId: number;
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
  readonly #handover: Handover;
  readonly #drafts = new Map<number, RevisionDraft>();
  readonly #plan = new Map<string, FragmentPath>();
  readonly #texts = new Map<string, number>();
  readonly #faults = new FaultList();
  readonly #reading = { pool: new RulePool(), tally: new RuleTally() };
  #counts = tallyRevisions([]);
  #revisions: MuRevision[] = [];
  #details: MuDetail[] = [];

  /**
   * @param hash SHA-256 of its own
   * @param handover of this sink
   */
  constructor(task: ShardTask, sink: MuSink, hash: IHasher, handover: Handover) {
    this.#task = task;
    this.#sink = sink;
    this.#hash = hash;
    this.#handover = handover;
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
    const paths = new FragmentPaths();
    const localized = new Map<RevisionDraft, LocalizedMember[]>();
    for (const { name } of list) {
      const revisionId = paths.revisionId(name);
      if (revisionId < 0) continue;
      const { folder } = paths;
      if (folder.part === 'localized') {
        this.#texts.set(folder.language, (this.#texts.get(folder.language) ?? 0) + 1);
      }
      const draft = this.#drafts.get(revisionId);
      if (draft === undefined) continue;
      if (folder.part !== 'localized') {
        this.#plan.set(name, { ...folder, revisionId });
        draft.expect(folder.part);
      } else {
        const { language } = folder;
        const known = localized.get(draft);
        if (known === undefined) localized.set(draft, [{ language, name, revisionId }]);
        else if (this.#mayBeTaken(language, draft, known)) known.push({ language, name, revisionId });
      }
    }
    for (const [draft, available] of localized) this.#planTexts(draft, available);
  }

  wants({ name }: CabinetMember): boolean {
    return this.#plan.has(name);
  }

  open({ name, size }: CabinetMember): MemberSink | null {
    const path = this.#plan.get(name);
    const draft = path === undefined ? undefined : this.#drafts.get(path.revisionId);
    if (path === undefined || draft === undefined) return null;
    const collector = new FragmentCollector(size);
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

  /** Hands on what is left: revisions of which fragments are missing too. */
  async finish(): Promise<MuReadReport> {
    for (const draft of this.#drafts.values()) this.#take(draft);
    this.#drafts.clear();
    this.#flush();
    await this.#handover.settled();
    return {
      ...this.#counts,
      faults: this.#faults.count,
      languages: [...this.#texts.keys()].sort(),
      texts: Object.fromEntries(this.#texts),
      ruleElements: this.#reading.tally.elements(),
      warnings: [...this.#faults.warnings(), ...this.#reading.tally.warnings()],
    };
  }

  /** Of some forty languages one or two are taken: the others are not even kept in mind. */
  #mayBeTaken(language: string, draft: RevisionDraft, known: readonly LocalizedMember[]): boolean {
    if (language === draft.defaultLanguage || this.#task.languages.includes(language)) return true;
    // The fallback behind the default language is the first in order.
    return known.every((other) => language < other.language);
  }

  #planTexts(draft: RevisionDraft, available: readonly LocalizedMember[]): void {
    const found = available.map(({ language }) => language);
    const wanted = chooseLanguages(found, this.#task.languages, draft.defaultLanguage);
    for (const { language, name, revisionId } of available) {
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
    this.#handover.add(this.#sink.revisions(this.#revisions));
    this.#handover.add(this.#sink.details(this.#details));
    this.#revisions = [];
    this.#details = [];
  }
}
