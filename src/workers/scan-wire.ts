/** What crosses between the engine's worker and the small ones that decide blocks. */
import type { BlockWork, DecidedBlock, ScanProgram } from '../scan/index.ts';

export type ScanOrder =
  | {
      readonly kind: 'open';
      readonly module: WebAssembly.Module;
      readonly program: ScanProgram;
      /** Lock that the worker holds as long as it lives; empty where there are no locks. */
      readonly lifeLock: string;
    }
  | { readonly kind: 'decide'; readonly work: BlockWork };

export type ScanAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'decided'; readonly decided: DecidedBlock }
  | { readonly kind: 'failed'; readonly message: string };
