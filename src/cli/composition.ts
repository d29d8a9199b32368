import { isBuildKnown, mergeMachines } from '../domain/index.ts';
import { catalogFormats, decodeText, inventoryFormats } from '../formats/index.ts';
import { modelDeriver } from '../tasks/derive-model.ts';
import type { FileFormats } from '../tasks/read-file.ts';

/** The formats the command line reads. */
export const formats: FileFormats = {
  catalogs: catalogFormats,
  inventories: inventoryFormats,
  decode: (bytes) => decodeText(bytes).text,
};

/** What follows from the files: the same as in the page. */
export const derive = modelDeriver(({ readings, ubr }) => mergeMachines(readings, ubr, isBuildKnown));
