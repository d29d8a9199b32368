export { looksLikeUbrTable, readUbrTable } from './read.ts';
export type { UbrRow, UbrTable } from './read.ts';
