/** The engine that decides with the WebAssembly kernel: 128 machines a block, one bit a machine. */
import type { CompiledCatalog } from '../domain/index.ts';
import type { BlockDecider } from './blocks/block-decider.ts';
import { factBytesOf, openKernelDecider } from './blocks/kernel-decider.ts';
import { scanBlocks } from './blocks/scan-blocks.ts';
import type { ScanEngine, ScanRecords } from './engine.ts';
import { decodeProgram, encodeProgram } from './program/program-record.ts';
import type { ScanProgram } from './program/scan-program.ts';
import { compileProgram } from './program/write-program.ts';

/** Opens a decider for many blocks somewhere else; null where that is not worth it or not to be had. */
export type OpenElsewhere = (
  module: WebAssembly.Module,
  program: ScanProgram,
  blocks: number,
) => Promise<BlockDecider | null>;

/**
 * @param loadModule yields the compiled kernel; fetching it is the caller's business
 * @param elsewhere workers for many blocks; left out, everything runs in this thread
 */
export function createKernelEngine(
  loadModule: () => Promise<WebAssembly.Module>,
  elsewhere?: OpenElsewhere,
): ScanEngine {
  const programs = new Programs();
  return {
    id: 'wasm',
    scan(catalog, machines, options = {}) {
      const open = async (of: CompiledCatalog, blocks: number, kept: boolean): Promise<BlockDecider> => {
        const module = await loadModule();
        const program = await programs.of(of, kept ? (options.records ?? null) : null);
        const other = await elsewhere?.(module, program, blocks);
        return other ?? openKernelDecider(module, program, factBytesOf(program), () => program.subjects);
      };
      return scanBlocks(open, catalog, machines, options);
    },
  };
}

/** Compiled catalogs: the last one, those that were kept, and else compiled now. */
class Programs {
  #last: ScanProgram | null = null;

  async of(catalog: CompiledCatalog, records: ScanRecords | null): Promise<ScanProgram> {
    if (records === null) return compileProgram(catalog);
    if (this.#last?.catalogKey === catalog.key) return this.#last;
    const record = await records.program(catalog.key);
    const known = record === null ? null : decodeProgram(record, catalog.key);
    const program = known ?? compileProgram(catalog);
    if (known === null) await records.keepProgram(catalog.key, encodeProgram(program));
    this.#last = program;
    return program;
  }
}
