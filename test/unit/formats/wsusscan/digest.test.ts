import { expect, it } from 'vitest';
import { base64Bytes, digestHex } from '../../../../src/formats/wsusscan/digest.ts';
import { seeded, whole } from '../../../support/seeded.ts';

it('digests are what Node makes of them', () => {
  const random = seeded(1);
  for (const length of [20, 32, 1, 3]) {
    for (let i = 0; i < 200; i += 1) {
      const bytes = Uint8Array.from({ length }, () => whole(random, 256));
      const text = Buffer.from(bytes).toString('base64');
      expect(base64Bytes(` ${text}\n`, length)).toEqual(bytes);
      expect(digestHex(text, length)).toBe(Buffer.from(bytes).toString('hex'));
    }
  }
});

it.each([
  '',
  'sPK8zxDbanJ9xR1AYriCNKW5YWQ',
  'sPK8zxDbanJ9xR1AYriCNKW5YW==',
  'sPK8zxDbanJ9xR1AYriCNKW5Y-Q=',
  'sPK8zxDbanJ9xR1AYriCNKW5YéQ=',
  'AAAA',
])('%j is no SHA-1', (text) => {
  expect(digestHex(text, 20)).toBeNull();
});
