import { expect, it } from 'vitest';
import { warningSentence } from '../../../src/cli/warning-words.ts';
import { catalogWarningCodes, readingWarningCodes } from '../../../src/domain/index.ts';
import { inputWarningCodes } from '../../../src/formats/scan-json/index.ts';

const codes = [...catalogWarningCodes, ...readingWarningCodes, ...inputWarningCodes];

it.each(codes)('%s is a sentence that names its file', (code) => {
  const details = { machines: 'A, B', count: 2, name: 'x', line: 3, edition: 'e', read: 1, declared: 2 };
  const said = warningSentence({ code, file: 'a.txt', details } as Parameters<typeof warningSentence>[0]);
  expect(said).toMatch(/^a\.txt: (?:[A-Z]|").* [a-zA-Z0-9().,"“”]+\.$/);
  expect(said.length).toBeGreaterThan(25);
});

it('copies of one image are told by their first names', () => {
  const machines = Array.from({ length: 40 }, (_, at) => `PC${at}`).join(', ');
  const said = warningSentence({ code: 'may-be-renamed', file: 'a', details: { machines, count: 40 } });
  expect(said).toContain('PC0, PC1, PC2, PC3, PC4 and 35 more share');
});
