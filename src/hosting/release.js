/** `npm run release`: writes release/patchferry-VERSION.zip and says its hash. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { buildIfNeeded, dist, root } from './make-dist.js';
import { packRelease, releaseFiles } from './release-files.js';

try {
  buildIfNeeded({ force: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = `patchferry-${version}`;
  const zip = packRelease(releaseFiles({ root, dist, version }), name);
  mkdirSync(join(root, 'release'), { recursive: true });
  writeFileSync(join(root, 'release', `${name}.zip`), zip);
  const sum = createHash('sha256').update(zip).digest('hex');
  process.stdout.write(`release/${name}.zip, ${zip.length} bytes\nSHA-256 ${sum}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
