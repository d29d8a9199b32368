import { expect, it } from 'vitest';
import { fitsZip, tooLargeForFat32, writeReadme } from '../../../../src/formats/bundle/index.ts';

it('PKG08 a file of 4 GiB is too large for FAT32, one byte less is not', () => {
  const files = [
    { name: 'fits', bytes: 4_294_967_295 },
    { name: 'too large', bytes: 4_294_967_296 },
  ];
  expect(tooLargeForFat32(files).map((file) => file.name)).toEqual(['too large']);
});

it('PKG08 a bundle with such a file says so in README.txt', () => {
  const facts = {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'North',
    created: '2099-01-21T01:20:30Z',
    software: 'Patchferry',
    marking: '',
    practice: false,
    updates: 1,
    missing: [],
    payloadFiles: 4,
  };
  expect(writeReadme({ ...facts, tooLargeForFat32: true })).toContain('exFAT or NTFS');
  expect(writeReadme({ ...facts, tooLargeForFat32: false })).not.toContain('exFAT');
});

it('a ZIP holds what stays below 4 GiB and 65,535 entries', () => {
  expect(fitsZip([3_591_245_399])).toBe(true);
  expect(fitsZip([3_591_245_399, 800_000_000])).toBe(false);
  expect(fitsZip(new Array<number>(65_500).fill(1))).toBe(false);
});
