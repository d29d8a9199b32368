import { describe, expect, it } from 'vitest';
import type { MuRevision, UpdateRules } from '../../../../src/domain/index.ts';
import { compileCatalogs, decideUpdate } from '../../../../src/scan/index.ts';
import { always, leaf, never } from '../../../../src/scan/rules.ts';
import { machine } from '../../../support/machines.ts';
import {
  muCategory,
  muChild,
  muDetectoid,
  muDocument,
  muId,
  muRevision,
} from '../../../support/mu-revision.ts';

const pc = machine({ id: 'pc' });
const unknown = (name: string) => leaf({ kind: 'not-understood', name, element: true });

/** State, reason and possible states of every listed update by its number. */
async function states(...revisions: readonly MuRevision[]) {
  const { catalog, warnings } = await compileCatalogs([muDocument(revisions)], { checksums: false });
  const found = catalog.updates.map((update) => {
    const { state, reason, possible, byUpdate, blockers } = decideUpdate(update, pc).outcome;
    return [Number(update.update.slice(-6)), { state, reason, possible, byUpdate, blockers }] as const;
  });
  return { of: new Map(found), warnings };
}
/** Rules of the only update. */
function ruleOf({ catalog }: Awaited<ReturnType<typeof compileCatalogs>>): UpdateRules {
  const [rules] = catalog.updates;
  if (rules === undefined) throw new Error('no update');
  return rules;
}
const ready = { installed: never, installable: always };

describe('a revision with rules of its own (applicability rules, section 6)', () => {
  it('asks prerequisites, IsInstalled, IsSuperseded, IsInstallable in this order', async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: never }),
      muRevision({ id: 11, needs: [1], installed: always }),
      muRevision({ id: 12, installed: always, superseded: always }),
      muRevision({ id: 13, superseded: always, installable: always }),
      muRevision({ id: 14, ...ready }),
      muRevision({ id: 15, installable: never }),
      muRevision({ id: 16 }),
    );
    expect([...of].map(([id, { state, reason }]) => [id, state, reason])).toEqual([
      [11, 'NotRequired', 'prerequisite-not-met'],
      [12, 'Installed', 'rules-installed'],
      [13, 'NotRequired', 'superseded-by-rule'],
      [14, 'Required', 'rules-installable'],
      [15, 'NotRequired', 'rules-not-applicable'],
      [16, 'NotRequired', 'rules-not-applicable'],
    ]);
  });

  it('a prerequisite not met is named', async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: always }),
      muDetectoid({ id: 2, installed: never }),
      muRevision({ id: 11, needs: [1, [2]], ...ready }),
    );
    expect(of.get(11)?.byUpdate).toBe(`mu:${muId(2)}`);
  });

  it('each clause needs one member; no clause is met', async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: always }),
      muDetectoid({ id: 2, installed: never }),
      muRevision({ id: 11, needs: [[2, 1], 1], ...ready }),
      muRevision({ id: 12, needs: [[2, 1], 2], ...ready }),
      muRevision({ id: 13, ...ready }),
    );
    expect([...of.values()].map(({ state }) => state)).toEqual(['Required', 'NotRequired', 'Required']);
  });

  it('a detectoid or category is installed only if its own prerequisites are', async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: never }),
      muDetectoid({ id: 2, needs: [1], installed: always }),
      muCategory({ id: 3, needs: [1] }),
      muRevision({ id: 11, needs: [2], ...ready }),
      muRevision({ id: 12, in: [3], ...ready }),
    );
    expect([...of.values()].map(({ state }) => state)).toEqual(['NotRequired', 'NotRequired']);
  });

  it('P True, IsInstalled False, IsInstallable Unknown leaves Required or Not Required', async () => {
    const { of } = await states(
      muRevision({ id: 11, installed: never, installable: unknown('X') }),
      muDetectoid({ id: 1, installed: unknown('Y') }),
      muRevision({ id: 12, needs: [1], installed: always }),
    );
    expect(of.get(11)).toMatchObject({ state: 'Unknown', possible: ['Required', 'NotRequired'] });
    expect(of.get(12)).toMatchObject({ state: 'Unknown', possible: ['Installed', 'NotRequired'] });
  });

  it('CAT14 a prerequisite the edition lacks is False, with a remark; beside others it only counts as absent', async () => {
    const { of, warnings } = await states(
      muDetectoid({ id: 1, installed: always }),
      muRevision({ id: 11, needs: [99], ...ready }),
      muRevision({ id: 12, needs: [[99, 1]], ...ready }),
    );
    expect(of.get(11)).toMatchObject({ state: 'NotRequired', reason: 'prerequisite-not-met' });
    expect(of.get(12)?.state).toBe('Required');
    expect(warnings).toEqual([
      { code: 'prerequisite-missing', details: { id: muId(99), count: 2, first: muId(11) } },
      { code: 'prerequisites-never-met', details: { count: 1, first: muId(11) } },
    ]);
  });

  it('CAT13 a cycle is Unknown for all members and what needs them, and is named; others go on', async () => {
    const { of, warnings } = await states(
      muRevision({ id: 1, needs: [2], ...ready }),
      muRevision({ id: 2, needs: [3], ...ready }),
      muDetectoid({ id: 3, needs: [1], installed: always }),
      muRevision({ id: 11, needs: [3], ...ready }),
      muRevision({ id: 12, ...ready }),
    );
    expect(of.get(1)).toMatchObject({ state: 'Unknown', reason: 'rule-cycle' });
    expect(of.get(2)?.blockers).toEqual([1, 2, 3].map((n) => ({ kind: 'update', subject: `mu:${muId(n)}` })));
    expect(of.get(11)).toMatchObject({
      state: 'Unknown',
      reason: 'rule-cycle',
      possible: ['Required', 'NotRequired'],
    });
    expect(of.get(12)?.state).toBe('Required');
    expect(warnings).toEqual([
      { code: 'prerequisite-cycle', details: { packages: [1, 2, 3].map(muId).join(', '), count: 3 } },
    ]);
  });

  it('a revision whose rules cannot be read is Unknown, says why, and so is what needs it', async () => {
    const { of, warnings } = await states(
      muRevision({ id: 1, fault: 'core-malformed', explicitlyDeployable: false, rules: null }),
      muDetectoid({ id: 2, fault: 'core-missing', rules: null }),
      muRevision({ id: 11, needs: [2], ...ready }),
      muRevision({ id: 12, children: [13] }),
      muChild({ id: 13, fault: 'core-too-large', rules: null }),
    );
    expect(of.get(1)).toMatchObject({ state: 'Unknown', reason: 'rules-not-readable' });
    expect(of.get(1)?.blockers[0]?.subject).toContain('core-malformed');
    expect(of.get(11)).toMatchObject({ state: 'Unknown', possible: ['Required', 'NotRequired'] });
    expect(of.get(12)).toMatchObject({
      state: 'Unknown',
      reason: 'rules-not-readable',
      possible: ['Required', 'Installed', 'NotRequired'],
    });
    expect(warnings.map(({ code, details }) => [code, details['fault']])).toEqual(
      ['core-malformed', 'core-missing', 'core-too-large'].map((fault) => ['revisions-not-readable', fault]),
    );
  });
});

