import { describe, expect, it } from 'vitest';
import { patchStates } from '../../src/domain/index.ts';
import type { Machine } from '../../src/domain/index.ts';
import { compileCatalogs, decideUpdate, describeMachine } from '../../src/scan/index.ts';
import { absent, fact, factsMachine } from '../support/facts-machine.ts';
import type { FactLine } from '../support/facts-machine.ts';
import { hiddenOrOdd, IndependentReading } from '../support/independent-mu.ts';
import type { Truth } from '../support/independent-mu.ts';
import { muDocument, muId, muRevision } from '../support/mu-revision.ts';
import { randomEdition, randomFacts } from '../support/random-mu.ts';
import { engines } from '../support/scan-rows.ts';
import { pick, seeded, whole } from '../support/seeded.ts';
import { always, never } from '../../src/scan/rules.ts';

function machineOf(facts: ReadonlyMap<string, Truth>, name: string): Machine {
  const lines = [...facts].flatMap(([value, truth]): readonly FactLine[] => {
    const subject = { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\Acme', value } as const;
    if (truth === 'U') return [];
    return [truth === 'T' ? fact(subject, { type: 'REG_SZ', data: 'x' }) : absent(subject)];
  });
  return factsMachine(lines, [], name);
}

/** What happened, so that a generator that makes nothing of interest is noticed. */
const seen = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0, sets: new Map<string, number>() };

async function compare(seed: number): Promise<string | null> {
  const random = seeded(seed);
  const { revisions, plain } = randomEdition(random);
  const { catalog } = await compileCatalogs([muDocument(revisions)], { checksums: false });
  const given = [randomFacts(random), randomFacts(random)];
  const machines = given.map((facts, i) => machineOf(facts, `pc${String(i)}`));
  const matrices = await Promise.all(engines.map((engine) => engine.scan(catalog, machines)));
  for (const matrix of matrices) if (matrix.codes.join() !== matrices[0]?.codes.join()) return `engines differ: ${String(seed)}`;
  for (const [i, facts] of given.entries()) {
    const expected = new IndependentReading(plain, facts).states();
    if (expected.size !== catalog.updates.length) return `other updates: ${String(seed)}`;
    for (const [at, rules] of catalog.updates.entries()) {
      const { state, possible } = decideUpdate(rules, machines[i] as Machine).outcome;
      const code = matrices[0]?.codes[at * machines.length + i] ?? 9;
      if (patchStates[code] !== state) return `matrix differs: ${String(seed)} ${rules.update}`;
      const ours = (state === 'Unknown' ? [...possible] : [state]).sort().join();
      const theirs = [...(expected.get(rules.update.slice(3)) ?? [])].sort().join();
      seen[state] += 1;
      seen.sets.set(theirs, (seen.sets.get(theirs) ?? 0) + 1);
      if (ours !== theirs) return `seed ${String(seed)} ${rules.update}: ${ours}, second reading ${theirs}`;
    }
  }
  return null;
} // prettier-ignore

describe('a second reading of applicability rules, section 6', () => {
  it('reference, rows, wasm and the second reading agree on 1,200 random editions', async () => {
    for (let i = 0; i < 1200; i++) expect(await compare(7_000_000 + i)).toBeNull();
    for (const state of patchStates) expect.soft(seen[state], state).toBeGreaterThan(300);
    for (const set of ['Installed,NotRequired', 'NotRequired,Required', 'Installed,Required', 'Installed,NotRequired,Required']) {
      expect.soft(seen.sets.get(set) ?? 0, set).toBeGreaterThan(30);
    }
  }, 600_000); // prettier-ignore

  it('which Required updates are hidden and which are odd agrees on 500 random supersedence graphs', async () => {
    const totals = { hidden: 0, odd: 0 };
    for (let i = 0; i < 500; i++) {
      const random = seeded(31_000 + i);
      const count = 2 + whole(random, 9);
      const kinds = Array.from({ length: count }, () => pick(random, ['Required', 'Required', 'Installed', 'NotRequired'] as const));
      const edges = kinds.map(() => Array.from({ length: whole(random, 3) }, () => 1 + whole(random, count + 1)));
      const { catalog, ...rest } = await compileCatalogs(
        [
          muDocument(
            kinds.map((kind, n) =>
              muRevision({
                id: n + 1,
                installed: kind === 'Installed' ? always : never,
                installable: kind === 'Required' ? always : never,
                replaces: edges[n] ?? [],
              }),
            ),
          ),
        ],
        { checksums: false },
      );
      const machine = machineOf(new Map(), 'pc');
      const codes = kinds.map((kind) => patchStates.indexOf(kind));
      const describer = describeMachine({ catalog, ...rest }, machine, codes);
      const { hidden, odd } = hiddenOrOdd(
        new Map(kinds.map((kind, n) => [muId(n + 1), kind])),
        new Map(edges.map((older, n) => [muId(n + 1), older.map(muId)])),
      );
      for (const n of kinds.keys()) {
        const { marks } = describer.row(n);
        const id = muId(n + 1);
        expect([i, id, marks.includes('superseded'), marks.includes('successor-installed')]).toEqual([i, id, hidden.has(id), odd.has(id)]);
      }
      totals.hidden += hidden.size;
      totals.odd += odd.size;
    }
    expect(totals.hidden).toBeGreaterThan(200);
    expect(totals.odd).toBeGreaterThan(100);
  }, 600_000); // prettier-ignore
});
