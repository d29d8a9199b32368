import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileCatalogs, createKernelEngine } from '../../src/scan/index.ts';
import { compileProgram } from '../../src/scan/program/write-program.ts';
import { factsMachine } from '../support/facts-machine.ts';
import type { BenchInput, BenchResult } from './measure.ts';
import { muCatalog } from './workload/mu-catalog.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

/** Processor milliseconds, garbage collection included: other work on the machine does not count. */
const spent = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

const full = 137_000;

async function measure(revisions: number, built: string) {
  const before = heap();
  const document = muCatalog(revisions);
  const read = heap();
  const began = process.cpuUsage();
  const compiled = await compileCatalogs([document], { checksums: false });
  const compile = spent(began);
  const after = heap();
  const graph = process.cpuUsage();
  const program = compileProgram(compiled.catalog);
  const written = spent(graph);
  const bytes = program.words.byteLength + program.rows.byteLength + program.segments.byteLength;
  const machines = Array.from({ length: 8 }, (_, i) =>
    factsMachine([], ['registry', 'msi'], `pc${String(i)}`),
  );
  const scan = process.cpuUsage();
  await createKernelEngine(async () => WebAssembly.compile(readFileSync(join(built, 'scan.wasm')))).scan(
    compiled.catalog,
    machines,
  );
  const scanned = spent(scan);
  return {
    revisions,
    updates: compiled.updates.length,
    edges: compiled.updates.reduce((sum, { relations }) => sum + (relations?.supersededBy.length ?? 0), 0),
    compile,
    written,
    scanned,
    nodes: program.nodes,
    programMB: bytes / 2 ** 20,
    documentMB: read - before,
    compiledMB: after - read,
  };
}

/** Compiling a full-size Microsoft Update edition: time, memory, and how both grow with its size. */
export async function run({ built }: BenchInput): Promise<BenchResult> {
  // The first one warms up.
  await measure(4000, built);
  const quarter = await measure(full / 4, built);
  const whole = await measure(full, built);
  return {
    figures: [
      { name: 'mu-compile/revisions', value: whole.revisions, unit: 'revisions' },
      { name: 'mu-compile/updates', value: whole.updates, unit: 'updates' },
      { name: 'mu-compile/rules', value: whole.compile, unit: 'ms' },
      { name: 'mu-compile/program', value: whole.written, unit: 'ms' },
      { name: 'mu-compile/scan-8', value: whole.scanned, unit: 'ms' },
      { name: 'mu-compile/nodes', value: whole.nodes, unit: 'nodes' },
      { name: 'mu-compile/program-size', value: whole.programMB, unit: 'MB' },
      { name: 'mu-compile/document-heap', value: whole.documentMB, unit: 'MB' },
      { name: 'mu-compile/compiled-heap', value: whole.compiledMB, unit: 'MB' },
    ],
    // 1 is linear: four times the revisions in four times the time and space.
    ratios: [
      { name: 'mu-compile/growth-rules', value: whole.compile / quarter.compile / 4 },
      { name: 'mu-compile/growth-program', value: whole.written / quarter.written / 4 },
      { name: 'mu-compile/growth-heap', value: whole.compiledMB / quarter.compiledMB / 4 },
    ],
    details: { quarter, whole },
  };
}
