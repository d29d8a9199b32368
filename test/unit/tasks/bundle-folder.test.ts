import { expect, it } from 'vitest';
import { bundleFolder } from '../../../src/tasks/bundle-folder.ts';

it.each([
  ['north-2026-11', 'north-2026-11'],
  ['bad name/ü', 'bad-name-u'],
  ['  Werk Süd  ', 'Werk-Sud'],
  ['???', null],
  ['', null],
  ['CON', null],
])('%j is written as %j', (typed, folder) => expect(bundleFolder(typed)).toBe(folder));
