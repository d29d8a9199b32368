import lzxUrl from '../../build/lzx.wasm?url';
import { lzxPort } from '../formats/cab/index.ts';
import { loadModule } from './load-module.ts';

/** The LZX decoder of cabinets, fetched when the first such cabinet is read. */
export const lzx = lzxPort(() => loadModule(lzxUrl));
