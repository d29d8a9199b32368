import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchStates } from '../../src/domain/index.ts';
import type { CompiledCatalog, Leaf, Machine, Rule } from '../../src/domain/index.ts';
import { forEachLeaf } from '../../src/scan/each-leaf.ts';
import { catalogs, fleets } from '../support/random-catalogs.ts';
import { agreement } from '../support/agreeing.ts';
import { leafKinds } from '../support/random-leaves.ts';
import { engines } from '../support/scan-rows.ts';

const runs = 300;
const [reference, rows, kernel] = engines;

async function codes(
  engine: (typeof engines)[number] | undefined,
  catalog: CompiledCatalog,
  fleet: readonly Machine[],
) {
  const matrix = await engine?.scan(catalog, fleet);
  return matrix?.codes ?? new Uint8Array();
}

describe('three engines, one result', () => {
  it('agree on 20,000 catalogs and fleets, with every kind of leaf and every state often enough', async () => {
    const { cases, states, kinds, difference } = await agreement(engines, 1_000_000, 20_000);
    expect(difference).toBeNull();
    expect(cases).toBe(20_000);
    const pairs = states.reduce((sum, count) => sum + count, 0);
    for (const count of states) expect(count / pairs).toBeGreaterThan(0.05);
    for (const kind of leafKinds) expect.soft(kinds.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(100);
  }, 600_000);

  it('agree for random decisions and fleets, in which every state and every kind of leaf occurs', async () => {
    const seen = new Uint32Array(patchStates.length);
    const kinds = new Set<Leaf['kind']>();
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(catalogs, fleets, async (catalog, fleet) => {
        const expected = await codes(reference, catalog, fleet);
        expect(await codes(rows, catalog, fleet)).toEqual(expected);
        expect(await codes(kernel, catalog, fleet)).toEqual(expected);
        for (const code of expected) seen[code] = (seen[code] ?? 0) + 1;
        pairs += expected.length;
        forEachLeaf(catalog, (leaf) => kinds.add(leaf.kind));
      }),
      { numRuns: runs, seed: 20_261_121 },
    );
    expect(pairs).toBeGreaterThan(20_000);
    // A generator that hardly ever yields a state would prove nothing about it.
    for (const count of seen) expect(count / pairs).toBeGreaterThan(0.05);
    expect(kinds.size).toBe(12);
  });

  it('give a result that does not depend on the order of machines (SCN01, SCN02)', async () => {
    await fc.assert(
      fc.asyncProperty(catalogs, fleets, fc.integer(), async (catalog, fleet, turn) => {
        const shift = Math.abs(turn) % fleet.length;
        const turned = [...fleet.slice(shift), ...fleet.slice(0, shift)].reverse();
        for (const engine of engines) {
          expect(await engine.scan(catalog, turned)).toEqual(await engine.scan(catalog, fleet));
        }
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('never turn a definite state round when an Unknown leaf is answered (rules page, section 8)', async () => {
    await fc.assert(
      fc.asyncProperty(catalogs, fleets, async (catalog, fleet) => {
        const open = hasProven(catalog);
        fc.pre(!open);
        const before = await codes(kernel, catalog, fleet);
        for (const answer of ['true', 'false'] as const) {
          const after = await codes(kernel, answered(catalog, answer), fleet);
          before.forEach((code, i) => {
            if (patchStates[code] !== 'Unknown') expect(after[i]).toBe(code);
          });
        }
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

/** `proven` and `first` ask what is seen, so answers may well change them. */
function hasProven(catalog: CompiledCatalog): boolean {
  const proven = (rule: Rule): boolean =>
    rule.op === 'proven' ||
    (rule.op === 'not' ? proven(rule.of) : (rule.op === 'and' || rule.op === 'or') && rule.of.some(proven));
  return catalog.updates.some(
    (update) =>
      update.first !== null ||
      // Of several parts the first state in the order counts: an answer may bring a higher one.
      update.parts.length > 1 ||
      update.parts.some((part) => part.clauses.some((clause) => proven(clause.when))),
  );
}

/** Of these machines no file and no declaration answers them. */
const unanswered: readonly Leaf['kind'][] = ['product', 'product-version', 'not-understood'];

/** The catalog with every leaf that can never be answered replaced. */
function answered(catalog: CompiledCatalog, answer: 'true' | 'false'): CompiledCatalog {
  const replace = (rule: Rule): Rule => {
    if (rule.op === 'leaf') {
      return unanswered.includes(rule.leaf.kind) ? { op: answer } : rule;
    }
    if (rule.op === 'not' || rule.op === 'proven') return { op: rule.op, of: replace(rule.of) };
    if (rule.op === 'and' || rule.op === 'or') return { op: rule.op, of: rule.of.map(replace) };
    return rule;
  };
  return {
    ...catalog,
    updates: catalog.updates.map((update) => ({
      ...update,
      parts: update.parts.map((part) => ({
        ...part,
        clauses: part.clauses.map((clause) => ({ ...clause, when: replace(clause.when) })),
      })),
    })),
  };
}
