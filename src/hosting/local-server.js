/** Serves a built Patchferry to this machine and says where. */
import { listenLocally, staticServer } from './static-server.js';

/** Browsers keep data by address, port included: always the same one, if it is free. */
export const DEFAULT_PORT = 4517;

/** @param {string} text */
export const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536;

/**
 * Serves `folder` and prints the address.
 * @param {string} folder
 * @param {number} port 0 = any free one
 */
export async function serveLocally(folder, port) {
  const server = staticServer(folder);
  const taken = await listenLocally(server, port);
  process.stdout.write(`Patchferry: http://127.0.0.1:${taken}/\n`);
  if (port !== 0 && taken !== port) {
    process.stdout.write(
      `Port ${port} is in use, so this is another address: a browser shows here only what was stored under port ${taken}.\n`,
    );
  }
  process.stdout.write('Stop with Ctrl+C.\n');
}
