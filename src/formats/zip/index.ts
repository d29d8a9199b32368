export type { ZipEntry } from './directory.ts';
export { zipLimits } from './limits.ts';
export type { ZipLimits } from './limits.ts';
export { readZip, zipMembers } from './read-zip.ts';
export type { EntryReader } from './read-zip.ts';
