/** `npm start [PORT]`: builds what is not built yet, serves it on this machine, prints the address. */
import { buildIfNeeded, dist } from './build.js';
import { DEFAULT_PORT, serve } from './serve.js';

const port = process.argv[2] ?? String(DEFAULT_PORT);
if (!/^\d{1,5}$/.test(port)) {
  process.stderr.write('usage: npm start [-- PORT]\n');
  process.exit(2);
}
try {
  process.stdout.write('Building if something changed …\n');
  buildIfNeeded();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
await serve(dist, Number(port));
