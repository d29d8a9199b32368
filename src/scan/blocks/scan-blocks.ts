/** Scans a fleet block by block; what did not change since the last scan is taken over. */
import type { CompiledCatalog, Machine, StateBlock } from '../../domain/index.ts';
import type { FleetScan, PreviousScan, ScanOptions } from '../engine.ts';
import type { BlockDecider, BlockWork, DecidedBlock } from './block-decider.ts';
import { changedUpdates } from './changed-updates.ts';
import { RowCopier } from './copy-rows.ts';
import { planBlocks } from './plan-blocks.ts';
import type { PlannedBlock } from './plan-blocks.ts';

/**
 * Makes an engine ready for a catalog.
 *
 * @param blocks how many blocks there will be to decide
 * @param kept whether what is compiled is worth keeping, and facts that were kept are of this catalog
 */
export type OpenDecider = (catalog: CompiledCatalog, blocks: number, kept: boolean) => Promise<BlockDecider>;

/** A new edition that changes more than this share of the updates is scanned whole. */
const largestPart = 0.5;

/** @throws the signal's reason (an AbortError) when it is aborted: nothing half done comes out */
export async function scanBlocks(
  open: OpenDecider,
  catalog: CompiledCatalog,
  machines: readonly Machine[],
  options: ScanOptions = {},
): Promise<FleetScan> {
  options.signal?.throwIfAborted();
  const scan = new BlockScan(open, catalog, machines, options);
  return scan.run();
}

class BlockScan {
  readonly #byId: ReadonlyMap<string, Machine>;
  #done = 0;

  constructor(
    private readonly open: OpenDecider,
    private readonly catalog: CompiledCatalog,
    private readonly machines: readonly Machine[],
    private readonly options: ScanOptions,
  ) {
    this.#byId = new Map(machines.map((machine) => [machine.id, machine]));
  }

  async run(): Promise<FleetScan> {
    const previous = usable(this.options.previous ?? null);
    const part = previous === null ? null : partOf(previous.catalog, this.catalog);
    const last = part === null ? null : previous;
    const planned = planBlocks(last?.states.blocks ?? [], this.machines, last?.changed ?? new Set());
    const sameRules = last !== null && last.catalog.key === this.catalog.key;
    const whole = planned.filter((block) => block.changed || (sameRules && last.again === true));
    const rest = planned.filter((block) => !whole.includes(block));
    const made = new Map<PlannedBlock, StateBlock>();
    await this.#decideAll(this.catalog, whole, true, async (block, { planes, facts }) => {
      const before = last?.states.blocks[block.before ?? -1];
      const same = before !== undefined && !block.changed && isSame(before.planes, planes);
      const now = same ? before : { machines: block.machines, planes };
      made.set(block, now);
      if (facts !== null) await this.options.records?.keepFacts(now, facts);
    });
    if (last !== null && sameRules) {
      for (const block of rest) {
        made.set(block, last.states.blocks[block.before ?? -1] as StateBlock);
        this.#count(block);
      }
    } else if (last !== null && part !== null && rest.length > 0) {
      const copier = new RowCopier(last.states, this.catalog, part);
      const of = { key: `${this.catalog.key} changed`, updates: part };
      await this.#decideAll(of, rest, false, async (block, { planes }) => {
        const before = last.states.blocks[block.before ?? -1] as StateBlock;
        made.set(block, { machines: block.machines, planes: copier.joined(before, planes) });
      });
    }
    this.options.signal?.throwIfAborted();
    const updates = this.catalog.updates.map(({ update }) => update);
    const blocks = planned.map((block) => made.get(block) as StateBlock);
    return { states: { catalogKey: this.catalog.key, updates, blocks }, decided: whole.length };
  }

  /** Decides blocks, several at a time where the decider can; each is given to `take` as it comes. */
  async #decideAll(
    catalog: CompiledCatalog,
    blocks: readonly PlannedBlock[],
    kept: boolean,
    take: (block: PlannedBlock, decided: DecidedBlock) => Promise<void>,
  ): Promise<void> {
    const { signal } = this.options;
    if (blocks.length === 0) return;
    const decider = await this.open(catalog, blocks.length, kept);
    const stop = (): void => decider.close();
    signal?.addEventListener('abort', stop);
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let block = blocks[next++]; block !== undefined; block = blocks[next++]) {
        signal?.throwIfAborted();
        const planned = block;
        const prepare = async (): Promise<BlockWork> => {
          const facts = kept && decider.factBytes > 0 ? await this.#factsOf(planned) : null;
          return this.#workOf(planned, facts?.byteLength === decider.factBytes ? facts : null);
        };
        await take(block, await decider.decide(prepare, signal));
        this.#count(block);
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(decider.lanes, blocks.length) }, lane));
    } catch (error) {
      // What a stopped worker says of itself is not why it was stopped.
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
      decider.close();
    }
  }

  /** Facts the block was decided from before, with this catalog. */
  async #factsOf({ before }: PlannedBlock): Promise<Uint8Array<ArrayBuffer> | null> {
    const { previous, records } = this.options;
    if (!records || previous?.catalog.key !== this.catalog.key) return null;
    const block = previous.states.blocks[before ?? -1];
    return block === undefined ? null : records.facts(block);
  }

  #workOf(block: PlannedBlock, facts: Uint8Array<ArrayBuffer> | null): BlockWork {
    const { machines, touched } = block;
    const slots = facts === null ? machines.map((_id, slot) => slot) : touched;
    const read = slots.flatMap((slot) => {
      const machine = this.#byId.get(machines[slot] ?? '');
      return machine === undefined ? [] : [[slot, machine] as const];
    });
    return { machines, facts, cleared: facts === null ? [] : touched, read };
  }

  #count({ machines }: PlannedBlock): void {
    this.#done += machines.filter((id) => id !== '').length;
    this.options.onMachines?.(this.#done);
  }
}

function usable(previous: PreviousScan | null): PreviousScan | null {
  return previous !== null && previous.catalog.key === previous.states.catalogKey ? previous : null;
}

/** Updates to be decided anew, none for the same catalog; null where all of them may as well be. */
function partOf(before: CompiledCatalog, after: CompiledCatalog): CompiledCatalog['updates'] | null {
  if (before.key === after.key) return [];
  const changed = changedUpdates(before, after);
  return changed.length > after.updates.length * largestPart ? null : changed;
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
