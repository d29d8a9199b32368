import { createSHA256 } from 'hash-wasm';

/** SHA-256 of a text in UTF-8, lower-case hex. */
export type TextHash = (text: string) => string;

let started: Promise<TextHash> | null = null;

/** The hash that compiling names updates and catalogs by: only starting it takes a turn, and that once. */
export function textHash(): Promise<TextHash> {
  return (started ??= start());
}

async function start(): Promise<TextHash> {
  const hasher = await createSHA256();
  return (text) => hasher.init().update(text).digest('hex');
}
