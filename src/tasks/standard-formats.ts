import { catalogFormats, inventoryFormats } from '../formats/index.ts';
import { decodeText } from '../formats/inventory/decode/index.ts';
import type { FileFormats } from './read-file.ts';

/** Every format there is, for the page and the command line alike. */
export const standardFormats: FileFormats = {
  catalogs: catalogFormats,
  inventories: inventoryFormats,
  decode: (bytes) => decodeText(bytes).text,
};
