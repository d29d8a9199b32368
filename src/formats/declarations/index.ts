export { readDeclarations } from './read.ts';
export { writeDeclarations } from './write.ts';
