/** What the release consists of, and its bytes: the same sources give the same archive. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { zipSync } from 'fflate';

import { servePage } from './serve-page.js';

/** The local server in the release: serve.js and what it imports. */
const serverFiles = ['serve.js', 'local-server.js', 'static-server.js', 'content-types.js', 'headers.js'];

/** @param {string} folder @param {string} [below] @returns {string[]} */
function filesBelow(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

/**
 * All files by path, sorted, with SHA256SUMS over the others as `sha256sum -c` reads it.
 * @param {{ root: string, dist: string, version: string }} from
 * @returns {Map<string, Uint8Array>}
 */
export function releaseFiles({ root, dist, version }) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  /** @param {string} path @param {string} text */
  const addText = (path, text) => files.set(path, Buffer.from(text));
  /** @param {string} target @param {string} folder @param {string[]} names */
  const addFrom = (target, folder, names) => {
    for (const name of names) files.set(target + name, readFileSync(join(folder, name)));
  };
  addFrom('app/', dist, filesBelow(dist));
  addFrom('serve/', join(root, 'src', 'hosting'), serverFiles);
  addText('serve/package.json', '{ "type": "module" }\n');
  addFrom('guide/', join(root, 'docs', 'guide'), filesBelow(join(root, 'docs', 'guide')));
  addFrom('', root, ['LICENSE']);
  addText('SERVE.html', servePage(version));

  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const sums = sorted.map(
    ([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`,
  );
  return new Map([...sorted, ['SHA256SUMS', Buffer.from(sums.join(''))]]);
}

/**
 * One ZIP with everything in a folder of its own.
 * @param {Map<string, Uint8Array>} files
 * @param {string} folder
 */
export function packRelease(files, folder) {
  // From local parts, since ZIP times are local: the same bytes in every time zone.
  const mtime = new Date(1980, 0, 1);
  const entries = [...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]);
  return zipSync(Object.fromEntries(entries), { mtime, level: 9 });
}
