/**
 * `node serve.js [FOLDER] [PORT]`: serves a built Patchferry to this machine. Part of the release, for
 * those who have Node; needs nothing else.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { DEFAULT_PORT, isPort, serveLocally } from './local-server.js';

const [folder = join(import.meta.dirname, '..', 'app'), port = String(DEFAULT_PORT)] = process.argv.slice(2);

if (existsSync(join(folder, 'index.html')) && isPort(port)) {
  await serveLocally(folder, Number(port));
} else {
  process.stderr.write(
    `usage: node serve.js [FOLDER] [PORT]\nFOLDER holds index.html (now: ${folder}); PORT is a number (now: ${port}).\n`,
  );
  process.exitCode = 2;
}
