import type { InventoryReading, ReadingWarning, ReportedState, ReportedStates } from '../../domain/index.ts';
import { formatError } from '../format-error.ts';
import { escapeUnstorable } from './decode/index.ts';
import { maxReportedStates, maxReportedText } from './limits.ts';
import { makeReading } from './reading.ts';
import type { ReadFile, WrittenName } from './reading.ts';

/** A reading that brings verdicts of another tool and nothing that could decide a state of our own. */
export function reportedReading(
  source: ReadFile,
  format: string,
  name: WrittenName | null,
  reported: ReportedStates,
  warnings: readonly ReadingWarning[] = [],
): InventoryReading {
  const reading = makeReading(source, format, name, { os: null, hotfixes: null }, warnings);
  return { ...reading, collectedAt: reported.scannedAt, reported };
}

/** Throws `FormatError` `limit-exceeded` for a list that no machine has. */
export function requireFewVerdicts(entries: readonly ReportedState[], file: string): void {
  if (entries.length <= maxReportedStates) return;
  throw formatError('limit-exceeded', file, '', { limit: 'verdicts', maximum: maxReportedStates });
}

/** A title or a word of the tool: without blanks at its ends, at most 500 characters. */
export function reportedText(written: string): string {
  return escapeUnstorable(written.trim().slice(0, maxReportedText));
}
