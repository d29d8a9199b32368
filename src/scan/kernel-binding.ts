/** Lays a compiled catalog out in the memory of the WebAssembly kernel (assembly/README.md has the map). */
import { nodeBytes, planeBytes, segmentWords } from './program/scan-program.ts';
import type { KernelProgram } from './program/scan-program.ts';

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  heapBase(): number;
  reserve(bytes: number): number;
  scan(layout: number): number;
  arrange(states: number, rows: number, count: number, out: number): void;
}

export interface Kernel {
  /** Planes of the block to decide: `blockLayout(program.subjects)` says where. */
  readonly block: Uint8Array;
  /** Plane of the slots that hold a machine. */
  readonly present: Uint8Array;
  /** Two planes a row: bit 0 and bit 1 of its state code. */
  readonly states: Uint8Array;
  /** Installed, Unknown and Not Required of each row, added up over all blocks since `counts.fill(0)`. */
  readonly counts: Uint32Array;
  /** Bytes of memory in all. */
  readonly bytes: number;
  /** A copy of the states in the order of the catalog's updates. */
  inCatalogOrder(): Uint32Array<ArrayBuffer>;
  /** Decides the block; returns how many segments were evaluated. */
  scan(): number;
}

/** @param factBytes of a block @throws RangeError where the engine refuses the memory */
export async function bindKernel(
  module: WebAssembly.Module,
  program: KernelProgram,
  factBytes: number,
): Promise<Kernel> {
  const { exports } = await WebAssembly.instantiate(module, {});
  return layOut(exports as unknown as KernelExports, program, factBytes);
}

function layOut(exports: KernelExports, program: KernelProgram, factBytes: number): Kernel {
  const rows = program.rows.length;
  let end = align(exports.heapBase());
  const take = (bytes: number) => {
    const at = end;
    end = align(end + bytes);
    return at;
  };
  const layout = take(32);
  const planes = take(program.nodes * nodeBytes);
  const words = take(program.words.byteLength);
  const segments = take(program.segments.byteLength);
  const block = take(factBytes);
  const present = take(planeBytes);
  const states = take(rows * 2 * planeBytes);
  const counts = take(rows * 12);
  const order = take(rows * 4);
  const arranged = take(rows * 2 * planeBytes);
  if (exports.reserve(end) !== 1) {
    throw new RangeError(`scan kernel: ${String(end)} bytes of memory were refused`);
  }
  const { buffer } = exports.memory;
  const count = program.segments.length / segmentWords;
  new Uint32Array(buffer, layout, 8).set([planes, words, segments, count, block, present, states, counts]);
  new Uint32Array(buffer, words, program.words.length).set(program.words);
  new Uint32Array(buffer, segments, program.segments.length).set(program.segments);
  new Uint32Array(buffer, order, rows).set(program.rows);
  // Node 0 is false; node 1 is unknown: never surely, always possibly.
  new Uint8Array(buffer, planes, nodeBytes * 2).fill(0);
  new Uint8Array(buffer, planes + nodeBytes + planeBytes, planeBytes).fill(0xff);
  return {
    block: new Uint8Array(buffer, block, factBytes),
    present: new Uint8Array(buffer, present, planeBytes),
    states: new Uint8Array(buffer, states, rows * 2 * planeBytes),
    counts: new Uint32Array(buffer, counts, rows * 3),
    bytes: buffer.byteLength,
    inCatalogOrder() {
      exports.arrange(states, order, rows, arranged);
      return new Uint32Array(buffer, arranged, (rows * 2 * planeBytes) / 4).slice();
    },
    scan: () => exports.scan(layout),
  };
}

/** Planes and nodes are read in 16 and 32 bytes. */
function align(address: number): number {
  return Math.ceil(address / nodeBytes) * nodeBytes;
}
