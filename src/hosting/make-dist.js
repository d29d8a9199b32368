/** Builds the WASM modules and the application, unless what is in dist/ comes from just these sources. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';

export const root = dirname(dirname(import.meta.dirname));
export const dist = join(root, 'dist');

const sources = [
  'src',
  'assembly',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];
const stampFile = join(root, 'node_modules', '.cache', 'patchferry', 'dist.stamp');

/** SHA-256 over names and contents of everything that the build reads. */
function stamp() {
  const hash = createHash('sha256').update(process.version);
  /** @param {string} path */
  const add = (path) => {
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  };
  /** @param {string} folder */
  const walk = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  for (const path of sources) {
    if (path.includes('.')) add(path);
    else if (existsSync(join(root, path))) walk(path);
  }
  return hash.digest('hex');
}

/**
 * Runs a tool of this project's node_modules with this Node; throws with its output when it fails.
 * @param {string} script path of its JavaScript file below node_modules
 * @param {string[]} args
 */
function tool(script, args) {
  const run = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
}

/** Compiles the scan kernel to build/scan.wasm and the LZX decoder to build/lzx.wasm. */
export function buildModules() {
  for (const config of ['assembly/asconfig.json', 'assembly/lzx/asconfig.json']) {
    tool('assemblyscript/bin/asc.js', ['--config', config, '--target', 'release']);
  }
}

/**
 * Makes dist/ current. Throws with the tool's own words when a build fails.
 * @param {{ force?: boolean }} [options]
 * @returns {boolean} whether something had to be built
 */
export function buildIfNeeded({ force = false } = {}) {
  const now = stamp();
  const last = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (!force && last === now && existsSync(join(dist, 'index.html'))) return false;
  buildModules();
  tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
  return true;
}
