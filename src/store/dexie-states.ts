import type { ScanSummary, StateBlock } from '../domain/index.ts';
import type { Database, StateBlockRow } from './database.ts';
import type { ScanRecords, StoredStates } from './scan-records.ts';

/** What the `states` row of `meta` holds; the planes are in `stateBlocks`, in this order. */
export interface StatesRow {
  readonly catalogKey: string;
  readonly updates: readonly string[];
  readonly summary: ScanSummary;
  readonly blocks: readonly BlockKeys[];
}

interface BlockKeys {
  readonly key: string;
  /** Key of the facts the block was decided from; null where none were kept. */
  readonly facts: string | null;
}

export const statesKey = 'states';

/** Runs writing work in a transaction of its own, if this is still the one writer. */
export type WriteFenced = (bytes: number, work: () => Promise<void>) => Promise<void>;

/**
 * States, and what scans leave for the next one, over IndexedDB. Records are never written twice under one
 * key, so a block that was loaded or stored is known by its object and is not written again.
 */
export class DexieStates implements ScanRecords {
  private readonly known = new WeakMap<StateBlock, { key?: string; facts?: string }>();
  /** Blocks read or stored last, by key: what is read again is the same object. */
  private current: ReadonlyMap<string, StateBlock> = new Map();
  private generation = 0;

  constructor(
    private readonly db: Database,
    /** A name that no other writer has: keys of two writers never meet. */
    private readonly writer: string,
    private readonly writeFenced: WriteFenced,
  ) {}

  /** Must run inside a transaction. Null also where a block is missing: states can be decided again. */
  async read(): Promise<StoredStates | null> {
    const row = (await this.db.meta.get(statesKey))?.value as StatesRow | undefined;
    if (!row) return null;
    const { catalogKey, updates, summary } = row;
    const missing = row.blocks.map(({ key }) => key).filter((key) => !this.current.has(key));
    const records = missing.length ? await this.db.stateBlocks.bulkGet(missing) : [];
    const read = new Map(
      records.flatMap((record) => (record ? [[record.key, blockOf(record)] as const] : [])),
    );
    const blocks: StateBlock[] = [];
    for (const { key, facts } of row.blocks) {
      const block = this.current.get(key) ?? read.get(key);
      if (!block) return null;
      this.known.set(block, facts === null ? { key } : { key, facts });
      blocks.push(block);
    }
    this.current = new Map(blocks.map((block, at) => [row.blocks[at]?.key ?? '', block]));
    return { planes: { catalogKey, updates, blocks }, summary };
  }

  /** Bytes of the blocks that are not stored yet. */
  newBytes(states: StoredStates | null | undefined): number {
    const fresh = (states?.planes.blocks ?? []).filter((block) => this.known.get(block)?.key === undefined);
    return fresh.reduce((sum, { planes }) => sum + planes.byteLength, 0);
  }

  /** Must run inside a read-write transaction; `undefined` leaves everything as it is. */
  async write(states: StoredStates | null | undefined): Promise<void> {
    if (states === undefined) return;
    const before = (await this.db.meta.get(statesKey))?.value as StatesRow | undefined;
    const stored = new Set(before?.blocks.map(({ key }) => key));
    const blocks = (states?.planes.blocks ?? []).map((block) => this.keysOf(block));
    const rows = (states?.planes.blocks ?? []).map((block, at) => ({ key: blocks[at]?.key ?? '', ...block }));
    await this.db.stateBlocks.bulkPut(rows.filter(({ key }) => !stored.has(key)));
    await this.removeAllBut(states?.planes.catalogKey ?? '', blocks);
    if (!states) return void (await this.db.meta.delete(statesKey));
    const { catalogKey, updates } = states.planes;
    const value: StatesRow = { catalogKey, updates, summary: states.summary, blocks };
    await this.db.meta.put({ key: statesKey, value });
  }

  async program(catalogKey: string): Promise<ArrayBuffer | null> {
    return (await this.db.programs.get(catalogKey))?.bytes ?? null;
  }

  async keepProgram(catalogKey: string, record: ArrayBuffer): Promise<void> {
    const put = () => this.db.programs.put({ key: catalogKey, bytes: record });
    await this.asCache(record.byteLength, async () => void (await put()));
  }

  async facts(block: StateBlock): Promise<Uint8Array<ArrayBuffer> | null> {
    const key = this.known.get(block)?.facts;
    return key === undefined ? null : ((await this.db.factBlocks.get(key))?.planes ?? null);
  }

  async keepFacts(block: StateBlock, facts: Uint8Array<ArrayBuffer>): Promise<void> {
    const key = this.newKey();
    await this.asCache(facts.byteLength, async () => {
      await this.db.factBlocks.put({ key, planes: facts });
    });
    this.known.set(block, { ...this.known.get(block), facts: key });
  }

  private keysOf(block: StateBlock): BlockKeys {
    const { key = this.newKey(), facts = null } = this.known.get(block) ?? {};
    this.known.set(block, facts === null ? { key } : { key, facts });
    return { key, facts };
  }

  private async removeAllBut(catalogKey: string, blocks: readonly BlockKeys[]): Promise<void> {
    const states = new Set(blocks.map(({ key }) => key));
    const facts = new Set(blocks.map((block) => block.facts));
    await this.db.stateBlocks.bulkDelete(await keysBut(this.db.stateBlocks, (key) => states.has(key)));
    await this.db.factBlocks.bulkDelete(await keysBut(this.db.factBlocks, (key) => facts.has(key)));
    await this.db.programs.bulkDelete(await keysBut(this.db.programs, (key) => key === catalogKey));
  }

  /** Nothing is lost where there is no room for it, or where another tab writes by now. */
  private async asCache(bytes: number, work: () => Promise<void>): Promise<void> {
    await this.writeFenced(bytes, work).catch(() => undefined);
  }

  private newKey(): string {
    this.generation += 1;
    return `${this.writer}/${String(this.generation).padStart(8, '0')}`;
  }
}

function blockOf({ machines, planes }: StateBlockRow): StateBlock {
  return { machines, planes };
}

async function keysBut(
  table: { toCollection(): { primaryKeys(): PromiseLike<string[]> } },
  stays: (key: string) => boolean,
): Promise<string[]> {
  return (await table.toCollection().primaryKeys()).filter((key) => !stays(key));
}
