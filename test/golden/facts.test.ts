import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { valueOf } from '../../src/domain/index.ts';
import type { InventoryReading } from '../../src/domain/index.ts';
import { factKinds } from '../../src/formats/index.ts';
import { fitsFactsSchema } from '../support/facts-schema.ts';
import { readingOf } from '../support/read-inventory.ts';

const prefix = 'facts-';
const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.startsWith(prefix))
  .map((entry) => entry.name);
const file = 'GOLD.facts.json';

/** What a reading says, without the file's name on each fact. */
function summary({ machineName, collectedAt, os, facts, warnings }: InventoryReading) {
  const known = os && Object.fromEntries(Object.entries(os).map(([name, fact]) => [name, valueOf(fact)]));
  return {
    machineName,
    collectedAt,
    os: known,
    facts: facts?.facts.map(({ file: _file, ...fact }) => fact),
    complete: facts?.complete,
    warnings,
  };
}

describe('facts files made by hand, one a kind', () => {
  it('there is one for every kind', () => {
    expect(folders.map((name) => name.slice(prefix.length)).sort()).toEqual([...factKinds].sort());
  });

  it.each(folders)('%s', async (folder) => {
    const content = readFileSync(join(import.meta.dirname, folder, file), 'utf8');
    const expected = JSON.parse(readFileSync(join(import.meta.dirname, folder, 'expected.json'), 'utf8'));
    expect(JSON.parse(JSON.stringify(summary(await readingOf(content, file))))).toEqual(expected);
    expect(fitsFactsSchema(JSON.parse(content))).toBe(true);
  });
});
