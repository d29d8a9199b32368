// Builds the command line when its sources changed. Plain JavaScript, because it runs before anything
// is built. Nothing is written to standard output.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'patchferry');
const sources = ['assembly', 'src/cli', 'src/domain', 'src/formats', 'src/scan', 'src/store', 'src/tasks'];

/** Hash over names and contents of all sources: the name of their build. */
function stamp() {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  /** @param {string} folder */
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.(ts|js|json)$/.test(entry.name)) add(path);
    }
  };
  add('package.json');
  add('package-lock.json');
  sources.filter((folder) => existsSync(join(root, folder))).forEach(walk);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds into a folder of its own and moves it into place whole: two that start at once do not meet.
 * @param {string} target
 */
async function build(target) {
  const work = join(cache, `work-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(work, { recursive: true });
  try {
    await buildModule('assembly', join(work, 'scan.wasm'));
    await buildModule(join('assembly', 'lzx'), join(work, 'lzx.wasm'));
    const { build: bundle } = await import('vite');
    await bundle({
      root,
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: 'src/cli/main.ts',
        outDir: work,
        emptyOutDir: false,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
      },
    });
    renameSync(work, target);
  } catch (error) {
    // The other one was faster: its build has the same name, hence the same content.
    if (!existsSync(join(target, 'main.js'))) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  removeOld(target);
}

/**
 * @param {string} folder of the configuration, below the project
 * @param {string} outFile
 */
async function buildModule(folder, outFile) {
  const { default: asc } = await import('assemblyscript/asc');
  const run = await asc.main([
    '--config',
    join(folder, 'asconfig.json'),
    '--target',
    'release',
    '--baseDir',
    root,
    '--outFile',
    outFile,
  ]);
  if (run.error) throw new Error(`${folder} does not compile: ${run.stderr.toString()}`);
}

/**
 * Builds of earlier sources, and what was left halfway, go after a day: who still runs has long read them.
 * @param {string} current
 */
function removeOld(current) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (
      path === current ||
      !/^(cli|work)-/.test(name) ||
      Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < 86_400_000
    )
      continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The folder with the build of the present sources: main.js, scan.wasm and lzx.wasm.
 * @returns {Promise<string>}
 */
export async function builtCli() {
  const target = join(cache, `cli-${stamp()}`);
  if (!existsSync(join(target, 'main.js'))) await build(target);
  return target;
}
