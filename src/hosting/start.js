/** `npm start [-- PORT]`: builds what is not built yet, serves it to this machine, prints the address. */
import { DEFAULT_PORT, isPort, serveLocally } from './local-server.js';
import { buildIfNeeded, dist } from './make-dist.js';

const port = process.argv[2] ?? String(DEFAULT_PORT);

if (isPort(port)) {
  try {
    buildIfNeeded();
    await serveLocally(dist, Number(port));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write('usage: npm start [-- PORT]\n');
  process.exitCode = 2;
}
