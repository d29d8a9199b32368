import { createKernelEngine, createRowsEngine } from '../scan/index.ts';
import type { OpenElsewhere, ScanEngine } from '../scan/index.ts';

/**
 * The kernel where WebAssembly works, else the typed-array engine: a policy without
 * 'wasm-unsafe-eval' or an old browser must not cost the scan. `id` says which one it came to.
 *
 * @param load yields the compiled kernel; asked at the first scan, and again after a failure
 * @param elsewhere as of `createKernelEngine`
 */
export function kernelOrRows(load: () => Promise<WebAssembly.Module>, elsewhere?: OpenElsewhere): ScanEngine {
  const rows = createRowsEngine();
  let loaded: Promise<WebAssembly.Module | null> | null = null;
  let refused = false;
  const kernel = createKernelEngine(async () => (await loaded) as WebAssembly.Module, elsewhere);
  return {
    get id() {
      return refused ? 'rows' : 'wasm';
    },
    async scan(...request) {
      loaded ??= load().catch(() => null);
      refused = (await loaded) === null;
      if (!refused) return kernel.scan(...request);
      loaded = null;
      return rows.scan(...request);
    },
  };
}
