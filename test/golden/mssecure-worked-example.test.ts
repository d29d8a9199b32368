import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compiled, machineOfFacts, outcomes } from '../support/mssecure-scan.ts';
import { workedExample } from '../support/read-mssecure.ts';

const folder = join(import.meta.dirname, 'mssecure-worked-example');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const expected = JSON.parse(read('expected.json'));

describe('the worked example of MSSecure (section 8)', () => {
  it.each(['plain', 'checksums'])('%s', async (profile) => {
    const rules = await compiled(workedExample, { checksums: profile === 'checksums' });
    const found: Record<string, Record<string, unknown>> = {};
    for (const machine of ['A', 'B', 'C', 'D']) {
      const states = outcomes(rules, await machineOfFacts(read(`${machine}.facts.json`)));
      found[machine] = Object.fromEntries(
        [...states].map(([update, { outcome, own }]) => {
          const { state, original, reason, byUpdate } = outcome;
          return [update, { state, original, reason, ...(byUpdate && { byUpdate, own }) }];
        }),
      );
    }
    expect(found).toEqual(expected[profile]);
  });
});
