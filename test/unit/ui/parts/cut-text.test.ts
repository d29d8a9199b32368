import { expect, it } from 'vitest';
import { cutEnd } from '../../../../src/ui/parts/cut-text.ts';

it.each([
  ['Windows 10 Version 1809 and 1 more: Security Update, 2026-Feb', ', 2026-Feb'],
  ['2026-07 Cumulative Update for Windows 10 (KB5012345)', ' (KB5012345)'],
  ['A title without an end of its own', ''],
  ['Short, but with an end that is longer than all that may stay', ''],
])('%s keeps its end', (text, tail) => {
  const parts = cutEnd(text);
  expect(parts.tail).toBe(tail);
  expect(parts.head + parts.tail).toBe(text);
});
