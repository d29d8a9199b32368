import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCatalog } from '../../support/mu-catalog/index.ts';

/** Value of `--name=value`, empty for the bare `--name`; null where it is not given. */
export function option(options: readonly string[], name: string): string | null {
  const found = options.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return found === undefined ? null : found.slice(name.length + 3);
}

/**
 * The catalog to measure: a hundredth of the real size, `--size=0.1` of it, all of it with `--full`, or a
 * file that is there (`--file=PATH`, see test/support/mu-catalog/make.js).
 */
export async function withCatalog<T>(
  options: readonly string[],
  work: (path: string) => Promise<T>,
): Promise<T> {
  const given = option(options, 'file');
  if (given !== null) return work(given);
  const size = option(options, 'full') === null ? Number(option(options, 'size') ?? '0.01') : 1;
  const folder = mkdtempSync(join(tmpdir(), 'patchferry-bench-'));
  try {
    const path = join(folder, 'wsusscn2.cab');
    writeCatalog(path, { size });
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
