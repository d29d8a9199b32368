import { machineKey } from '../../domain/index.ts';
import { rowOf } from './tables.ts';
import type { PlacedPatch, Tables } from './tables.ts';

export interface UnresolvedId {
  readonly element: string;
  readonly id: string;
}

const commands = ['c', 'a', 'e', 'd', 'u'];

/**
 * Ids on which the patch's state depends and that lead nowhere, or to two different rows: the patch
 * cannot be verified, all others can (mssecure, section 4). Ids of texts (comments, download places)
 * are no reason for doubt about the state. A check the language cannot state counts too: another hive, an
 * unknown command.
 */
export function unresolvedOf({ patch }: PlacedPatch, tables: Tables): readonly UnresolvedId[] {
  const found: UnresolvedId[] = [];
  const add = (element: string, id: string) => {
    if (!found.some((other) => other.element === element && other.id === id)) found.push({ element, id });
  };
  for (const { product, servicePacks } of patch.affected) {
    if (!tables.products.rows.has(product)) add('Product', product);
    for (const id of servicePacks) if (!tables.servicePacks.rows.has(id)) add('ServicePack', id);
  }
  if (patch.supersededBy !== '' && !tables.superseders.has(patch.supersededBy)) {
    add('SupercededBy', patch.supersededBy);
  }
  for (const id of patch.registry) {
    const row = rowOf(tables.registry, id);
    if (row === null) add('RegChange', id);
    else {
      const location = rowOf(tables.locations, row.location);
      if (location === null) add('Location', row.location);
      else if (!machineKey(location)?.key) add('RegChange', id);
    }
  }
  for (const id of patch.files) {
    const row = rowOf(tables.files, id);
    if (row === null) add('FileChange', id);
    else if (!commands.includes(row.command)) add('Command', row.command);
    else if (rowOf(tables.locations, row.folder) === null) add('Location', row.folder);
  }
  return found;
}
