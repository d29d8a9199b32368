import type { CompiledCatalog, Machine, StateMatrix } from '../domain/index.ts';

/** Runs compiled rules over machines. Three implementations: reference, rows, wasm. */
export interface ScanEngine {
  readonly id: 'reference' | 'rows' | 'wasm';
  /**
   * @param onMachines called with the number of machines done, at least every 128
   * @param signal aborts within a second; the promise then rejects with an AbortError
   */
  scan(
    catalog: CompiledCatalog,
    machines: readonly Machine[],
    onMachines?: (done: number) => void,
    signal?: AbortSignal,
  ): Promise<StateMatrix>;
}
