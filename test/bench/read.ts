import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { catalogFormats, decodeText, inventoryFormats } from '../../src/formats/index.ts';
import { practiceFiles } from '../../src/tasks/practice/index.ts';
import { readBatch } from '../../src/tasks/read-batch.ts';
import { median, realFiles, timed } from './measure.ts';
import type { BenchInput, BenchResult } from './measure.ts';

const formats = {
  catalogs: catalogFormats,
  inventories: inventoryFormats,
  decode: (bytes: Uint8Array) => decodeText(bytes).text,
};
const job = { signal: new AbortController().signal, report: () => undefined };

const inMemory = (path: string): File => new File([readFileSync(path)], basename(path));

/** How fast documents and inventories are read, from memory; practice files where there are no real ones. */
export async function run({ data }: BenchInput): Promise<BenchResult> {
  const practice = practiceFiles();
  const real = data === null ? null : realFiles(data);
  const catalogs = real?.documents.map(inMemory) ?? practice.filter((file) => file.name.endsWith('.xml'));
  const inventories =
    real?.inventories.map(inMemory) ?? practice.filter((file) => file.name.endsWith('.txt'));
  const speed = async (files: readonly File[]) => {
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const seconds = await timed(5, () => readBatch(files, formats, job));
    return { value: bytes / 1e6 / median(seconds), seconds, bytes };
  };
  const [catalog, inventory] = [await speed(catalogs), await speed(inventories)];
  return {
    figures: [
      { name: 'read-catalogs', value: catalog.value, unit: 'MB/s' },
      { name: 'read-inventories', value: inventory.value, unit: 'MB/s' },
    ],
    ratios: [],
    details: { real: real !== null, catalog, inventory },
  };
}
