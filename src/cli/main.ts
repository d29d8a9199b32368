import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { formatsOf } from './composition.ts';
import { diffCommand } from './diff-command.ts';
import { exitCodes, UsageError } from './exit-codes.ts';
import { explainCommand } from './explain-command.ts';
import { help } from './help.ts';
import { serveReading } from './reading-thread.ts';
import { scanCommand } from './scan-command.ts';
import type { Surroundings } from './surroundings.ts';
import { terminalOn } from './terminal.ts';

serveReading(formatsOf);

/** npm changes the folder to that of package.json and says where the user was in INIT_CWD. */
function whereUserStands(): string {
  const { INIT_CWD: from, npm_lifecycle_event: script } = process.env;
  return script === 'cli' && from !== undefined && from !== '' ? from : process.cwd();
}

function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function run(given: Arguments, root: string, surroundings: Surroundings): Promise<number> {
  switch (given.command) {
    case 'help':
      process.stdout.write(help);
      return exitCodes.done;
    case 'version':
      process.stdout.write(`patchferry ${versionOf(root)}\n`);
      return exitCodes.done;
    case 'scan':
      return scanCommand(given, surroundings);
    case 'explain':
      return explainCommand(given, surroundings);
    case 'catalog-diff':
      return diffCommand(given, surroundings);
  }
}

/**
 * The command line. Sets the exit code; never throws.
 * @param words after the program's name
 * @param root folder of package.json
 * @param built folder of the build that runs
 */
export async function main(words: readonly string[], root: string, built: string): Promise<void> {
  const terminal = terminalOn(process.stderr);
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.done);
  });
  try {
    process.exitCode = await run(parseArguments(words), root, { from: whereUserStands(), built, terminal });
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.say(error.message);
      process.exitCode = exitCodes.usage;
    } else {
      terminal.say(`An error of the program itself: ${error instanceof Error ? error.stack : String(error)}`);
      process.exitCode = exitCodes.internal;
    }
  }
}
