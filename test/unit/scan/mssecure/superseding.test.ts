import { describe, expect, it } from 'vitest';
import { fact, factsMachine } from '../../../support/facts-machine.ts';
import { compiled, outcomes } from '../../../support/mssecure-scan.ts';
import { mssecureXml } from '../../../support/mssecure-xml.ts';
import type { MadePatch } from '../../../support/mssecure-xml.ts';

const gold = factsMachine(
  [fact({ kind: 'catalog_product', source: 'mssecure', product: '1' }, { servicePack: '10' })],
  ['catalog_products:mssecure', 'registry', 'files'],
);
const id = (bulletin: string) => `mssecure:${bulletin}#0`;
const checked = { registry: ['HKLM\\SOFTWARE\\Acme\\Q1'] };

async function scan(patches: readonly MadePatch[]) {
  const rules = await compiled(mssecureXml(patches));
  const found = outcomes(rules, gold);
  const words = Object.fromEntries(
    [...found].map(([update, { outcome }]) => [update.slice(9, -2), outcome.original]),
  );
  const by = (update: string) => found.get(update)?.outcome.byUpdate ?? null;
  return { words, by, found, rules };
}

describe('superseding patches of MSSecure (R9)', () => {
  it('the direct one is named, up the chain to the last one that applies', async () => {
    const { words, by, rules } = await scan([
      { bulletin: 'A', ...checked, supersededBy: ['B'] },
      { bulletin: 'B', ...checked, supersededBy: ['C'] },
      { bulletin: 'C', ...checked, supersededBy: ['D'] },
      { bulletin: 'D', ...checked, servicePacks: ['11'] },
    ]);
    expect(words).toEqual({ A: 'SUPERSEDED', B: 'SUPERSEDED', C: 'MISSING', D: 'NOTREQUIRED' });
    expect(by(id('A'))).toBe(id('B'));
    expect(by(id('B'))).toBe(id('C'));
    expect(by(id('C'))).toBeNull();
    expect(rules.updates[1]?.relations).toEqual({
      supersedes: [id('A')],
      supersededBy: [id('C')],
      prerequisites: [],
    });
  });

  it('any of several targets counts, the first that applies is named', async () => {
    const { by } = await scan([
      { bulletin: 'A', ...checked, supersededBy: ['C', 'B'] },
      { bulletin: 'B', ...checked },
      { bulletin: 'C', ...checked, servicePacks: ['11'] },
    ]);
    expect(by(id('A'))).toBe(id('B'));
  });

  it('without a target, or with one that is not in the file, the own verdict stands', async () => {
    const { words, rules } = await scan([
      { bulletin: 'A', ...checked, supersededBy: [] },
      { bulletin: 'B', ...checked, supersededBy: ['Z'] },
    ]);
    expect(words).toEqual({ A: 'MISSING', B: 'MISSING' });
    expect(rules.warnings).toEqual([
      { code: 'superseding-patch-missing', details: { count: 2, first: `${id('A')}, ${id('B')}` } },
    ]);
  });

  it('members of a circle keep their own verdict, and the circle is named', async () => {
    const { words, by, rules } = await scan([
      { bulletin: 'A', ...checked, supersededBy: ['B'] },
      { bulletin: 'B', ...checked, supersededBy: ['C', 'D'] },
      { bulletin: 'C', ...checked, supersededBy: ['A'] },
      { bulletin: 'D', ...checked },
      { bulletin: 'E', ...checked, supersededBy: ['A'] },
      { bulletin: 'F', ...checked, supersededBy: ['F'] },
    ]);
    expect(words).toEqual({
      A: 'MISSING',
      B: 'SUPERSEDED',
      C: 'MISSING',
      D: 'MISSING',
      E: 'SUPERSEDED',
      F: 'MISSING',
    });
    expect(by(id('B'))).toBe(id('D'));
    expect(rules.warnings).toEqual([
      { code: 'supersedence-cycle', details: { updates: [id('A'), id('B'), id('C')].join(', ') } },
    ]);
  });

  it('a chain of 2,000 and a circle of 2,000 end', async () => {
    const chain = (last: readonly string[]) =>
      Array.from({ length: 2000 }, (_, at): MadePatch => {
        const next = at === 1999 ? last : [`B${String(at + 1)}`];
        return { bulletin: `B${String(at)}`, ...checked, ...(next.length > 0 && { supersededBy: next }) };
      });
    const rules = await compiled(mssecureXml(chain([])));
    expect(rules.warnings).toEqual([]);
    const circle = await compiled(mssecureXml(chain(['B0'])));
    expect(circle.warnings.map(({ code }) => code)).toEqual(['supersedence-cycle']);
  });
});
