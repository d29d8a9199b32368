import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Wine's own programs run here: there is a `wine`. */
export const hasWine = spawnSync('wine', ['--version'], { stdio: 'ignore' }).status === 0;

/** A folder with a Wine of its own, and how a script is run in it. */
export interface WineFolder {
  /** Runs `script` under cscript (JScript) and returns the lines it printed. */
  run(script: string): readonly string[];
  remove(): void;
}

export function createWineFolder(): WineFolder {
  const folder = mkdtempSync(join(tmpdir(), 'patchferry-wine-'));
  const env = {
    ...process.env,
    WINEPREFIX: join(folder, 'prefix'),
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  };
  return {
    run(script) {
      const file = join(folder, 'script.js');
      writeFileSync(file, script, 'latin1');
      const printed = execFileSync('wine', ['cscript.exe', '//nologo', `Z:${file.replaceAll('/', '\\')}`], {
        env,
        encoding: 'latin1',
        timeout: 120_000,
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 64 * 1024 * 1024,
      });
      return printed.split(/\r?\n/);
    },
    remove() {
      spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