describe('a parent update and its children', () => {
  const child = (id: number, kind: 'installed' | 'required' | 'other' | 'open', more = {}) =>
    muChild({
      id,
      installed: kind === 'installed' ? always : kind === 'open' ? unknown('X') : never,
      installable: kind === 'required' || kind === 'open' ? always : never,
      ...more,
    });

  it('every clause needs an applicable child; Required if one is, Installed if all applicable ones are', async () => {
    const { of } = await states(
      child(1, 'installed'),
      child(2, 'required'),
      child(3, 'other'),
      child(4, 'open'),
      muRevision({ id: 11, children: [[1, 3]] }),
      muRevision({ id: 12, children: [[1, 2]] }),
      muRevision({ id: 13, children: [[1], [2]] }),
      muRevision({ id: 14, children: [[1], [3]] }),
      muRevision({ id: 15, children: [[3], [2]] }),
      muRevision({ id: 16, children: [[3]] }),
      muRevision({ id: 17, children: [[4, 3]] }),
      muRevision({ id: 18, children: [[4], [2]] }),
    );
    expect([...of].map(([id, { state, reason, possible }]) => [id, state, reason, possible.join()])).toEqual([
      [11, 'Installed', 'rules-installed', ''],
      [12, 'Required', 'rules-installable', ''],
      [13, 'Required', 'rules-installable', ''],
      [14, 'NotRequired', 'no-applicable-item', ''],
      [15, 'NotRequired', 'no-applicable-item', ''],
      [16, 'NotRequired', 'no-applicable-item', ''],
      [17, 'Unknown', 'element-not-understood', 'Required,Installed'],
      [18, 'Required', 'rules-installable', ''],
    ]);
  });

  it("a child's prerequisites count for the child alone: another language's child is not applicable", async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: always }),
      muDetectoid({ id: 2, installed: never }),
      child(3, 'required', { needs: [2] }),
      child(4, 'installed', { needs: [1] }),
      muRevision({ id: 11, children: [[3, 4]] }),
      muRevision({ id: 12, children: [3] }),
    );
    expect([...of.values()].map(({ state }) => state)).toEqual(['Installed', 'NotRequired']);
  });

  it('the prerequisites of the parent are asked before its children', async () => {
    const { of } = await states(
      muDetectoid({ id: 1, installed: never }),
      child(2, 'required'),
      muRevision({ id: 11, needs: [1], children: [2] }),
    );
    expect(of.get(11)).toMatchObject({ state: 'NotRequired', reason: 'prerequisite-not-met' });
  });

  it('children, categories, detectoids and what cannot be deployed are not listed', async () => {
    const { of } = await states(
      muCategory({ id: 1 }),
      muDetectoid({ id: 2, installed: always }),
      child(3, 'required'),
      muRevision({ id: 4, explicitlyDeployable: false, ...ready }),
      muRevision({ id: 11, children: [3] }),
    );
    expect([...of.keys()]).toEqual([11]);
  });

  it('a child the edition lacks is no applicable one, with a remark', async () => {
    const { of, warnings } = await states(child(1, 'installed'), muRevision({ id: 11, children: [[1, 98]] }), muRevision({ id: 12, children: [98] })); // prettier-ignore
    expect(of.get(11)?.state).toBe('Installed');
    expect(of.get(12)).toMatchObject({ state: 'NotRequired', reason: 'no-applicable-item' });
    expect(warnings).toEqual([
      { code: 'child-missing', details: { id: muId(98), count: 2, first: muId(11) } },
    ]);
  });

  it('a parent as a prerequisite is installed when its children are, never while one is Required', async () => {
    const { of } = await states(
      child(1, 'installed'),
      child(2, 'required'),
      muRevision({ id: 11, children: [1] }),
      muRevision({ id: 12, children: [2] }),
      muRevision({ id: 13, needs: [11], ...ready }),
      muRevision({ id: 14, needs: [12], ...ready }),
    );
    expect(of.get(13)?.state).toBe('Required');
    expect(of.get(14)?.state).toBe('NotRequired');
  });
});

