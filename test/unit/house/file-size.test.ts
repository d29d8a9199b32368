import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { projectFiles, projectRoot } from '../../support/project-files.ts';

const written = projectFiles().filter(
  (path) => /\.(ts|js|svelte|css|html)$/.test(path) && !path.startsWith('test/golden/'),
);

/** Lines of a file; a final line break starts no further one. */
const lines = (path: string) => readFileSync(join(projectRoot, path), 'utf8').trimEnd().split('\n').length;

it('no file is longer than 300 lines: one thing each', () => {
  const long = written.map((path) => [path, lines(path)] as const).filter(([, count]) => count > 300);
  expect(long).toEqual([]);
});

it('half of the source files have at most 90 lines', () => {
  const counts = written
    .filter((path) => path.startsWith('src/'))
    .map(lines)
    .sort((a, b) => a - b);
  expect(counts.length).toBeGreaterThan(20);
  expect(counts[Math.floor(counts.length / 2)]).toBeLessThanOrEqual(90);
});
