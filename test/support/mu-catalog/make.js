// Writes a generated catalog in the form of wsusscn2.cab by hand:
//   node test/support/mu-catalog/make.js PATH [SIZE] [EDITION] [mszip|stored] [SEED]
// SIZE 1 is as large as the real one (default 0.01); EDITION 2 is the month after EDITION 1.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const [path, size = '0.01', edition = '1', compression = 'mszip', seed = '1'] = process.argv.slice(2);
if (path === undefined) {
  process.stderr.write(
    'Where to? node test/support/mu-catalog/make.js PATH [SIZE] [EDITION] [mszip|stored] [SEED]\n',
  );
  process.exit(2);
}
const source = join(import.meta.dirname, 'index.ts');
const { module } = await runnerImport(source, { configFile: false, logLevel: 'silent' });
const began = performance.now();
const request = { size: Number(size), edition: Number(edition), compression, seed: Number(seed) };
/** @param {{ done: number, total: number }} progress */
const report = ({ done, total }) => process.stderr.write(`\rshard ${done} of ${total}`);
const written = module.writeCatalog(path, request, report);
process.stderr.write('\n');
const { edition: made, shards, ...counts } = written;
const summary = {
  ...counts,
  revisions: made.revisions.length,
  shards: shards.length,
  ratio: Number(((counts.fragmentBytes + counts.masterListBytes) / counts.bytes).toFixed(2)),
  seconds: Math.round((performance.now() - began) / 100) / 10,
};
process.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
