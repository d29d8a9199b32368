import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../support/cli.ts';
import { schemaFaults } from '../support/scan-schema.ts';

interface Case {
  /** Words for the command line, run in the case's input folder; each must give the same bytes. */
  readonly runs: readonly (readonly string[])[];
  readonly exit: number;
  /** Pieces that standard error must hold. */
  readonly says: readonly string[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const cases = readdirSync(here).filter((name) => name.startsWith('cli-'));

beforeAll(buildCli, buildTimeout);

describe.each(cases)('%s', (name) => {
  const { runs, exit, says }: Case = JSON.parse(readFileSync(`${here}${name}/case.json`, 'utf8'));
  const expected: unknown = JSON.parse(readFileSync(`${here}${name}/expected.json`, 'utf8'));

  it('gives the expected result, exit code and messages, in any order and by every engine', () => {
    const outputs = new Set<string>();
    for (const words of runs) {
      const run = runCli(words, `${here}${name}/input`);
      expect(run.exit).toBe(exit);
      for (const piece of says) expect(run.stderr).toContain(piece);
      outputs.add(run.stdout);
    }
    expect(outputs.size).toBe(1);
    const [text = ''] = outputs;
    expect(JSON.parse(text)).toEqual(expected);
    expect(text.endsWith('\n]\n}\n')).toBe(true);
    expect(schemaFaults(JSON.parse(text))).toEqual([]);
  });
});
