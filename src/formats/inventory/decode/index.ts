export { decodeCodePage, pagesOfLocale } from './code-page.ts';
export { decodeText } from './decode.ts';
export type { DecodedText } from './decode.ts';
export { escapeUnstorable } from './escape.ts';
export { countLines, splitLines } from './lines.ts';
