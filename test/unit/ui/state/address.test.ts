import { expect, it } from 'vitest';
import { changeParameters, readParameter } from '../../../../src/ui/state/address.ts';

it('values come back as they were put in, whatever they hold', () => {
  const query = changeParameters('tab=facts', { why: 'pc&01|msrc:KB5', q: 'product:"A & B" ü' });
  expect(readParameter(query, 'why')).toBe('pc&01|msrc:KB5');
  expect(readParameter(query, 'q')).toBe('product:"A & B" ü');
  expect(readParameter(query, 'tab')).toBe('facts');
});

it('an empty value takes its parameter away', () => {
  expect(changeParameters('q=a&sort=kb', { q: '' })).toBe('sort=kb');
  expect(readParameter('', 'q')).toBe('');
});
