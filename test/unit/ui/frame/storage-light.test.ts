import { expect, it } from 'vitest';
import type { StorageState } from '../../../../src/tasks/engine.ts';
import { storageLight } from '../../../../src/ui/frame/storage-light.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

const now = Date.UTC(2026, 10, 21);
const hour = 3_600_000;
const saved: StorageState = {
  mode: 'browser',
  persisted: true,
  usedBytes: 1,
  quotaBytes: 2,
  lastExportAt: now - 2 * hour,
  changesSinceExport: 0,
  clearedByBrowser: false,
  failure: null,
};
const light = (changes: Partial<StorageState>) => storageLight({ ...saved, ...changes }, wordsOf('en'), now);

it('green: saved, exported, nothing since', () => {
  expect(light({})).toMatchObject({ level: 'good' });
  expect(light({}).text).toContain('2 hours ago');
});

it('amber: changes since the export, an old export, or none', () => {
  expect(light({ changesSinceExport: 3 })).toMatchObject({ level: 'care' });
  expect(light({ lastExportAt: now - 8 * 24 * hour })).toMatchObject({ level: 'care' });
  expect(light({ lastExportAt: null, changesSinceExport: 3 }).text).toContain('3 changes');
});

it('an empty workspace is no warning, and an old export without changes is not called unsaved', () => {
  expect(light({ lastExportAt: null, changesSinceExport: 0 })).toMatchObject({
    level: 'good',
    word: 'Nothing to export',
  });
  const old = light({ lastExportAt: now - 8 * 24 * hour });
  expect(old.text).toBe('Nothing changed since the last export, but that file is 8 days old.');
});

it('STO01 STO06 STO07 three different red texts, each true', () => {
  const texts = [
    light({ failure: 'disk full' }),
    light({ clearedByBrowser: true }),
    light({ mode: 'memory' }),
  ];
  for (const each of texts) expect(each.level).toBe('bad');
  expect(new Set(texts.map((t) => t.text)).size).toBe(3);
  expect(texts[0]?.text).toContain('disk full');
  expect(texts[1]?.text).toContain('Restore');
  expect(texts[2]?.text).toContain('export');
});
