import { presentIn } from '../../domain/index.ts';
import type { Machine } from '../../domain/index.ts';
import { bindKernel } from '../kernel-binding.ts';
import type { KernelProgram, ScanProgram } from '../program/scan-program.ts';
import { blockLayout, clearMachine, packMachine } from '../quantise/block.ts';
import { createQuantiser } from '../quantise/quantiser.ts';
import type { Subject } from '../quantise/subjects.ts';
import { Breather } from './block-decider.ts';
import type { BlockDecider, BlockWork } from './block-decider.ts';

/** Bytes of the quantised facts of a block. */
export function factBytesOf(program: ScanProgram): number {
  return blockLayout(program.subjects).bytes;
}

/**
 * Decides blocks with the kernel in this thread.
 *
 * @param factBytes of a block
 * @param subjects what is read of machines; asked for when the first one is to be read
 * @throws RangeError where the engine refuses the memory
 */
export async function openKernelDecider(
  module: WebAssembly.Module,
  program: KernelProgram,
  factBytes: number,
  subjects: () => readonly Subject[],
): Promise<BlockDecider> {
  const kernel = await bindKernel(module, program, factBytes);
  let reader: ReturnType<typeof openReader> | null = null;
  const breather = new Breather();

  async function factsOf({ facts, cleared, read }: BlockWork, signal?: AbortSignal) {
    const planes = facts ?? new Uint8Array(factBytes);
    for (const slot of cleared) clearMachine(planes, slot);
    for (const [slot, machine] of read) {
      reader ??= openReader(subjects());
      reader(machine, slot, planes);
      await breather.breathe(signal);
    }
    return planes;
  }

  return {
    // While one block is decided the facts of the next one are read.
    lanes: 2,
    factBytes,
    async decide(prepare, signal) {
      const work = await prepare();
      await breather.breathe(signal);
      const unchanged = work.facts !== null && work.read.length === 0 && work.cleared.length === 0;
      const facts = unchanged ? null : await factsOf(work, signal);
      kernel.block.set(facts ?? (work.facts as Uint8Array));
      kernel.present.set(new Uint8Array(presentIn(work.machines).buffer));
      kernel.scan();
      return { planes: kernel.inCatalogOrder(), facts };
    },
    close: () => undefined,
  };
}

/** Puts the quantised facts of machines into their slots of blocks. */
function openReader(subjects: readonly Subject[]) {
  const quantiser = createQuantiser(subjects);
  const form = blockLayout(subjects);
  const codes = new Uint16Array(subjects.length);
  return (machine: Machine, slot: number, planes: Uint8Array): void => {
    quantiser.levels(machine, codes);
    packMachine(form, codes, slot, planes);
  };
}
