import type { StorageState } from '../../tasks/engine.ts';
import type { Words } from '../words/index.ts';

export interface StorageLight {
  readonly level: 'good' | 'care' | 'bad';
  readonly word: string;
  readonly text: string;
}

const week = 7 * 24 * 3_600_000;

/** Green: saved and exported, or nothing there to save. Amber: only in this browser, or an old export. Red: not saving, with the reason. */
export function storageLight(storage: StorageState, words: Words, now: number): StorageLight {
  const w = words.frame.storage;
  // Before the failure: that one says only what the browser called it.
  if (storage.mode === 'memory') return { level: 'bad', word: w.memory, text: w.memoryText };
  if (storage.failure !== null) {
    return { level: 'bad', word: w.failed, text: w.failedText(storage.failure) };
  }
  if (storage.clearedByBrowser) return { level: 'bad', word: w.cleared, text: w.clearedText };
  const exported = storage.lastExportAt;
  if (exported !== null && storage.changesSinceExport === 0 && now - exported < week) {
    return { level: 'good', word: w.saved, text: w.savedText(words.format.span(now - exported)) };
  }
  if (storage.changesSinceExport === 0) {
    return exported === null
      ? { level: 'good', word: w.empty, text: w.emptyText }
      : { level: 'care', word: w.oldExport, text: w.oldExportText(words.format.span(now - exported)) };
  }
  return { level: 'care', word: w.browserOnly, text: w.browserOnlyText(storage.changesSinceExport) };
}
