export { compileMssecure, createMssecureCompiler } from './compile.ts';
export type { MssecureCompilation, MssecureCompiler } from './compile.ts';
