import { expect, it } from 'vitest';

it('browser tests run in a secure context with what the application is built on', () => {
  expect(isSecureContext).toBe(true);
  for (const name of ['indexedDB', 'crypto', 'Worker', 'CompressionStream', 'WebAssembly'])
    expect(window, name).toHaveProperty(name);
});
