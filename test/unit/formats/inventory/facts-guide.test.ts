import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { osFactNames } from '../../../../src/domain/index.ts';
import { factKinds } from '../../../../src/formats/index.ts';
import { plainDomains } from '../../../../src/formats/inventory/facts/domains.ts';
import { fitsFactsSchema } from '../../../support/facts-schema.ts';
import { readingOf } from '../../../support/read-inventory.ts';

const guide = readFileSync(new URL('../../../../docs/guide/facts-file.md', import.meta.url), 'utf8');

describe('the page about facts files', () => {
  it('names every kind, fact and domain', () => {
    for (const name of [...factKinds, ...osFactNames, ...plainDomains])
      expect(guide).toContain(`\`${name}\``);
  });

  it('has an example that is read without a warning and fits the schema', async () => {
    const example = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const reading = await readingOf(example, 'PC1.facts.json');
    expect(reading.warnings).toEqual([]);
    expect(reading.facts?.complete).toEqual(['msi', 'registry:native:software\\acme']);
    expect(fitsFactsSchema(JSON.parse(example))).toBe(true);
  });

  it('gives domains that the reader knows', async () => {
    const section = guide.slice(guide.indexOf('## Domains'), guide.indexOf('## Several'));
    const complete = [...section.matchAll(/`([a-z_]+(?::[^`]+)?)`/g)]
      .map(([, name]) => name)
      .filter((name) => name !== 'complete');
    const text = JSON.stringify({
      format: 'patchferry-facts/1',
      machine: { name: 'PC1' },
      complete,
      facts: [],
    });
    const reading = await readingOf(text, 'PC1.facts.json');
    expect(reading.warnings).toEqual([]);
    expect(reading.facts?.complete).toHaveLength(complete.length);
  });
});
