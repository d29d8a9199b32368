import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { projectFiles, projectRoot } from '../../support/project-files.ts';

const written = projectFiles().filter(
  (path) => /\.(ts|js|svelte|css|html)$/.test(path) && !path.startsWith('test/golden/'),
);

/** Lines of a file without blank lines and comment lines, as the linter's ceiling counts them. */
const lines = (path: string) =>
  readFileSync(join(projectRoot, path), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;

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
