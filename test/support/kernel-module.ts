import asc from 'assemblyscript/asc';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A change to one source file of a module, made when it is compiled: a fault on purpose. */
export interface PlantedFault {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The scan kernel. */
export function kernelModule(fault?: PlantedFault): Promise<WebAssembly.Module> {
  return compiled('assembly', fault);
}

/** The LZX decoder. */
export function lzxModule(fault?: PlantedFault): Promise<WebAssembly.Module> {
  return compiled('assembly/lzx', fault);
}

/**
 * A module compiled from its source: tests do not depend on an earlier build. Compiling takes seconds,
 * so the bytes are kept under the hash of the sources.
 */
async function compiled(folder: string, fault?: PlantedFault): Promise<WebAssembly.Module> {
  const assembly = join(root, folder);
  const sources = new Map(
    readdirSync(assembly, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()
      .map((name) => [name, readFileSync(join(assembly, name), 'utf8')]),
  );
  if (fault !== undefined) {
    const source = sources.get(fault.file) ?? '';
    if (source.split(fault.from).length !== 2) throw new Error(`${fault.file} has not once: ${fault.from}`);
    sources.set(fault.file, source.replace(fault.from, fault.to));
  }
  const hash = createHash('sha256').update(JSON.stringify([...sources]));
  const cache = join(root, 'node_modules/.cache/patchferry');
  const file = join(cache, `kernel-${hash.digest('hex').slice(0, 16)}.wasm`);
  if (!existsSync(file)) {
    const bytes = await compile(assembly, sources);
    mkdirSync(cache, { recursive: true });
    const draft = `${file}.${String(process.pid)}`;
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  }
  return WebAssembly.compile(readFileSync(file));
}

async function compile(assembly: string, sources: ReadonlyMap<string, string>): Promise<Uint8Array> {
  let bytes: Uint8Array | null = null;
  const options = ['--config', 'asconfig.json', '--target', 'release', '--outFile', 'kernel.wasm'];
  const { error, stderr } = await asc.main(['index.ts', '--baseDir', assembly, ...options], {
    readFile: (name: string) => sources.get(name) ?? null,
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== 'string') bytes = contents;
    },
  });
  if (error !== null || bytes === null) throw new Error(`asc: ${String(error)} ${stderr.toString()}`);
  return bytes;
}
