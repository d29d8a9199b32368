import type { Settings } from '../../src/domain/index.ts';
import type { BundleReceipt, DeclarationPreview, WorkspaceSummary } from '../../src/tasks/engine.ts';
import { fakeNow } from './fake-data.ts';

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
