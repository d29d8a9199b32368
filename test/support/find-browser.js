/**
 * Finds a Chromium for the tests, without a download. In this order: CHROME_PATH, a Chromium, Chrome or
 * Edge on PATH, the one carried inside the npm package @sparticuz/chromium (Linux on x64).
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const carrier = join(root, 'node_modules', '@sparticuz', 'chromium');

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'msedge',
  'microsoft-edge',
];

/** What to install, in one sentence. */
export const REMEDY =
  'No browser for the tests: install Chromium, Chrome or Edge (on Debian: apt-get install chromium), or set CHROME_PATH to one.';

/**
 * @typedef {object} FoundBrowser launch options as Playwright takes them
 * @property {string} executablePath
 * @property {string[]} [args]
 * @property {Record<string, string>} [env]
 */

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} path the value of PATH */
function onPath(path) {
  const ending = process.platform === 'win32' ? '.exe' : '';
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name + ending)))
    .find(isExecutable);
}

/**
 * The carried browser with its libraries and fonts, unpacked once into node_modules/.cache. Its own
 * argument list is not used: that switches web security off.
 * @returns {Promise<FoundBrowser | undefined>}
 */
async function carried() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(carrier)) return undefined;
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8'));
  const cache = join(root, 'node_modules', '.cache', 'patchferry');
  const home = join(cache, `chromium-${version}`);
  if (!existsSync(home)) await unpack(cache, home);
  return {
    executablePath: join(home, 'chromium'),
    args: ['--headless=shell', '--no-zygote'],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
}

/**
 * Unpacks in a process of its own, since the package writes to the system's temporary folder: there
 * TMPDIR can be a folder of ours. Moved into place whole, so an interrupted run leaves nothing behind.
 * @param {string} cache
 * @param {string} home
 */
async function unpack(cache, home) {
  const work = join(cache, `unpack-${randomBytes(6).toString('hex')}`);
  mkdirSync(work, { recursive: true });
  const script = `
    import { inflate } from ${JSON.stringify(`file://${join(carrier, 'build', 'esm', 'lambdafs.js')}`)};
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'])
      await inflate(${JSON.stringify(join(carrier, 'bin'))} + '/' + name);`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: work },
    });
    writeFileSync(join(work, 'fonts', 'fonts.conf'), fontConfiguration(home));
    renameSync(work, home);
  } catch (error) {
    // Another run may have been faster; its result is the same.
    if (!existsSync(home)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The package's own file looks for fonts in /tmp/fonts; without any font all text has no size.
 * @param {string} home
 */
function fontConfiguration(home) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/**
 * @param {NodeJS.ProcessEnv} [env] the environment to look in
 * @returns {Promise<FoundBrowser>}
 * @throws {Error} with REMEDY, or naming CHROME_PATH when it leads nowhere
 */
export async function findBrowser(env = process.env) {
  const given = env['CHROME_PATH'];
  if (given) {
    if (isExecutable(given)) return { executablePath: given };
    throw new Error(`CHROME_PATH is ${given}, but there is no program: correct it or unset it.`);
  }
  const found = onPath(env['PATH'] ?? '');
  if (found) return { executablePath: found };
  const browser = await carried();
  if (browser) return browser;
  throw new Error(REMEDY);
}
