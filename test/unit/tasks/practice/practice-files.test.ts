import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { msrcFormat } from '../../../../src/formats/index.ts';
import { practiceFiles } from '../../../../src/tasks/practice/index.ts';

const sums = async (): Promise<string[]> =>
  Promise.all(
    practiceFiles().map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return `${file.name} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );

describe('the practice site', () => {
  it('is always the same', async () => {
    expect(await sums()).toEqual(await sums());
    const names = practiceFiles().map((file) => file.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('stays below 300 KB', () => {
    expect(practiceFiles().reduce((sum, file) => sum + file.size, 0)).toBeLessThan(300_000);
  });

  it('says practice in every file name', () => {
    for (const file of practiceFiles()) expect(file.name).toMatch(/^practice-/);
  });

  it('has four documents that the catalog reader takes without a warning', async () => {
    const documents = practiceFiles().filter((file) => file.name.endsWith('.xml'));
    expect(documents).toHaveLength(4);
    for (const document of documents) {
      const read = await msrcFormat.read(document, {});
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      expect(read.value.warnings).toEqual([]);
      expect(read.value.id).toMatch(/^2026-(?:Aug|Sep|Oct|Nov)-Practice$/);
      expect(read.value.title).toMatch(/^Practice: /);
      expect(read.value.clickToRun).toHaveLength(/Oct|Nov/.test(read.value.id) ? 1 : 0);
      for (const { cve, title } of read.value.vulnerabilities) {
        expect(cve).toMatch(/^CVE-2099-/);
        expect(title).toMatch(/^Practice: /);
      }
      // Invented numbers lie far above every real KB.
      for (const { kb } of read.value.remediations) expect(kb).toBeGreaterThan(9_600_000);
    }
  });

  it('has one exploited weakness and one known issue, both in October', async () => {
    const october = practiceFiles().find((file) => file.name.includes('Oct'));
    const read = october ? await msrcFormat.read(october, {}) : null;
    if (!read?.ok) throw new Error('October is missing');
    expect(read.value.vulnerabilities.filter((one) => one.exploited).map((one) => one.cve)).toEqual([
      'CVE-2099-10201',
    ]);
    expect(read.value.knownIssues).toEqual([
      { kb: 9_650_031, text: '', url: 'https://practice.invalid/known-issue' },
    ]);
  });
});
