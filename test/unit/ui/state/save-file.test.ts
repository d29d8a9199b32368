import { expect, it } from 'vitest';
import { fileWord } from '../../../../src/ui/state/save-file.ts';

it.each([
  ['Werk Nord, Leitstand 2', 'Werk-Nord-Leitstand-2'],
  ['Werk Süd', 'Werk-Sud'],
  ['', 'workspace'],
  ['///', 'workspace'],
])('the site %j is %j in a file name', (site, word) => expect(fileWord(site, 'workspace')).toBe(word));
