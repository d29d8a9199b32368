/** A proof as a file: one page to read and print, or data to check. */
export { writeProofHtml } from './write-html.ts';
export { writeProofJson } from './write-json.ts';
