import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/index.ts';
import type { InventoryReading } from '../../src/domain/index.ts';
import { kbsOf, readingOf } from '../support/read-inventory.ts';

const cases = readdirSync(import.meta.dirname).filter((name) => /^(?:reported|report)-/.test(name));

/** What a file says besides facts; each case names only what its format has. */
function summary(reading: InventoryReading): Record<string, unknown> {
  const { os, hotfixes, reported, records = [] } = reading;
  return {
    format: reading.format,
    machineName: reading.machineName,
    stem: reading.stem,
    collectedAt: reading.collectedAt,
    marks: reading.marks,
    report: reading.report,
    version: os && valueOf(os.version),
    hotfixes: hotfixes && kbsOf(reading),
    reporter: reported?.reporter,
    tool: reported?.tool,
    scannedAt: reported?.scannedAt,
    catalogDate: reported?.catalogDate,
    entries: reported?.entries.map((entry) => [
      entry.updateId,
      entry.revision,
      entry.kbs,
      entry.bulletin,
      entry.state,
      entry.line,
    ]),
    records: records.map(({ group, content, line, values }) => [group, content ?? null, line, values]),
    facts: reading.facts?.facts.map(({ subject, state, value, reason, line }) => {
      return { subject, state, ...(value !== undefined && { value }), ...(reason && { reason }), line };
    }),
    warnings: reading.warnings.map((warning) => warning.code),
  };
}

describe('inventory files made by hand that bring verdicts and records', () => {
  it.each(cases)('%s', async (name) => {
    const folder = join(import.meta.dirname, name);
    const files = readdirSync(folder).filter((file) => file !== 'expected.json' && file !== 'why.md');
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
    const [file = ''] = files;
    const found = summary(await readingOf(readFileSync(join(folder, file)), file));
    expect(files).toHaveLength(1);
    expect(found).toMatchObject(expected);
  });
});
