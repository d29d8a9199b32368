import type { Lzx, LzxFolder, LzxPort } from './lzx.ts';

/** What the module gives (assembly/README.md). */
interface LzxExports {
  readonly memory: WebAssembly.Memory;
  input(): number;
  start(windowBits: number): number;
  unpack(packed: number, bytes: number): number;
}

/** Instances kept for reuse: a cabinet in a cabinet needs two at once. */
const keptInstances = 4;

/**
 * Makes the decoder of a compiled module. Each open folder has an instance of its own, with a window of
 * at most 2 MiB; closed ones are used again.
 *
 * @param module build/lzx.wasm, compiled
 */
export async function loadLzx(module: WebAssembly.Module): Promise<Lzx> {
  const imports = { env: {} };
  const free: LzxExports[] = [exportsOf(await WebAssembly.instantiate(module, imports))];
  return {
    open: (windowBits) => {
      const instance = free.pop() ?? exportsOf(new WebAssembly.Instance(module, imports));
      if (instance.start(windowBits) !== 1) throw new RangeError(`no memory for LZX:${String(windowBits)}`);
      return new OpenFolder(instance, () => {
        if (free.length < keptInstances) free.push(instance);
      });
    },
  };
}

/** The decoder as a port: loaded at the first use, and again after a failure. */
export function lzxPort(load: () => Promise<WebAssembly.Module>): LzxPort {
  let loaded: Promise<Lzx> | null = null;
  return () => {
    loaded ??= load()
      .then(loadLzx)
      .catch((error: unknown) => {
        loaded = null;
        throw error;
      });
    return loaded;
  };
}

function exportsOf({ exports }: WebAssembly.Instance): LzxExports {
  return exports as unknown as LzxExports;
}

class OpenFolder implements LzxFolder {
  readonly #instance: LzxExports;
  readonly #input: Uint8Array;
  readonly #memory: Uint8Array;
  readonly #release: () => void;
  #closed = false;

  constructor(instance: LzxExports, release: () => void) {
    this.#instance = instance;
    this.#release = release;
    // Memory grows in `start` only, so views stay good.
    this.#memory = new Uint8Array(instance.memory.buffer);
    this.#input = this.#memory.subarray(instance.input());
  }

  unpack(packed: Uint8Array, bytes: number): Uint8Array | null {
    this.#input.set(packed);
    const at = this.#instance.unpack(packed.length, bytes);
    return at === 0 ? null : this.#memory.subarray(at, at + bytes);
  }

  close(): void {
    if (!this.#closed) this.#release();
    this.#closed = true;
  }
}
