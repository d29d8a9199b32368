import { expect, it } from 'vitest';

import { contentSecurityPolicy } from '../../../src/hosting/headers.js';

/** Directive name -> its sources. */
const directives = (policy: string) =>
  new Map(policy.split('; ').map((line) => [line.split(' ')[0], line.split(' ').slice(1)]));

it('the policy names every kind of source and opens nothing beyond this origin', () => {
  const allowed = directives(contentSecurityPolicy());
  expect(allowed.get('default-src')).toEqual(["'none'"]);
  expect(allowed.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(allowed.get('connect-src')).toEqual(["'self'"]);
  expect(allowed.get('require-trusted-types-for')).toEqual(["'script'"]);
  expect(allowed.get('frame-ancestors')).toEqual(["'none'"]);
  // Own fonts are files: without this line text falls back to the system's.
  expect(allowed.get('font-src')).toEqual(["'self'"]);
  expect(contentSecurityPolicy()).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});

it('only the development server lets marked style elements in', () => {
  expect(contentSecurityPolicy()).not.toContain('nonce');
  expect(directives(contentSecurityPolicy({ styleNonce: 'abc' })).get('style-src')).toEqual([
    "'self'",
    "'nonce-abc'",
  ]);
});
