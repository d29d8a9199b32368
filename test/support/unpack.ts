import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A new empty folder, removed by the caller's `remove`. */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'patchferry-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Writes files (path -> bytes) below a folder. */
export function layOut(files: ReadonlyMap<string, Uint8Array>, folder: string): void {
  for (const [path, bytes] of files) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** True if `name` can be started here; tests that need an outside judge are skipped by name without it. */
export function hasTool(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

export async function unzipTo(zip: Blob, folder: string): Promise<void> {
  const archive = join(folder, 'bundle.zip');
  writeFileSync(archive, new Uint8Array(await zip.arrayBuffer()));
  execFileSync('unzip', ['-q', archive, '-d', folder]);
  rmSync(archive);
}

/** Exit code and messages of `sha256sum -c` over one list. */
export function sha256sumCheck(list: string, folder: string): { status: number | null; text: string } {
  const run = spawnSync('sha256sum', ['--quiet', '--strict', '-c', list], { cwd: folder, encoding: 'utf8' });
  return { status: run.status, text: run.stdout + run.stderr };
}
