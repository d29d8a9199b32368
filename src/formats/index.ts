export type {
  CatalogFormat,
  FileSource,
  Head,
  InventoryFormat,
  InventoryOutcome,
  ReadContext,
  SiteTrust,
} from './format.ts';
export { FormatError, formatError, settle } from './format-error.ts';
export { hashedBy, hashFile, sha256Hex } from './hash.ts';
export * from './inventory/index.ts';
export { msrcFormat } from './msrc/index.ts';
export { readBytes } from './read-bytes.ts';
export { catalogFormats } from './registry.ts';
export { looksLikeWebPage } from './text/index.ts';
