import type { CompiledCatalog, Machine, StateBlock, StatePlanes, UpdateRules } from '../../domain/index.ts';
import { statePlaneBytes } from '../../domain/index.ts';
import { scanBlocks } from './block-scan.ts';

/** Updates whose rules are not, word for word, those of an update of the same id before. */
export function changedUpdates(before: CompiledCatalog, after: CompiledCatalog): readonly UpdateRules[] {
  const old = new Map(before.updates.map((rules) => [rules.update, rules]));
  return after.updates.filter((rules) => {
    const known = old.get(rules.update);
    return known === undefined || (known !== rules && JSON.stringify(known) !== JSON.stringify(rules));
  });
}

/**
 * States for a new edition of a catalog from those of the one before: only changed and new updates are
 * scanned, for machines whose facts did not change.
 *
 * @throws RangeError for a machine that the earlier states do not have
 */
export async function rescanUpdates(
  module: WebAssembly.Module,
  before: { readonly catalog: CompiledCatalog; readonly states: StatePlanes },
  after: CompiledCatalog,
  machines: readonly Machine[],
  signal?: AbortSignal,
): Promise<StatePlanes> {
  const changed = changedUpdates(before.catalog, after);
  const part: CompiledCatalog = { key: `${after.key} changed`, updates: changed };
  const options = signal === undefined ? {} : { signal };
  const fresh = (await scanBlocks(module, part, machines, options)).states;
  const freshRows = new Map(fresh.updates.map((update, i) => [update, fresh.rows[i] as number]));
  const oldRows = new Map(
    before.states.updates.map((update, i) => [update, before.states.rows[i] as number]),
  );
  const blocks = fresh.blocks.map((block): StateBlock => {
    const old = new SlotCopier(before.states, block.machines);
    const planes = new Uint8Array(after.updates.length * 2 * statePlaneBytes);
    after.updates.forEach(({ update }, row) => {
      const at = row * 2 * statePlaneBytes;
      const freshRow = freshRows.get(update);
      if (freshRow === undefined) old.copy(oldRows.get(update) as number, planes, at);
      else {
        const from = freshRow * 2 * statePlaneBytes;
        planes.set(block.planes.subarray(from, from + 2 * statePlaneBytes), at);
      }
    });
    return { machines: block.machines, planes };
  });
  const rows = Uint32Array.from(after.updates, (_, i) => i);
  return { catalogKey: after.key, updates: after.updates.map(({ update }) => update), rows, blocks };
}

/** Copies rows of the earlier states into the slots of a block. */
class SlotCopier {
  private readonly slots: readonly { block: StateBlock; from: number; to: number }[];

  constructor(states: StatePlanes, machines: readonly string[]) {
    const places = new Map(
      states.blocks.flatMap((block) => block.machines.map((id, from) => [id, { block, from }] as const)),
    );
    this.slots = machines.flatMap((id, to) => {
      const place = id === '' ? undefined : places.get(id);
      if (place === undefined && id !== '') throw new RangeError(`${id} was not scanned before`);
      return place === undefined ? [] : [{ ...place, to }];
    });
  }

  copy(row: number, into: Uint8Array, at: number): void {
    for (const plane of [0, statePlaneBytes]) {
      const source = row * 2 * statePlaneBytes + plane;
      for (const { block, from, to } of this.slots) {
        const bit = ((block.planes[source + (from >>> 3)] ?? 0) >>> (from & 7)) & 1;
        const byte = at + plane + (to >>> 3);
        into[byte] = (into[byte] ?? 0) | (bit << (to & 7));
      }
    }
  }
}
