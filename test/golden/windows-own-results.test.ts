import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileMsrc } from '../../src/scan/index.ts';
import { hasData } from '../support/data.ts';
import { realDocuments, realInventories, realMachines } from '../support/real-files.ts';
import { describeAll } from '../support/scan-rows.ts';

interface Expected {
  readonly stem: string;
  readonly day: string;
  readonly documents: readonly string[];
  /** What Windows itself called missing, and the documents could know. */
  readonly missingForWindows: readonly number[];
  readonly knownToDocuments: readonly number[];
  readonly required: readonly number[];
  readonly publishedLater: readonly number[];
  readonly superseded: readonly number[];
  readonly otherTrack: readonly number[];
  /** Missing for Windows, Unknown for us with the fact named. */
  readonly unknown: readonly number[];
  readonly installed: readonly number[];
}

const file = join(import.meta.dirname, 'windows-own-results/expected.json');
const { machines } = JSON.parse(readFileSync(file, 'utf8')) as { machines: readonly Expected[] };

describe.skipIf(!hasData('msrc') || !hasData('inventory'))("Windows' own results (why.md)", () => {
  it.each(machines)('$stem on $day', { timeout: 120_000 }, async (expected) => {
    const inventories = realInventories().filter((path) => path.includes(expected.stem));
    const [machine, ...others] = await realMachines(inventories);
    expect(others).toEqual([]);
    if (machine === undefined) throw new Error(`no machine for ${expected.stem}`);
    expect(machine.hotfixes.completeness).toBe('complete');
    const rows = await describeAll(await compileMsrc(await realDocuments(expected.documents)), machine);
    const kbs = [...rows.keys()].filter((kb): kb is number => typeof kb === 'number');
    const inState = (state: string) =>
      kbs.filter((kb) => rows.get(kb)?.state === state).sort((a, b) => a - b);

    expect(inState('Required')).toEqual(expected.required);
    expect(inState('Installed')).toEqual(expected.installed);
    expect(expected.missingForWindows.filter((kb) => rows.has(kb))).toEqual(expected.knownToDocuments);

    for (const kb of expected.knownToDocuments) {
      const row = rows.get(kb);
      expect([kb, row?.state]).toEqual([kb, expected.unknown.includes(kb) ? 'Unknown' : 'Required']);
      if (expected.unknown.includes(kb)) expect(row?.blockers).not.toEqual([]);
    }
    for (const kb of expected.superseded) expect(rows.get(kb)?.supersededBy).not.toBeNull();
    for (const kb of expected.otherTrack) expect(rows.get(kb)?.marks).toContain('alternative-track');
    const explained = [
      ...expected.missingForWindows,
      ...expected.publishedLater,
      ...expected.superseded,
      ...expected.otherTrack,
    ];
    expect(expected.required.filter((kb) => !explained.includes(kb))).toEqual([]);
  });
});
