import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOfVersions, parseVersion } from '../../../src/scan/leaves/compare.ts';
import { orderOfVersionKeys, versionKey } from '../../../src/scan/quantise/version-key.ts';

const part = fc.oneof(
  fc.integer({ min: 0, max: 3 }).map(String),
  fc.constantFrom('007', '65535', '16777215', '16777216', '4294967296', '99999999999999999999'),
);
const versions = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));

it('SCN06 version keys stand in the order of versions, parts above 2^32 included', () => {
  const sign = (order: number) => Math.sign(order);
  fc.assert(
    fc.property(versions, versions, (a, b) => {
      const [left, right] = [parseVersion(a), parseVersion(b)];
      const keys = [versionKey(a), versionKey(b)] as const;
      if (!left || !right || !keys[0] || !keys[1]) throw new Error(`${a} or ${b} is no version`);
      expect(sign(orderOfVersionKeys(keys[0], keys[1]))).toBe(sign(orderOfVersions(left, right)));
    }),
    { numRuns: 3000, seed: 6 },
  );
});

it('are there for the texts that are versions, and for no others', () => {
  for (const text of ['', '1.', '.1', '1..2', 'a', '1.2.3.4.5', ' 1', '1-2', '1.2.3.4.']) {
    expect(versionKey(text), text).toBeNull();
    expect(parseVersion(text), text).toBeNull();
  }
});
