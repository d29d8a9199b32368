import { presentIn } from '../../domain/index.ts';
import { bindKernel } from '../kernel-binding.ts';
import type { ScanProgram } from '../program/scan-program.ts';
import { blockLayout, clearMachine, packMachine } from '../quantise/block.ts';
import { createQuantiser } from '../quantise/quantiser.ts';
import type { Quantiser } from '../quantise/quantiser.ts';
import { Breather } from './block-decider.ts';
import type { BlockDecider, BlockWork } from './block-decider.ts';

/** Bytes of the quantised facts of a block. */
export function factBytesOf(program: ScanProgram): number {
  return blockLayout(program.subjects).bytes;
}

/** Decides blocks with the kernel in this thread. @throws RangeError where the engine refuses the memory */
export async function openKernelDecider(
  module: WebAssembly.Module,
  program: ScanProgram,
): Promise<BlockDecider> {
  const kernel = await bindKernel(module, program);
  const form = blockLayout(program.subjects);
  let quantiser: Quantiser | null = null;
  const codes = new Uint16Array(program.subjects.length);
  const breather = new Breather();

  async function factsOf({ facts, cleared, read }: BlockWork, signal?: AbortSignal) {
    const planes = facts === null ? new Uint8Array(form.bytes) : new Uint8Array(facts);
    for (const slot of cleared) clearMachine(planes, slot);
    quantiser ??= createQuantiser(program.subjects);
    for (const [slot, machine] of read) {
      quantiser.levels(machine, codes);
      packMachine(form, codes, slot, planes);
      await breather.breathe(signal);
    }
    return planes;
  }

  return {
    // While one block is decided the facts of the next one are read.
    lanes: 2,
    factBytes: form.bytes,
    async decide(work, signal) {
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
