import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..', '..');

/** What tools make, and what is not ours. */
const skipped = new Set(['node_modules', 'dist', 'build', 'release', 'coverage', '.git']);

/** Paths of all files of the project, relative to its root. */
export function projectFiles(below = ''): string[] {
  return readdirSync(join(projectRoot, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return projectFiles(path);
    return entry.isFile() ? [path] : [];
  });
}
