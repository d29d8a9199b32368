// Starts the command line directly after `npm ci`. Plain JavaScript, because it runs before anything is
// built. Standard output stays clean: it is for results alone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtCli } from './build.js';

const root = join(import.meta.dirname, '..', '..');

/** The folder of the build; a sentence and exit code 70 where there can be none. */
async function built() {
  try {
    return await builtCli();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `The command line could not be built: ${what}\nRun "npm ci" in ${root}, then try again.\n`,
    );
    process.exit(70);
  }
}

const folder = await built();
const { main } = await import(pathToFileURL(join(folder, 'main.js')).href);
await main(process.argv.slice(2), root, folder);
