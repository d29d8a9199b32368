import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '../../src/domain/index.ts';
import { catalogFormats, decodeText, inventoryFormats } from '../../src/formats/index.ts';
import { createKernelEngine, createReferenceEngine, createRowsEngine } from '../../src/scan/index.ts';
import { modelDeriver } from '../../src/tasks/derive-model.ts';
import { practiceFiles } from '../../src/tasks/practice/index.ts';
import { readBatch } from '../../src/tasks/read-batch.ts';
import { workspaceOfFiles } from '../../src/tasks/workspace-of-files.ts';
import { median, timed } from './measure.ts';
import type { BenchInput, BenchResult } from './measure.ts';

const fleetSize = 4000;
const formats = {
  catalogs: catalogFormats,
  inventories: inventoryFormats,
  decode: (bytes: Uint8Array) => decodeText(bytes).text,
};
const job = { signal: new AbortController().signal, report: () => undefined };

/** A fleet of the practice site's machines, each many times, none with exactly the list of another. */
function fleetOf(machines: readonly Machine[]): Machine[] {
  return Array.from({ length: fleetSize }, (_unused, index) => {
    const machine = machines[index % machines.length] as Machine;
    const { entries } = machine.hotfixes;
    const dropped = entries.length === 0 ? -1 : index % entries.length;
    return {
      ...machine,
      id: `pc${index}`,
      name: `PC${index}`,
      hotfixes: { ...machine.hotfixes, entries: entries.filter((_entry, at) => at !== dropped) },
    };
  });
}

/** The three engines over one synthetic fleet: ratios to the reference, which is right by definition. */
export async function run({ built }: BenchInput): Promise<BenchResult> {
  const read = await readBatch(practiceFiles(), formats, job);
  if (!read.ok) throw new Error(read.error.code);
  const { data } = workspaceOfFiles(read.value.map((item) => ({ item, asCatalog: true, asInventory: true })));
  const { catalog, machines } = await modelDeriver()(data);
  const fleet = fleetOf(machines);
  const module = await WebAssembly.compile(readFileSync(join(built, 'scan.wasm')));
  const engines = [createReferenceEngine(), createRowsEngine(), createKernelEngine(async () => module)];
  const seconds: Record<string, number> = {};
  const answers: Uint8Array[] = [];
  for (const engine of engines) {
    const scan = () => engine.scan(catalog, fleet);
    answers.push((await scan()).codes);
    seconds[engine.id] = median(await timed(3, scan));
  }
  const [first] = answers;
  if (!answers.every((codes) => first && Buffer.compare(codes, first) === 0)) {
    throw new Error('the engines differ: figures of wrong answers mean nothing');
  }
  const { reference = NaN, rows = NaN, wasm = NaN } = seconds;
  return {
    figures: [{ name: 'scan-pairs', value: fleet.length * catalog.updates.length, unit: 'pairs' }],
    ratios: [
      { name: 'scan-rows-to-reference', value: reference / rows },
      { name: 'scan-wasm-to-reference', value: reference / wasm },
      { name: 'scan-wasm-to-rows', value: rows / wasm },
    ],
    details: { seconds, machines: fleet.length, updates: catalog.updates.length },
  };
}
