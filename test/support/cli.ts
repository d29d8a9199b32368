import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../src/cli/launch.js', import.meta.url));

export interface CliRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a person would, in a folder; npm's own variables do not reach it. */
export function runCli(words: readonly string[], folder = process.cwd()): CliRun {
  const { INIT_CWD: _from, npm_lifecycle_event: _script, ...env } = process.env;
  const run = spawnSync(process.execPath, [launcher, ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { exit: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** The first run builds: a test that needs the command line waits for it before its own time counts. */
export const buildTimeout = 240_000;
export function buildCli(): void {
  const { exit, stderr } = runCli(['--version']);
  if (exit !== 0) throw new Error(stderr);
}
