import type { CatalogFormat } from '../format.ts';
import { readMicrosoftUpdate } from './read.ts';
import { sniffMicrosoftUpdate } from './sniff.ts';

/** Microsoft Update catalogs: the catalog source `mu`. */
export const microsoftUpdateFormat: CatalogFormat = {
  id: 'mu',
  title: 'Microsoft Update offline catalog (wsusscn2)',
  kind: 'catalog',
  sniff: sniffMicrosoftUpdate,
  read: readMicrosoftUpdate,
};

export { readCatalog, readMasterList, readShards } from './catalog.ts';
export type { MasterList } from './catalog.ts';
export { rowsInScope } from './closure.ts';
export { countsOf } from './counts.ts';
export { muDocument } from './document.ts';
export { MasterRows } from './master-list.ts';
export type { MasterColumns } from './master-list.ts';
export { readMicrosoftUpdate } from './read.ts';
export { readScopeChoices } from './scope-choices.ts';
export { bytesOfShards } from './shard-bytes.ts';
export { shardOpener } from './shard.ts';
export type { OpenShard, ShardPort, ShardRequest } from './shard.ts';
export type { MuReadReport, MuSink } from './sink.ts';
export { hasScope, sniffMicrosoftUpdate } from './sniff.ts';
export { readUpdateDocument } from './update-document.ts';
export { verifyMicrosoftUpdate } from './verify.ts';
