import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collidingNames, refuseName, safeNames } from '../../src/formats/bundle/index.ts';

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 130 }),
  fc.string({ unit: fc.constantFrom('a', 'A', 'ä', '.', ' ', '-', '~', '2', 'CON', 'nul', '.msu', '%') }),
);
const acceptable = fc
  .array(wild, { maxLength: 8 })
  .map((names) => names.filter((name) => refuseName(name) === null))
  .filter((names) => collidingNames(names) === null);

it('mapped names are short, ASCII, not reserved, and different even without regard to case', () => {
  fc.assert(
    fc.property(acceptable, (originals) => {
      const names = safeNames(originals);
      expect(names).toHaveLength(originals.length);
      for (const name of names) {
        // The same rule once more, in the words of the page: ASCII, no < > : " | ? * / \ %, at most 100.
        expect(name).toMatch(/^[A-Za-z0-9_+()=@,~][A-Za-z0-9._+()=@,~ -]{0,99}$/);
        expect(name).not.toMatch(/[. ]$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
      }
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      expect(safeNames(originals)).toEqual(names);
    }),
    { numRuns: 1000 },
  );
});
