import { machinesPerBlock } from '../../../../src/domain/index.ts';
import type { ScanProgram } from '../../../../src/scan/program/scan-program.ts';
import { blockLayout, packMachine } from '../../../../src/scan/quantise/block.ts';
import { codeMaker, fleetMaker } from '../fleet.ts';
import { sizesOf } from './variant.ts';
import type { Order } from './variant.ts';

/** Quantised facts of a block, and the ids of its machines. */
export interface MadeBlock {
  readonly machines: readonly string[];
  readonly planes: Uint8Array<ArrayBuffer>;
}

const machineId = (at: number): string => `m${String(at).padStart(6, '0')}`;

/** The whole fleet, packed for a compiled catalog. */
export function makeBlocks(program: ScanProgram, order: Order): MadeBlock[] {
  const sizes = sizesOf(order);
  const machineAt = fleetMaker(sizes, order.machines);
  const form = blockLayout(program.subjects);
  const make = codeMaker(sizes, program.subjects);
  const codes = new Uint16Array(program.subjects.length);
  const blocks: MadeBlock[] = [];
  for (let start = 0; start < order.machines; start += machinesPerBlock) {
    const count = Math.min(machinesPerBlock, order.machines - start);
    const machines = Array.from({ length: count }, (_, slot) => machineId(start + slot));
    const planes = new Uint8Array(form.bytes);
    for (let slot = 0; slot < count; slot++) {
      make(machineAt(start + slot), codes);
      packMachine(form, codes, slot, planes);
    }
    blocks.push({ machines, planes });
  }
  return blocks;
}
