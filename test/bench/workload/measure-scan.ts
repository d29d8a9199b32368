/** Runs inside a worker of the browser: every variant over one workload, in one run. */
import { bindKernel } from '../../../src/scan/kernel-binding.ts';
import type { Kernel } from '../../../src/scan/kernel-binding.ts';
import { compileGraph } from '../../../src/scan/program/compile-graph.ts';
import { machinesPerBlock, presentIn } from '../../../src/domain/index.ts';
import { planeBytes } from '../../../src/scan/program/scan-program.ts';
import type { ScanProgram } from '../../../src/scan/program/scan-program.ts';
import { compileProgram } from '../../../src/scan/program/write-program.ts';
import { blockLayout, packMachine } from '../../../src/scan/quantise/block.ts';
import { createMachineEvaluator } from '../../../src/scan/rows/machine-evaluator.ts';
import { compileRows } from '../../../src/scan/rows/rows-program.ts';
import { comparisonsOf, fullSize, syntheticCatalog } from './catalog.ts';
import type { Sizes } from './catalog.ts';
import { codeMaker, factNames, fleetMaker } from './fleet.ts';
import type { MadeMachine } from './fleet.ts';
import { decideObjects, objectUpdates } from './objects.ts';
import { measureStored } from './stored-scan.ts';
import type { MadeBlock } from './stored-scan.ts';
import { timed } from './timed.ts';

export interface Order {
  readonly kernel: string;
  readonly updates: number;
  readonly machines: number;
  readonly runs: number;
}

/**
 * Least milliseconds of each piece of work over all rounds, added up. Others use the machine too: a piece
 * is short enough to run undisturbed once in a while, a whole scan is not.
 */
class Pieces {
  private readonly least: number[] = [];

  round(count: number, work: (piece: number) => void): void {
    for (let i = 0; i < count; i++) {
      const began = performance.now();
      work(i);
      const took = performance.now() - began;
      this.least[i] = Math.min(this.least[i] ?? Infinity, took);
    }
  }

  get milliseconds(): number {
    return this.least.reduce((sum, each) => sum + each, 0);
  }
}

function runBlock(kernel: Kernel, block: MadeBlock): number {
  kernel.block.set(block.planes);
  kernel.present.set(new Uint8Array(presentIn(block.machines).buffer));
  return kernel.scan();
}

function stateOf(kernel: Kernel, program: ScanProgram, update: number, slot: number): number {
  const at = (program.rows[update] as number) * 2 * planeBytes + (slot >>> 3);
  const bit = (plane: number) => ((kernel.states[plane] as number) >>> (slot & 7)) & 1;
  return bit(at) | (bit(at + planeBytes) << 1);
}

const machineId = (at: number): string => `m${String(at).padStart(6, '0')}`;

/** Packs the fleet into blocks; times packing of made codes, not making them. */
function makeBlocks(
  program: ScanProgram,
  sizes: Sizes,
  count: number,
  machineAt: (i: number) => MadeMachine,
): MadeBlock[] {
  const form = blockLayout(program.subjects);
  const make = codeMaker(sizes, program.subjects);
  const codes = new Uint16Array(program.subjects.length);
  const blocks: MadeBlock[] = [];
  for (let start = 0; start < count; start += machinesPerBlock) {
    const machines = Array.from({ length: Math.min(machinesPerBlock, count - start) }, (_, slot) =>
      machineId(start + slot),
    );
    const planes = new Uint8Array(form.bytes);
    for (let slot = 0; slot < machines.length; slot++) {
      make(machineAt(start + slot), codes);
      packMachine(form, codes, slot, planes);
    }
    blocks.push({ machines, planes });
  }
  return blocks;
}

/** The machines of four blocks from all over the fleet: what the slow variants are measured on. */
function sampleOf(blocks: readonly MadeBlock[]): readonly number[] {
  return [0.1, 0.35, 0.6, 0.85].map((part) => Math.floor(blocks.length * part));
}

