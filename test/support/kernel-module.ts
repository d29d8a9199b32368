import asc from 'assemblyscript/asc';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * The scan kernel compiled from its source: tests do not depend on an earlier build. Compiling takes
 * seconds, so the bytes are kept under the hash of the sources.
 */
export async function kernelModule(): Promise<WebAssembly.Module> {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'assembly')).sort();
  for (const source of sources) hash.update(readFileSync(join(root, 'assembly', source)));
  const folder = join(root, 'node_modules/.cache/patchferry');
  const file = join(folder, `kernel-${hash.digest('hex').slice(0, 16)}.wasm`);
  if (!existsSync(file)) {
    const bytes = await compile();
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${String(process.pid)}`;
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  }
  return WebAssembly.compile(readFileSync(file));
}

async function compile(): Promise<Uint8Array> {
  let bytes: Uint8Array | null = null;
  const options = ['--config', 'asconfig.json', '--target', 'release', '--outFile', 'kernel.wasm'];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', join(root, 'assembly'), ...options], {
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== 'string') bytes = contents;
    },
  });
  if (error !== null || bytes === null) throw new Error(`asc: ${String(error)} ${stderr.toString()}`);
  return bytes;
}
