import { describe, expect, it } from 'vitest';
import { compareGrades, evidenceGrades, realUuid } from '../../../src/domain/index.ts';

describe('marks of a machine', () => {
  it('takes a UUID in any spelling, and none that its maker left empty (inventory-sources, 13.2)', () => {
    expect(realUuid(' {4C4C4544-0042-3510-8054-B7C04F4A4E31} ')).toBe('4c4c4544-0042-3510-8054-b7c04f4a4e31');
    expect(realUuid('00000000-0000-0000-0000-000000000000')).toBeNull();
    expect(realUuid('FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF')).toBeNull();
    expect(realUuid('To be filled by O.E.M.')).toBeNull();
  });
});

describe('grades of evidence', () => {
  it('are in order of strength', () => {
    expect([...evidenceGrades].reverse().sort(compareGrades)).toEqual(['A', 'B', 'C', 'D']);
    expect(compareGrades('A', 'C')).toBeLessThan(0);
  });
});
