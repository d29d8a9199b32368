import { describe, expect, it } from 'vitest';
import { formatsWithoutSample } from '../../../../src/domain/index.ts';
import type { FileOutcome } from '../../../../src/tasks/engine.ts';
import { inventoryFormats } from '../../../../src/formats/index.ts';
import { outcomeText } from '../../../../src/ui/views/import-rows.ts';
import { wordsOf } from '../../../../src/ui/words/index.ts';

describe('formats without a real sample', () => {
  it('are those that say so themselves', () => {
    const marked = inventoryFormats.filter(({ sample }) => sample === 'none').map(({ id }) => id);
    expect([...formatsWithoutSample].sort()).toEqual([...marked].sort());
  });

  it.each(['en', 'de'] as const)('are labelled in the import report (%s)', (language) => {
    const imported = (format: string): FileOutcome => ({
      file: 'a',
      outcome: 'imported',
      kind: 'inventory',
      format,
      subject: 'PC1',
      detail: {},
    });
    const words = wordsOf(language);
    expect(outcomeText(imported('dism-packages'), words).reason).toBe(words.importing.withoutSample);
    expect(outcomeText(imported('systeminfo'), words).reason).toBe('');
  });
});
