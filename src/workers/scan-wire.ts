/** What crosses between the engine's worker and the small ones that decide blocks. */
import type { BlockWork, DecidedBlock, KernelProgram, Subject } from '../scan/index.ts';

export type ScanOrder =
  | {
      readonly kind: 'open';
      readonly module: WebAssembly.Module;
      readonly program: KernelProgram;
      /** Bytes of the quantised facts of a block. */
      readonly factBytes: number;
      /** Lock that the worker holds as long as it lives; empty where there are no locks. */
      readonly lifeLock: string;
    }
  /** Before the first block of which machines are to be read. */
  | { readonly kind: 'subjects'; readonly subjects: readonly Subject[] }
  | { readonly kind: 'decide'; readonly work: BlockWork };

export type ScanAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'decided'; readonly decided: DecidedBlock }
  | { readonly kind: 'failed'; readonly message: string };