export async function measureScan({ kernel: url, updates, machines, runs }: Order) {
  const sizes: Sizes = { ...fullSize, updates };
  const catalog = syntheticCatalog(sizes);
  const compileTimes = await timed(3, () => compileProgram(catalog));
  const program = compileProgram(catalog);
  const module = await WebAssembly.compile(await (await fetch(url)).arrayBuffer());
  const kernel = await bindKernel(module, program);
  const machineAt = fleetMaker(sizes, machines);
  const blocks = makeBlocks(program, sizes, machines, machineAt);
  const pairs = machines * updates;

  let segments = 0;
  const inMemory = await timed(runs, () => {
    kernel.counts.fill(0);
    segments = 0;
    for (const block of blocks) segments += runBlock(kernel, block);
  });
  const counts = [0, 1, 2].map((state) => {
    let sum = 0;
    for (let row = state; row < kernel.counts.length; row += 3) sum += kernel.counts[row] as number;
    return sum;
  });

  const stored = await measureStored({ catalog, program, module, blocks, counts, runs });

  const sample = sampleOf(blocks);
  const sampled = sample.flatMap((b) =>
    Array.from({ length: machinesPerBlock }, (_, slot) => machineAt(b * machinesPerBlock + slot)),
  );
  const compiled = compileGraph(catalog);
  const make = codeMaker(sizes, program.subjects);
  const allNames = factNames(sizes);
  const rowsOf = sampled.map((machine) => {
    const codes = new Uint16Array(program.subjects.length);
    make(machine, codes);
    return codes;
  });
  const evaluators = [true, false].map((guarded) => {
    const { rows, ...rest } = compileRows(compiled, guarded);
    return { guarded, rows, evaluator: createMachineEvaluator({ rows, ...rest }), pieces: new Pieces() };
  });
  const objects = objectUpdates(catalog);
  const few = sampled.filter((_machine, i) => i % 16 === 0);
  const found = few.map(() => new Uint8Array(updates));
  const row = new Uint8Array(updates);
  const kernelPieces = new Pieces();
  const objectPieces = new Pieces();
  // By turns, so that all variants meet the same disturbances.
  for (let i = 0; i < runs; i++) {
    for (let again = 0; again < 3; again++) {
      kernelPieces.round(blocks.length, (block) => void runBlock(kernel, blocks[block] as MadeBlock));
    }
    for (const { evaluator, pieces } of evaluators) {
      pieces.round(rowsOf.length, (machine) => {
        evaluator.codes.set(rowsOf[machine] as Uint16Array);
        evaluator.states(row);
      });
    }
    objectPieces.round(few.length, (machine) => {
      const { facts: numbers, values } = few[machine] as MadeMachine;
      const facts = new Map<string, number>();
      for (let n = 0; n < numbers.length; n++) {
        facts.set(allNames[numbers[n] as number] as string, values[n] as number);
      }
      const codes = found[machine] as Uint8Array;
      for (let u = 0; u < updates; u++) {
        codes[u] = decideObjects(objects[u] as (typeof objects)[number], facts);
      }
    });
  }

  const states = new Uint8Array(updates * sampled.length);
  for (const { guarded, rows, evaluator } of evaluators) {
    rowsOf.forEach((codes, m) => {
      evaluator.codes.set(codes);
      evaluator.states(row);
      const inOrder = Uint8Array.from(rows, (at) => row[at] as number);
      if (guarded) states.set(inOrder, m * updates);
      else compare(inOrder, states.subarray(m * updates, (m + 1) * updates), 'rows without guards');
    });
  }
  found.forEach((codes, m) => {
    const at = m * 16 * updates;
    compare(codes, states.subarray(at, at + updates), 'objects');
  });
  const one = new Uint8Array(updates);
  sample.forEach((b, i) => {
    const block = blocks[b] as MadeBlock;
    runBlock(kernel, block);
    for (let slot = 0; slot < block.machines.length; slot++) {
      for (let u = 0; u < updates; u++) one[u] = stateOf(kernel, program, u, slot);
      const at = (i * machinesPerBlock + slot) * updates;
      compare(one, states.subarray(at, at + updates), 'kernel');
    }
  });

  const [block] = blocks;
  const blockBytes = block?.planes.byteLength ?? 0;
  return {
    pairs,
    compileTimes,
    inMemory,
    ...stored,
    nanosecondsPerPair: {
      kernel: (kernelPieces.milliseconds * 1e6) / pairs,
      guardedRows: ((evaluators[0]?.pieces.milliseconds ?? NaN) * 1e6) / (rowsOf.length * updates),
      rows: ((evaluators[1]?.pieces.milliseconds ?? NaN) * 1e6) / (rowsOf.length * updates),
      objects: (objectPieces.milliseconds * 1e6) / (few.length * updates),
    },
    counts: { installed: counts[0], unknown: counts[1], notRequired: counts[2] },
    segmentsEvaluated: segments / blocks.length,
    segments: program.segments.length / 10,
    comparisons: comparisonsOf(catalog) / updates,
    facts: sampled.reduce((sum, { facts }) => sum + facts.length, 0) / sampled.length,
    subjects: program.subjects.length,
    nodes: compiled.graph.size,
    programBytes: program.words.byteLength + program.segments.byteLength,
    blocks: blocks.length,
    blockBytes,
    memory: kernel.bytes,
    // What the worker owns while it scans from the store: the kernel, the program, two blocks read.
    owned:
      kernel.bytes +
      program.words.byteLength +
      program.segments.byteLength +
      program.rows.byteLength +
      2 * blockBytes,
  };
}

export type Measured = Awaited<ReturnType<typeof measureScan>>;

function compare(found: Uint8Array, expected: Uint8Array, variant: string): void {
  for (let i = 0; i < expected.length; i++) {
    if (found[i] !== expected[i]) {
      throw new Error(
        `${variant}: update ${String(i)} is ${String(found[i])}, not ${String(expected[i])}: figures of wrong answers mean nothing`,
      );
    }
  }
}
