import type { JournalAct, JournalEntry, Settings } from '../../src/domain/index.ts';
import type { BundleReceipt, DeclarationPreview, WorkspaceSummary } from '../../src/tasks/engine.ts';
import { fakeNow, sha } from './fake-data.ts';

export const usualSettings: Settings = {
  operator: 'M. Keller',
  site: 'Werk Nord, Leitstand 2',
  marking: '',
  language: 'en',
  theme: 'system',
  singleKeys: true,
  track: 'rollup',
};

export const noReceipt: BundleReceipt = {
  bundleId: '',
  files: 0,
  bytes: 0,
  manifestSha256: '',
  missing: [],
  unmatched: [],
  tooLargeForFat32: [],
  recorded: true,
  folder: '',
};

export const someWorkspace: WorkspaceSummary = {
  writtenAt: fakeNow - 3 * 86_400_000,
  site: 'Werk Nord',
  practice: false,
  machines: 12,
  catalogs: 4,
  decisions: 9,
  entries: 120,
};

/** A declaration that would settle a few states. */
export const noPreview: DeclarationPreview = {
  settled: 3,
  becoming: { Required: 0, Installed: 0, NotRequired: 3 },
  unsettled: 0,
  machines: 2,
};

/** An entry of an invented journal, a minute after the one before it. */
export function fakeEntry(index: number, act: JournalAct, file: string, by: string): JournalEntry {
  const at = fakeNow - (60 - index) * 60_000;
  const fileSha256 = file ? sha(index) : '';
  return { index, at, by, act, file, fileSha256, details: {}, hash: sha(index * 31) };
}
