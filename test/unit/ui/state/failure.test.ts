import { expect, it } from 'vitest';
import { rejectionOf } from '../../../../src/ui/state/failure.ts';

it('an error that carries a rejection is that rejection', () => {
  const rejection = { code: 'worker-stopped', file: '', place: '', details: {} } as const;
  expect(rejectionOf(Object.assign(new Error('x'), { rejection }))).toBe(rejection);
});

it.each([
  [new Error('boom'), 'boom'],
  [Object.assign(new Error('gone'), { rejection: null }), 'gone'],
  ['text', 'text'],
  [undefined, 'undefined'],
])('anything else is a fault of the program, with its message kept for the details', (cause, message) => {
  expect(rejectionOf(cause)).toEqual({ code: 'internal', file: '', place: '', details: { message } });
});
