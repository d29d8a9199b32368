/** Scans a fleet block by block with the kernel; what did not change since the last scan is kept. */
import type { CompiledCatalog, Machine, StateBlock, StatePlanes } from '../../domain/index.ts';
import { bindKernel } from '../kernel-binding.ts';
import type { Kernel } from '../kernel-binding.ts';
import type { ScanProgram } from '../program/scan-program.ts';
import { compileProgram } from '../program/write-program.ts';
import { blockLayout, planeOfSlots } from '../quantise/block.ts';
import { createQuantiser } from '../quantise/quantiser.ts';
import { quantiseBlock } from './fact-block.ts';
import type { FactBlock } from './fact-block.ts';
import { planBlocks } from './plan-blocks.ts';

/** Everything a scan leaves behind: to be stored, and to be handed to the next one. */
export interface FleetScan {
  readonly program: ScanProgram;
  readonly facts: readonly FactBlock[];
  readonly states: StatePlanes;
  /** Blocks that were read and scanned this time. */
  readonly scanned: number;
}

export interface BlockScanOptions {
  /** The last scan; used where it is of the same catalog. */
  readonly previous?: FleetScan | null;
  /** Ids of machines whose facts are others than at the last scan. Without `previous` of no meaning. */
  readonly changed?: ReadonlySet<string>;
  /** Called with the number of machines done, after each block. */
  readonly onMachines?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** @throws the signal's reason (an AbortError) when it is aborted: nothing half done comes out */
export async function scanBlocks(
  module: WebAssembly.Module,
  catalog: CompiledCatalog,
  machines: readonly Machine[],
  options: BlockScanOptions = {},
): Promise<FleetScan> {
  const { previous = null, changed = new Set<string>(), onMachines, signal } = options;
  const last = previous?.program.catalogKey === catalog.key ? previous : null;
  const program = last?.program ?? compileProgram(catalog);
  const form = blockLayout(program.subjects);
  const quantiser = createQuantiser(program.subjects);
  const kernel = await bindKernel(module, program);
  const byId = new Map(machines.map((machine) => [machine.id, machine]));
  const planned = planBlocks(last?.facts ?? [], machines, changed);
  const kept = new Map(last?.facts.map((block, i) => [keyOf(block.machines), i]) ?? []);
  const facts: FactBlock[] = [];
  const states: StateBlock[] = [];
  let done = 0;
  let scanned = 0;
  for (const block of planned) {
    signal?.throwIfAborted();
    const before = block.changed ? undefined : kept.get(keyOf(block.machines));
    if (before !== undefined && last !== null) {
      facts.push(last.facts[before] as FactBlock);
      states.push(last.states.blocks[before] as StateBlock);
    } else {
      const made = quantiseBlock(form, quantiser, block.machines, (id) => byId.get(id) as Machine);
      facts.push(made);
      states.push(decideBlock(kernel, made));
      scanned += 1;
    }
    done += block.machines.filter((id) => id !== '').length;
    onMachines?.(done);
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
  signal?.throwIfAborted();
  const { catalogKey, updates, rows } = program;
  return { program, facts, states: { catalogKey, updates, rows, blocks: states }, scanned };
}

function keyOf(machines: readonly string[]): string {
  return machines.join('\n');
}

/** States of one block of facts. */
export function decideBlock(kernel: Kernel, { machines, planes }: FactBlock): StateBlock {
  kernel.block.set(planes);
  kernel.present.set(planeOfSlots(machines.map((id) => id !== '')));
  kernel.scan();
  return { machines, planes: kernel.states.slice() };
}
