/** `npm run build`: makes dist/ current, or says what is wrong. */
import { buildIfNeeded } from './make-dist.js';

try {
  buildIfNeeded();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
