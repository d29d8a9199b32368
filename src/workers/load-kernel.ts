import kernelUrl from '../../build/scan.wasm?url';
import { loadModule } from './load-module.ts';

/** The scan kernel. */
export function loadKernel(): Promise<WebAssembly.Module> {
  return loadModule(kernelUrl);
}
