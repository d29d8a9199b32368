import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folder of the real sample data, which is not part of the project: tests that need it skip by name. */
export const dataFolder = resolve(
  process.env['PATCHFERRY_DATA'] ?? join(import.meta.dirname, '../../../shared/data'),
);

export function hasData(...parts: string[]): boolean {
  return existsSync(join(dataFolder, ...parts));
}
