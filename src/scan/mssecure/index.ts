export { compileMssecure } from './compile.ts';
