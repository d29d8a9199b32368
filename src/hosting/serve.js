/**
 * `node serve.js [FOLDER] [PORT]`: serves a built Patchferry on this machine. Also part of the release,
 * for those who have Node; needs nothing but Node.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { listenLocally, staticServer } from './static-server.js';

/** Browsers keep data by address, port included: always the same one, if it is free. */
export const DEFAULT_PORT = 4517;

/**
 * Serves `folder` and prints the address.
 * @param {string} folder
 * @param {number} [port]
 */
export async function serve(folder, port = DEFAULT_PORT) {
  const server = staticServer(folder);
  const taken = await listenLocally(server, port);
  process.stdout.write(`Patchferry: http://127.0.0.1:${taken}/\n`);
  if (port !== 0 && taken !== port) {
    process.stdout.write(
      `Port ${port} is in use, so this is another address: a browser shows here only what was stored under port ${taken}.\n`,
    );
  }
  process.stdout.write('Stop with Ctrl+C.\n');
  return server;
}

if (process.argv[1] && import.meta.url.endsWith('/serve.js') && /[\\/]serve\.js$/.test(process.argv[1])) {
  const [folder = join(import.meta.dirname, '..', 'app'), port = String(DEFAULT_PORT)] =
    process.argv.slice(2);
  if (!existsSync(join(folder, 'index.html')) || !/^\d{1,5}$/.test(port)) {
    process.stderr.write(`usage: node serve.js [FOLDER] [PORT]; ${folder} holds no index.html\n`);
    process.exitCode = 2;
  } else {
    await serve(folder, Number(port));
  }
}