describe('several revisions and documents', () => {
  it('the highest revision counts, whatever the order', async () => {
    const old = muRevision({ id: 11, revision: 100, installed: always });
    const newer = muRevision({ id: 11, revision: 200, ...ready });
    for (const documents of [[muDocument([old, newer])], [muDocument([newer]), muDocument([old], { id: 'other', sha256: 'd' })]]) {
      const compiled = await compileCatalogs(documents, { checksums: false });
      expect(compiled.updates.map(({ revision }) => revision)).toEqual([200]);
      expect(decideUpdate(ruleOf(compiled), pc).outcome.state).toBe('Required');
    }
  }); // prettier-ignore

  it('prerequisites may stand in another document; the order of documents changes nothing', async () => {
    const main = muDocument([muRevision({ id: 11, needs: [1], ...ready })]);
    const other = muDocument([muDetectoid({ id: 1, installed: always })], { id: 'kb1.msu', sha256: 'd' });
    const [a, b] = [
      await compileCatalogs([main, other], { checksums: false }),
      await compileCatalogs([other, main], { checksums: false }),
    ];
    expect(decideUpdate(ruleOf(a), pc).outcome.state).toBe('Required');
    expect([a.updates, a.catalog, a.warnings]).toEqual([b.updates, b.catalog, b.warnings]);
  });

  it('of one revision that only one file has readable, the readable one counts', async () => {
    const broken = muDocument([muRevision({ id: 11, fault: 'core-malformed', rules: null })]);
    const whole = muDocument([muRevision({ id: 11, ...ready })], { id: 'b', sha256: 'd' });
    const compiled = await compileCatalogs([broken, whole], { checksums: false });
    expect(decideUpdate(ruleOf(compiled), pc).outcome.state).toBe('Required');
    expect(compiled.updates[0]?.documents).toHaveLength(2);
  });
});
