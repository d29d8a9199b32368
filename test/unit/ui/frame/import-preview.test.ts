import { expect, it } from 'vitest';
import type { Identified } from '../../../../src/tasks/engine.ts';
import { previewRows, previewSummary } from '../../../../src/ui/frame/import-preview.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

const words = wordsOf('en');
const file = (name: string, more: Partial<Identified>): Identified => ({
  name,
  bytes: 1,
  kind: 'inventory',
  format: '',
  fate: 'import',
  ...more,
});
const identified = [
  file('a.txt', {}),
  file('b.cab', { kind: 'ignored', fate: 'ignored', reason: 'container' }),
  file('c.txt', { fate: 'present' }),
  file('d.xml', {
    kind: 'unknown',
    fate: 'rejected',
    error: { code: 'file-empty', file: 'd.xml', place: '', details: {} },
  }),
  file('e.patchferry', { kind: 'workspace', fate: 'ignored', reason: 'workspace-file' }),
];

it('what a person should look at comes first, each with its reason in words', () => {
  expect(previewRows(identified, words).map(({ name, fate }) => [name, fate])).toEqual([
    ['d.xml', 'Cannot be used: The file is empty.'],
    ['b.cab', 'Is ignored: A cabinet: an update file or a container, no inventory.'],
    ['e.patchferry', 'Replaces everything: you are asked before'],
    ['c.txt', 'Already present, same content'],
    ['a.txt', 'Is read whole, and imported if it is sound'],
  ]);
});

it('counts every fate that some file has', () => {
  expect(previewSummary(identified, words)).toBe(
    '1 to import, 1 already present, 2 to be ignored, 1 cannot be used',
  );
});
