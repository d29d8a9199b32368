import type { Machine } from '../../domain/index.ts';
import type { BlockForm } from '../quantise/block.ts';
import { packMachine } from '../quantise/block.ts';
import type { Quantiser } from '../quantise/quantiser.ts';

/**
 * Quantised facts of up to 128 machines: one record in the store. They mean something only together with
 * the catalog they were quantised for, so its key is part of theirs.
 */
export interface FactBlock {
  /** Ids by slot; empty for a free slot. */
  readonly machines: readonly string[];
  /** Planes in the order of the program's subjects. */
  readonly planes: Uint8Array;
}

/** Key of a block's record; ranges of one catalog and generation can be read and deleted together. */
export function factBlockKey(catalogKey: string, generation: number, index: number): string {
  return [catalogKey, String(generation).padStart(8, '0'), String(index).padStart(6, '0')].join('/');
}

/** @param machineOf gives the machine of an id of `machines` */
export function quantiseBlock(
  form: BlockForm,
  quantiser: Quantiser,
  machines: readonly string[],
  machineOf: (id: string) => Machine,
): FactBlock {
  const planes = new Uint8Array(form.bytes);
  const codes = new Uint16Array(form.offsets.length);
  machines.forEach((id, slot) => {
    if (id === '') return;
    quantiser.levels(machineOf(id), codes);
    packMachine(form, codes, slot, planes);
  });
  return { machines, planes };
}
