import { spawnSync } from 'node:child_process';

/** Runs an outside tool; its whole output and exit code, whatever they are. */
export function command(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): { code: number; output: string } {
  const run = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (run.error) throw run.error;
  return { code: run.status ?? -1, output: run.stdout + run.stderr };
}
