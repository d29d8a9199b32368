import type { Settings } from '../../src/domain/index.ts';
import type { BundleReceipt } from '../../src/tasks/engine.ts';

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
