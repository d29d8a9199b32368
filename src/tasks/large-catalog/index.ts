export { LargeReader } from './large-reader.ts';
export type { ReadShards, ShardReading, ShardSink } from './ports.ts';
export { readLargeCatalog } from './read-large-catalog.ts';
export type { LargeCatalog } from './read-large-catalog.ts';
export { scopeChoices } from './scope-choices.ts';
export { sameScope } from './same-scope.ts';
export { readShardsHere } from './shards-here.ts';
