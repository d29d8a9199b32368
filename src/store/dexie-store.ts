import type { JournalEntry } from '../domain/index.ts';
import { classifyError } from './classify-error.ts';
import type { Database } from './database.ts';
import { DexieStates } from './dexie-states.ts';
import { emptyHead } from './journal-chain.ts';
import type { JournalChain, JournalHead } from './journal-chain.ts';
import { CatalogParts, DexieParts, LeanEditions, partsTable } from './large/index.ts';
import { readWorkspace } from './read-workspace.ts';
import { StoreError } from './store-error.ts';
import type { Change, JournalDraft, Store, WorkspaceData } from './store.ts';
import { appendEntries, prepareChange, writeChange } from './write-change.ts';
import type { PreparedChange } from './write-change.ts';

/** Entries checked at once when the chain is verified. */
const entriesPerRead = 2000;
/** Left free on top of what is written: index rows, and what the browser itself needs. */
const marginBytes = 64 * 1024;

/** Bytes the browser says are left for this origin, or null where it does not say. */
export type FreeSpace = () => Promise<number | null>;

/**
 * The store over IndexedDB. Writers queue; each change is one transaction with its journal entries,
 * and nothing counts as saved before the transaction is complete (security, section 3.5).
 * Failures are `StoreError`s.
 */
export class DexieStore implements Store {
  readonly mode = 'browser';
  readonly records: DexieStates;
  private queue: Promise<unknown> = Promise.resolve();
  private claimDue = false;
  readonly catalogs: CatalogParts;
  private readonly parts: DexieParts;
  private readonly lean: LeanEditions;

  constructor(
    private readonly db: Database,
    private readonly chain: JournalChain,
    private readonly freeSpace: FreeSpace,
    /** Names this writer; when another has claimed the database, every write is refused (APR03). */
    private readonly writer: string,
  ) {
    const read = <T>(work: () => Promise<T>): Promise<T> => this.read(work);
    const write = (bytes: number, work: () => Promise<void>) => this.write(bytes, true, work);
    this.records = new DexieStates(db, writer, write);
    this.parts = new DexieParts(db, writer, read, write);
    this.catalogs = new CatalogParts(this.parts);
    this.lean = new LeanEditions(this.catalogs);
  }

  async load(): Promise<WorkspaceData> {
    const data = await this.read(() => readWorkspace(this.db, this.records));
    // After the transaction: unpacking awaits what is none of its requests.
    return { ...data, editions: await this.lean.whole(data.editions) };
  }

  /**
   * Makes this the only writer: others are refused with `read-only` from now on. Where there is no room
   * even for that, the next change that fits makes the claim: reading and exporting must go on (STO01).
   */
  async claim(): Promise<void> {
    try {
      await this.write(0, false, async () => {
        await this.putWriter();
        await this.removeLeftovers();
      });
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'storage-full') throw error;
      this.claimDue = true;
    }
  }

  apply(change: Change, by: string, at: number): Promise<void> {
    const prepared = prepareChange(change, this.records);
    const tables = { parts: this.parts, states: this.records };
    const write = () => writeChange(this.db, this.chain, tables, prepared, by, at);
    return this.write(prepared.bytes, true, write).then(() => this.lean.keep(change.putEditions ?? []));
  }

  async journal(from: number, count: number): Promise<{ entries: readonly JournalEntry[]; total: number }> {
    return this.read(async () => ({
      entries: await this.db.entries.where('index').aboveOrEqual(from).limit(count).toArray(),
      total: (await this.head()).index,
    }));
  }

  async verifyJournal(): Promise<number | null> {
    return this.read(async () => {
      const stored = await this.head();
      let head = emptyHead;
      for (;;) {
        const entries = await this.db.entries
          .where('index')
          .above(head.index)
          .limit(entriesPerRead)
          .toArray();
        if (!entries.length) break;
        const checked = this.chain.check(head, entries);
        if (checked.brokenAt !== null) return checked.brokenAt;
        head = checked.head;
      }
      // Entries cut off at the end, or added without moving the head.
      if (head.index === stored.index && head.hash === stored.hash) return null;
      return Math.min(head.index, stored.index) + 1;
    });
  }

  replace(
    data: WorkspaceData,
    journal: readonly JournalEntry[],
    act?: { readonly journal: readonly JournalDraft[]; readonly by: string; readonly at: number },
  ): Promise<void> {
    const change: Change = {
      putEditions: data.editions,
      putReadings: data.readings,
      ubr: data.ubr,
      authorizations: data.authorizations,
      states: data.states,
      settings: data.settings,
      ignored: data.ignored,
      putRoots: data.trustedRoots,
      putDeclarations: data.declarations,
      putWaiting: data.waiting,
      practice: data.practice,
      journal: act?.journal ?? [],
    };
    const prepared = prepareChange(change, this.records);
    return this.write(prepared.bytes, true, async () => {
      await this.empty(data);
      await appendEntries(this.db, () => journal);
      const tables = { parts: this.parts, states: this.records };
      await writeChange(this.db, this.chain, tables, prepared, act?.by ?? '', act?.at ?? 0);
      await this.writeExportMarks(data, prepared);
    });
  }

  clear(): Promise<void> {
    return this.write(0, true, () => this.empty());
  }

  close(): void {
    this.db.close();
  }

  private async writeExportMarks(data: WorkspaceData, prepared: PreparedChange): Promise<void> {
    if (data.lastExportAt !== null) await this.db.meta.put({ key: 'lastExportAt', value: data.lastExportAt });
    // What was in sync with its export stays so: the entry that the act adds is no unsaved work.
    const added = data.exportedAtLength === data.journalLength ? prepared.change.journal.length : 0;
    await this.db.meta.put({ key: 'exportedAtLength', value: data.exportedAtLength + added });
  }

  /** @param stays what is put instead: its parts were written before */
  private async empty(stays: Pick<WorkspaceData, 'editions'> = { editions: [] }): Promise<void> {
    for (const table of this.db.tables) if (table.name !== partsTable) await table.clear();
    await this.parts.keepOnly(new Set(stays.editions.flatMap(({ generation }) => generation ?? [])));
    await this.putWriter();
  }

  /** Parts of an import that never came to its end. */
  private async removeLeftovers(): Promise<void> {
    const rows = await this.db.editions.toArray();
    await this.parts.keepOnly(new Set(rows.flatMap(({ generation }) => generation ?? [])));
  }

  private async putWriter(): Promise<void> {
    await this.db.meta.put({ key: 'writer', value: this.writer });
  }

  private async head(): Promise<JournalHead> {
    const row = await this.db.meta.get('journalHead');
    return (row?.value as JournalHead | undefined) ?? emptyHead;
  }

  private async read<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction('r', this.db.tables, work);
    } catch (error) {
      throw classifyError(error, 0, null);
    }
  }

  private write(bytes: number, fenced: boolean, work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(() => this.transact(bytes, fenced, work));
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async transact(bytes: number, fenced: boolean, work: () => Promise<void>): Promise<void> {
    const available = await this.freeSpace();
    if (bytes > 0 && available !== null && bytes + marginBytes > available) {
      throw new StoreError('storage-full', { needed: bytes + marginBytes, available });
    }
    try {
      await this.db.transaction('rw', this.db.tables, async () => {
        if (this.claimDue) await this.putWriter();
        const writer = (await this.db.meta.get('writer'))?.value;
        if (fenced && writer !== undefined && writer !== this.writer) throw new StoreError('read-only');
        await work();
      });
      this.claimDue = false;
    } catch (error) {
      throw classifyError(error, bytes + marginBytes, available);
    }
  }
}
