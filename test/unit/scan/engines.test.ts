import { describe, expect, it } from 'vitest';
import { compileMsrc, decideUpdate } from '../../../src/scan/index.ts';
import { patchStates } from '../../../src/domain/index.ts';
import type { CompiledCatalog, Rule } from '../../../src/domain/index.ts';
import { catalogDocument } from '../../support/catalog-documents.ts';
import { machine, win1809, win7 } from '../../support/machines.ts';
import { engines } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const w7 = 'Windows 7 for x64-based Systems Service Pack 1';
const documents = [
  {
    id: '2019-Feb',
    fixes: [
      { kb: 4487044, products: [w1809] },
      { kb: 4486563, products: [w7], subType: 'Monthly Rollup' },
    ],
  },
  {
    id: '2022-Nov',
    fixes: [{ kb: 5019966, products: [w1809], build: '10.0.17763.3650', supersedes: [4487044] }],
  },
].map(catalogDocument);

/** The catalog with one leaf of one kind replaced wherever it stands. */
function withLeaf(catalog: CompiledCatalog, kind: string, by: 'true' | 'false'): CompiledCatalog {
  const swap = (rule: Rule): Rule => {
    if (rule.op === 'leaf') return rule.leaf.kind === kind ? { op: by } : rule;
    if (rule.op === 'not' || rule.op === 'proven') return { op: rule.op, of: swap(rule.of) };
    return rule.op === 'and' || rule.op === 'or' ? { op: rule.op, of: rule.of.map(swap) } : rule;
  };
  return {
    key: catalog.key,
    updates: catalog.updates.map((update) => ({
      ...update,
      parts: update.parts.map((part) => ({
        ...part,
        clauses: part.clauses.map((clause) => ({ ...clause, when: swap(clause.when) })),
      })),
    })),
  };
}

describe.each(engines.map((engine) => [engine.id, engine] as const))('engine %s', (_id, engine) => {
  const stateOf = async (catalog: CompiledCatalog, kb: number, pc = win1809({ ubr: 3650 })) => {
    const matrix = await engine.scan(catalog, [pc]);
    return patchStates[matrix.codes[matrix.updates.indexOf(`msrc:KB${String(kb)}`)] ?? 0];
  };

  it.each([2, 4, 6])('revision %i is not at least 5 and below 3', async (ubr) => {
    const least = (value: number): Rule => ({
      op: 'leaf',
      leaf: { kind: 'ubr', comparison: '>=', value },
    });
    const empty: Rule = { op: 'and', of: [least(5), { op: 'not', of: least(3) }] };
    const common = { reason: 'undecided', grade: 'measured', source: 'x' } as const;
    const clauses = [
      { when: empty, state: 'Required', ...common },
      { when: { op: 'true' }, state: 'NotRequired', ...common },
    ] as const;
    const updates = [{ update: 'msrc:KB1', first: null, parts: [{ subject: '', clauses }] }];
    expect(await stateOf({ key: 'empty range', updates }, 1, win1809({ ubr }))).toBe('NotRequired');
  });

  it.each([
    ['ubr', 'false', 5019966, win1809({ ubr: 3650 }), 'Installed', 'Required'],
    ['os-build', 'false', 5019966, win1809({ ubr: 3650 }), 'Installed', 'NotRequired'],
    ['os-build-known', 'false', 5019966, win1809({ ubr: 3650 }), 'Installed', 'Unknown'],
    ['os-architecture', 'false', 5019966, win1809({ ubr: 3650 }), 'Installed', 'NotRequired'],
    ['os-role', 'false', 5019966, win1809({ ubr: 3650 }), 'Installed', 'NotRequired'],
    ['hotfix', 'true', 4486563, win7(), 'Required', 'Installed'],
    ['hotfixes-below', 'false', 4487044, win1809(), 'Required', 'Unknown'],
  ] as const)(
    'decides from the compiled tree: %s turned to %s changes the state',
    async (kind, by, kb, pc, before, after) => {
      const { catalog } = await compileMsrc(documents);
      expect(await stateOf(catalog, kb, pc)).toBe(before);
      expect(await stateOf(withLeaf(catalog, kind, by), kb, pc)).toBe(after);
    },
  );

  it('SCN05 gives Unknown for an operator it does not know, never Required or Not Required', async () => {
    const when = { op: 'xor', of: [{ op: 'true' }] } as unknown as Rule;
    const clause = { when, state: 'Required', reason: 'undecided', grade: null, source: '' } as const;
    const last = { ...clause, when: { op: 'true' }, state: 'NotRequired' } as const;
    const catalog = {
      key: '',
      updates: [{ update: 'u', first: null, parts: [{ subject: '', clauses: [clause, last] }] }],
    };
    const matrix = await engine.scan(catalog, [win1809()]);
    expect(patchStates[matrix.codes[0] ?? 0]).toBe('Unknown');
  });

  it('SCN01 gives the same bytes twice; SCN02 in any order of documents and machines', async () => {
    const fleet = [win1809({ id: 'b', ubr: 1 }), win7({ id: 'a' }), machine({ id: 'c' })];
    const once = await engine.scan((await compileMsrc(documents)).catalog, fleet);
    const again = await engine.scan(
      (await compileMsrc([...documents].reverse())).catalog,
      [...fleet].reverse(),
    );
    expect(again).toEqual(once);
    expect(once.machines).toEqual(['a', 'b', 'c']);
  });

  it('reports every machine and stops when it is told to', async () => {
    const { catalog } = await compileMsrc(documents);
    const fleet = Array.from({ length: 300 }, (_, i) => win1809({ id: `m${String(i)}` }));
    const done: number[] = [];
    await engine.scan(catalog, fleet, (count) => done.push(count));
    expect(done).toEqual([128, 256, 300]);
    const stop = new AbortController();
    const scan = engine.scan(catalog, fleet, () => stop.abort(), stop.signal);
    await expect(scan).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives an empty matrix for no machines, and for no updates', async () => {
    const { catalog } = await compileMsrc(documents);
    expect((await engine.scan(catalog, [])).codes).toHaveLength(0);
    expect((await engine.scan({ key: '', updates: [] }, [win7()])).codes).toHaveLength(0);
  });
});

describe('compiling', () => {
  it('SCN02 gives the same updates, rules and key in any order of documents', async () => {
    const once = await compileMsrc(documents);
    const again = await compileMsrc([...documents].reverse());
    expect(again.catalog).toEqual(once.catalog);
    expect(again.updates).toEqual(once.updates);
  });

  it('closes every decision with a clause that always holds', async () => {
    const { catalog } = await compileMsrc(documents);
    for (const update of catalog.updates) {
      for (const part of update.parts) expect(part.clauses.at(-1)?.when).toEqual({ op: 'true' });
    }
  });

  it('names every gap of the imported months once', async () => {
    const { warnings } = await compileMsrc(documents);
    expect(warnings).toEqual([
      { code: 'months-missing', details: { months: '2019-Mar–2022-Oct', count: 44 } },
    ]);
  });

  it('an update without parts is Unknown', () => {
    expect(decideUpdate({ update: 'u', first: null, parts: [] }, win7()).outcome.state).toBe('Unknown');
  });
});
