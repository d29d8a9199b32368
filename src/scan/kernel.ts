/**
 * Binds the WebAssembly kernel (assembly/README.md has the memory map): 128 machines a block, one bit
 * a machine. Leaf planes are filled here, the graph runs there, state planes are read back here.
 */
import type { Machine, StateMatrix } from '../domain/index.ts';
import type { ScanEngine } from './engine.ts';
import { blockSize, emptyMatrix, inBlocks, inOrder } from './fleet.ts';
import { buildGraph } from './graph.ts';
import type { Graph } from './graph.ts';
import { leafFalse, leafReader, leafTrue } from './leaf-values.ts';

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  reserve(bytes: number): number;
  run(planes: number, program: number, first: number, count: number): void;
  collect(planes: number, literals: number, count: number, out: number): void;
}

const planeBytes = 16;

/** @param loadModule yields the compiled kernel; fetching it is the caller's business */
export function createKernelEngine(loadModule: () => Promise<WebAssembly.Module>): ScanEngine {
  return {
    id: 'wasm',
    async scan(catalog, machines, onMachines, signal) {
      const ordered = inOrder(machines);
      const matrix = emptyMatrix(catalog, ordered);
      const graph = buildGraph(catalog);
      const kernel = layOut(await instantiate(await loadModule()), graph);
      const reader = leafReader(graph.leaves);
      const truths = new Uint8Array(graph.leaves.length);
      const block = (start: number, end: number) => {
        kernel.inputs.fill(0);
        for (let m = start; m < end; m++) {
          reader.read(ordered[m] as Machine, truths);
          setInputs(kernel.inputs, truths, m - start);
        }
        kernel.evaluate();
        expand(kernel.outputs, matrix, start, end);
      };
      await inBlocks(ordered.length, block, onMachines, signal);
      return matrix;
    },
  };
}

async function instantiate(module: WebAssembly.Module): Promise<KernelExports> {
  const { exports } = await WebAssembly.instantiate(module, {});
  return exports as unknown as KernelExports;
}

interface Kernel {
  /** Planes of the leaf inputs (surely, possibly by turns). */
  readonly inputs: Uint8Array;
  /** Planes of the state bits, two an update. */
  readonly outputs: Uint8Array;
  evaluate(): void;
}

/** Lays planes, program, output literals and output planes out in the kernel's memory. */
function layOut(exports: KernelExports, graph: Graph): Kernel {
  const align = (address: number) => Math.ceil(address / planeBytes) * planeBytes;
  const planes = align(exports.heapBase());
  const program = planes + graph.nodes * planeBytes;
  const literals = program + graph.operands.byteLength;
  const out = align(literals + graph.outputs.byteLength);
  const end = out + graph.outputs.length * planeBytes;
  if (exports.reserve(end) !== 1) {
    throw new RangeError(`scan kernel: ${String(end)} bytes of memory were refused`);
  }
  const { buffer } = exports.memory;
  new Uint32Array(buffer, program, graph.operands.length).set(graph.operands);
  new Uint32Array(buffer, literals, graph.outputs.length).set(graph.outputs);
  const first = 1 + 2 * graph.leaves.length;
  return {
    inputs: new Uint8Array(buffer, planes + planeBytes, 2 * graph.leaves.length * planeBytes),
    outputs: new Uint8Array(buffer, out, graph.outputs.length * planeBytes),
    evaluate() {
      exports.run(planes, program, first, graph.operands.length / 2);
      exports.collect(planes, literals, graph.outputs.length, out);
    },
  };
}

/** Sets bit `slot` (0 … 127) of the planes of one machine's leaves. */
function setInputs(inputs: Uint8Array, truths: Uint8Array, slot: number): void {
  const offset = slot >>> 3;
  const bit = 1 << (slot & 7);
  for (let i = 0; i < truths.length; i++) {
    const truth = truths[i];
    const surely = 2 * i * planeBytes + offset;
    if (truth === leafTrue) inputs[surely] = (inputs[surely] ?? 0) | bit;
    if (truth !== leafFalse) inputs[surely + planeBytes] = (inputs[surely + planeBytes] ?? 0) | bit;
  }
}

/** State codes of machines `start` to `end` from the two planes of every update. */
function expand(outputs: Uint8Array, matrix: StateMatrix, start: number, end: number): void {
  const count = Math.min(end - start, blockSize);
  const width = matrix.machines.length;
  for (let u = 0; u < matrix.updates.length; u++) {
    const plane = 2 * u * planeBytes;
    for (let slot = 0; slot < count; slot++) {
      const at = plane + (slot >>> 3);
      const shift = slot & 7;
      const bit0 = ((outputs[at] ?? 0) >>> shift) & 1;
      const bit1 = ((outputs[at + planeBytes] ?? 0) >>> shift) & 1;
      matrix.codes[u * width + start + slot] = bit0 | (bit1 << 1);
    }
  }
}
