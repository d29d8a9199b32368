import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/index.ts';
import type { InventoryReading } from '../../src/domain/index.ts';
import { kbsOf, readingOf } from '../support/read-inventory.ts';

const cases = readdirSync(import.meta.dirname).filter((name) => name.startsWith('inventory-'));

/** The parts of a reading that a case states; each case names only what its format has. */
function summary(reading: InventoryReading): Record<string, unknown> {
  const { os, hotfixes } = reading;
  const entries = hotfixes?.entries ?? [];
  return {
    format: reading.format,
    machineName: reading.machineName,
    stem: reading.stem,
    version: os && valueOf(os.version),
    name: os && valueOf(os.name),
    servicePack: os && valueOf(os.servicePack),
    architecture: os && valueOf(os.architecture),
    role: os && valueOf(os.role),
    completeness: hotfixes?.completeness,
    kbs: kbsOf(reading),
    lines: entries.map((entry) => entry.line),
    dates: entries.map((entry) => entry.installedOn),
    warnings: reading.warnings.map((warning) => warning.code),
  };
}

describe('inventory files made by hand', () => {
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
