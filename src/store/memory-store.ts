import type { JournalEntry } from '../domain/index.ts';
import { applyChange } from './apply-change.ts';
import { emptyWorkspace } from './empty-workspace.ts';
import { emptyHead } from './journal-chain.ts';
import type { JournalChain } from './journal-chain.ts';
import { MemoryScanRecords } from './scan-records.ts';
import { CatalogParts, LeanEditions, MemoryParts } from './large/index.ts';
import type { Change, JournalDraft, Store, WorkspaceData } from './store.ts';

/**
 * The store where the browser refuses IndexedDB (STO07), and for the command line: nothing outlives
 * the process.
 */
export class MemoryStore implements Store {
  readonly mode = 'memory';
  readonly records = new MemoryScanRecords();
  private readonly parts = new MemoryParts();
  readonly catalogs = new CatalogParts(this.parts);
  private readonly lean = new LeanEditions(this.catalogs);
  private data: WorkspaceData = emptyWorkspace;
  private entries: JournalEntry[] = [];

  constructor(private readonly chain: JournalChain) {}

  async load(): Promise<WorkspaceData> {
    return { ...this.data, editions: await this.lean.whole(this.data.editions) };
  }

  async apply(change: Change, by: string, at: number): Promise<void> {
    this.data = applyChange(this.data, change);
    this.lean.keep(change.putEditions ?? []);
    this.removeUnnamed();
    this.append(change.journal, by, at);
  }

  async journal(from: number, count: number): Promise<{ entries: readonly JournalEntry[]; total: number }> {
    const start = Math.max(from, 1) - 1;
    return { entries: this.entries.slice(start, start + count), total: this.entries.length };
  }

  async verifyJournal(): Promise<number | null> {
    return this.chain.check(emptyHead, this.entries).brokenAt;
  }

  async replace(
    data: WorkspaceData,
    journal: readonly JournalEntry[],
    act?: { readonly journal: readonly JournalDraft[]; readonly by: string; readonly at: number },
  ): Promise<void> {
    this.entries = [...journal];
    const drafts = act?.journal ?? [];
    this.append(drafts, act?.by ?? '', act?.at ?? 0);
    const added = data.exportedAtLength === data.journalLength ? drafts.length : 0;
    this.data = {
      ...data,
      journalLength: this.entries.length,
      exportedAtLength: data.exportedAtLength + added,
    };
    this.removeUnnamed();
  }

  async clear(): Promise<void> {
    this.data = emptyWorkspace;
    this.entries = [];
    this.removeUnnamed();
  }

  close(): void {
    // Nothing is held.
  }

  /** Parts that no edition names: nobody writes beside a change here. */
  private removeUnnamed(): void {
    this.parts.keepOnly(new Set(this.data.editions.flatMap(({ generation }) => generation ?? [])));
  }

  private append(drafts: readonly JournalDraft[], by: string, at: number): void {
    this.entries.push(...this.chain.extend(this.entries.at(-1) ?? emptyHead, drafts, by, at));
  }
}
