import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lzxPort } from '../formats/cab/index.ts';
import { modelDeriver } from '../tasks/derive-model.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { standardFormats } from '../tasks/standard-formats.ts';

/**
 * Every format there is, and the LZX decoder beside this program.
 * @param built folder of lzx.wasm
 */
export function formatsOf(built: string): FileFormats {
  const lzx = lzxPort(async () => WebAssembly.compile(await readFile(join(built, 'lzx.wasm'))));
  return { ...standardFormats, lzx };
}

/** What follows from the files: the same as in the page. */
export const derive = modelDeriver();
