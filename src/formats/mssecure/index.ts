export { mssecureLimits } from './limits.ts';
export { readMssecure } from './read.ts';
export { sniff } from './sniff.ts';
