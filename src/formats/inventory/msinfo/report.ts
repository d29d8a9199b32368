import type { InventoryReading, InventoryRecord } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { makeReading } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import { recordOf } from '../record.ts';
import type { Report, Row } from './categories.ts';
import { fileAnswers, folderAnswers } from './files.ts';
import { isUserRow, systemOf } from './system.ts';

/**
 * The reading of a report, whichever form it has. Names of users are left out (inventory-sources, 13.2).
 * Throws `FormatError`: `not-recognised` where the summary has no version.
 */
export function reportReading(report: Report, source: ReadFile, format: string): InventoryReading {
  const system = systemOf(report.summary, source);
  if (system === null) throw formatError('not-recognised', source.file);
  const { os, name } = system;
  const facts = new CollectedFacts(source.file);
  const answers = [...folderAnswers(report.summary), ...fileAnswers(report.rows)];
  for (const { line, ...answer } of answers) facts.add(answer, line);
  const reading = makeReading(source, format, name, { os, hotfixes: null }, facts.warnings());
  return {
    ...reading,
    collectedAt: report.createdAt,
    facts: { grade: 'C', facts: facts.facts(), complete: [] },
    records: recordsOf(report),
  };
}

function recordsOf({ rows, summary }: Report): readonly InventoryRecord[] {
  const ofSummary = new Set(summary);
  return rows.flatMap((row) => {
    if (ofSummary.has(row)) return isUserRow(row) ? [] : shown(row);
    const cells = row.cells.filter(([column]) => !/user/i.test(column));
    return shown({ ...row, cells });
  });
}

/** Rows of separators have no text. */
function shown({ category, cells, line }: Row): readonly InventoryRecord[] {
  return cells.every(([, value]) => value === '') ? [] : [recordOf(category, cells, line)];
}
