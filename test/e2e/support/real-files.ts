import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { dataFolder, hasData } from '../../support/data.ts';

const inventoryFolders = ['systeminfo', 'wmic-qfe-table', 'wmic-list', 'clixml'];

export const hasRealFiles = hasData('msrc') && inventoryFolders.every((name) => hasData('inventory', name));

/** Files of a folder of the real data, without the notes that lie beside them. */
function filesOf(...parts: string[]): string[] {
  const folder = join(dataFolder, ...parts);
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.md'))
    .sort()
    .map((name) => join(folder, name));
}

/** The thirteen monthly documents. */
export const realCatalogs = () => filesOf('msrc');

/** 33 systeminfo files, 12 lists of hotfixes, and 8 that are recognised but not used. */
export const realInventories = () => inventoryFolders.flatMap((name) => filesOf('inventory', name));
