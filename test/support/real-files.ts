import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isBuildKnown, mergeMachines } from '../../src/domain/index.ts';
import type { MsrcDocument, InventoryReading, Machine } from '../../src/domain/index.ts';
import { readFile } from '../../src/tasks/read-file.ts';
import { standardFormats } from '../../src/tasks/standard-formats.ts';
import { dataFolder } from './data.ts';

/** Folders of real inventories that are used (the others are recognised and ignored). */
const inventoryFolders = ['systeminfo', 'wmic-qfe-table', 'wmic-list', 'clixml'];

async function read(path: string) {
  return readFile(new File([readFileSync(path)], basename(path)), standardFormats, {});
}

/** The real monthly documents, or those of `months`. */
export async function realDocuments(months?: readonly string[]): Promise<MsrcDocument[]> {
  const folder = join(dataFolder, 'msrc');
  const documents: MsrcDocument[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.xml'))) {
    if (months && !months.some((month) => name.includes(month))) continue;
    const outcome = await read(join(folder, name));
    if (outcome.kind !== 'catalog' || outcome.document.source !== 'msrc')
      throw new Error(`${name}: ${outcome.kind}`);
    documents.push(outcome.document);
  }
  return documents;
}

/** Paths of the real inventory files. */
export function realInventories(): string[] {
  return inventoryFolders.flatMap((folder) => {
    const path = join(dataFolder, 'inventory', folder);
    return readdirSync(path).map((name) => join(path, name));
  });
}

/** Machines of real inventory files, merged as the product merges them. */
export async function realMachines(paths: readonly string[]): Promise<readonly Machine[]> {
  const readings: { reading: InventoryReading; importedAt: number; givenName: null }[] = [];
  for (const path of paths) {
    const outcome = await read(path);
    if (outcome.kind === 'rejected') throw new Error(`${path}: ${outcome.error.code}`);
    if (outcome.kind === 'inventory') {
      readings.push({ reading: outcome.reading, importedAt: 0, givenName: null });
    }
  }
  return mergeMachines(readings, {}, isBuildKnown).machines;
}
