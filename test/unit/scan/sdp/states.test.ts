import { describe, expect, it } from 'vitest';
import type { SdpDocument } from '../../../../src/domain/index.ts';
import { compileSdp, decideUpdate } from '../../../../src/scan/index.ts';
import { machine } from '../../../support/machines.ts';
import type { DescribedPackage } from '../../../support/sdp-package.ts';
import {
  catalogXml,
  falseRule,
  idOf,
  readDocument,
  trueRule,
  unknownRule,
} from '../../../support/sdp-package.ts';

const pc = machine({ id: 'pc' });

async function compile(...documents: readonly (readonly DescribedPackage[])[]) {
  const read: SdpDocument[] = [];
  for (const [i, described] of documents.entries()) {
    read.push(await readDocument(catalogXml(described), `catalog-${String(i)}.xml`));
  }
  return compileSdp(read);
}

/** Outcome of every package by its number, on a machine without facts. */
async function outcomes(...packages: readonly DescribedPackage[]) {
  const { rules } = await compile(packages);
  const found = rules.map((update) => {
    const { state, reason, possible, blockers } = decideUpdate(update, pc).outcome;
    return [Number(update.update.slice(-6)), { state, reason, possible, blockers }] as const;
  });
  return new Map(found);
}

const installed: DescribedPackage['items'] = [{ isInstalled: trueRule }];
const installable: DescribedPackage['items'] = [{ isInstalled: falseRule, isInstallable: trueRule }];

const both = (a: string, b: string) =>
  `<lar:And>${[a, b].map((value) => `<bar:RegValueExists Key="HKEY_LOCAL_MACHINE" Subkey="SOFTWARE\\Acme" Value="${value}"/>`).join('')}</lar:And>`;

describe('states of packages', () => {
  it('one item: installed, superseded by rule, installable, none of them', async () => {
    const states = await outcomes(
      { id: 1, items: installed },
      { id: 2, items: [{ isSuperseded: trueRule, isInstallable: trueRule }] },
      { id: 3, items: installable },
      { id: 4, items: [{ isInstallable: falseRule }] },
      { id: 5, items: [{}] },
    );
    expect([...states].map(([id, { state, reason }]) => [id, state, reason])).toEqual([
      [1, 'Installed', 'rules-installed'],
      [2, 'NotRequired', 'superseded-by-rule'],
      [3, 'Required', 'rules-installable'],
      [4, 'NotRequired', 'rules-not-applicable'],
      [5, 'NotRequired', 'rules-not-applicable'],
    ]);
  });

  it('package rule and item rule are both asked; a missing package rule is true', async () => {
    const states = await outcomes(
      { id: 1, isInstallable: falseRule, items: installable },
      { id: 2, isInstalled: falseRule, items: [{ isInstalled: trueRule, isInstallable: trueRule }] },
      { id: 3, isInstalled: trueRule, items: [{ isInstallable: falseRule }] },
      { id: 4, isInstallable: unknownRule, items: installable },
    );
    expect(states.get(1)?.state).toBe('NotRequired');
    expect(states.get(2)?.state).toBe('Required');
    expect(states.get(3)?.state).toBe('NotRequired');
    expect(states.get(4)).toMatchObject({ state: 'Unknown', possible: ['Required', 'NotRequired'] });
  });

  it('several items: at least one applicable, Required if one is, Installed if all applicable are', async () => {
    const no = { isInstallable: falseRule };
    const yes = { isInstallable: trueRule };
    const done = { isInstalled: trueRule };
    const states = await outcomes(
      { id: 1, items: [no, no] },
      { id: 2, items: [no, yes] },
      { id: 3, items: [done, no] },
      { id: 4, items: [done, yes] },
      { id: 5, items: [done, { isInstalled: unknownRule, isInstallable: trueRule }] },
    );
    expect([...states].map(([id, { state, reason }]) => [id, state, reason])).toEqual([
      [1, 'NotRequired', 'no-applicable-item'],
      [2, 'Required', 'rules-installable'],
      [3, 'Installed', 'rules-installed'],
      [4, 'Required', 'rules-installable'],
      [5, 'Unknown', expect.anything()],
    ]);
    expect(states.get(5)?.possible).toEqual(['Required', 'Installed']);
  });

  it('prerequisites: any member of each clause, and each member with its own prerequisites', async () => {
    const states = await outcomes(
      { id: 1, properties: 'UpdateType="Detectoid"', isInstalled: trueRule },
      { id: 2, properties: 'UpdateType="Detectoid"', isInstalled: falseRule },
      { id: 3, properties: 'UpdateType="Detectoid"', isInstalled: trueRule, prerequisites: [[2]] },
      { id: 11, items: installable, prerequisites: [[1]] },
      { id: 12, items: installable, prerequisites: [[2]] },
      { id: 13, items: installed, prerequisites: [[1, 2], [2]] },
      { id: 14, items: installable, prerequisites: [[3]] },
      { id: 15, items: installable, prerequisites: [[2, 1], [1]] },
    );
    const told = (id: number) => [states.get(id)?.state, states.get(id)?.reason];
    expect(told(1)).toEqual(['Installed', 'rules-installed']);
    expect(told(2)).toEqual(['NotRequired', 'rules-not-applicable']);
    expect(told(3)).toEqual(['NotRequired', 'prerequisite-not-met']);
    expect(told(11)).toEqual(['Required', 'rules-installable']);
    expect(told(12)).toEqual(['NotRequired', 'prerequisite-not-met']);
    expect(told(13)).toEqual(['NotRequired', 'prerequisite-not-met']);
    expect(told(14)).toEqual(['NotRequired', 'prerequisite-not-met']);
    expect(told(15)).toEqual(['Required', 'rules-installable']);
  });

  it('CAT14 a prerequisite that no catalog has: Unknown naming the id, and a warning', async () => {
    const packages = [
      { id: 1, items: installable, prerequisites: [[77]] },
      { id: 2, items: installable, prerequisites: [[77, 1]] },
      { id: 3, items: [{ isInstallable: falseRule }], prerequisites: [[77]] },
    ];
    const states = await outcomes(...packages);
    expect(states.get(1)).toEqual({
      state: 'Unknown',
      reason: 'prerequisite-not-imported',
      possible: ['Required', 'NotRequired'],
      blockers: [{ kind: 'update', subject: idOf(77) }],
    });
    expect(states.get(2)?.state).toBe('Unknown');
    expect(states.get(3)?.state).toBe('NotRequired');
    const { warnings } = await compile(packages);
    expect(warnings).toEqual([
      { code: 'prerequisite-not-imported', details: { id: idOf(77), first: idOf(1), count: 3 } },
    ]);
  });

  it('CAT13 members of a prerequisite cycle are Unknown, the cycle is named, others go on', async () => {
    const packages = [
      { id: 1, items: installable, prerequisites: [[2]] },
      { id: 2, items: installed, prerequisites: [[3]] },
      { id: 3, items: installable, prerequisites: [[1]] },
      { id: 4, items: installable, prerequisites: [[1]] },
      { id: 5, items: installable },
    ];
    const states = await outcomes(...packages);
    for (const id of [1, 2, 3]) {
      expect(states.get(id)).toMatchObject({ state: 'Unknown', reason: 'rule-cycle' });
      expect(states.get(id)?.blockers.map(({ subject }) => subject)).toEqual([1, 2, 3].map(idOf));
    }
    expect(states.get(4)).toMatchObject({ state: 'Unknown', reason: 'rule-cycle' });
    expect(states.get(5)?.state).toBe('Required');
    expect((await compile(packages)).warnings).toEqual([
      { code: 'prerequisite-cycle', details: { packages: [1, 2, 3].map(idOf).join(', '), count: 3 } },
    ]);
  });

  it('CAT13 packages that supersede each other or themselves are named, and keep their own states', async () => {
    const packages = [
      { id: 1, items: installable, supersedes: [2] },
      { id: 2, items: installable, supersedes: [1] },
      { id: 3, items: installable, supersedes: [3] },
      { id: 4, items: installable, supersedes: [3, 99] },
    ];
    expect([...(await outcomes(...packages)).values()].map(({ state }) => state)).toEqual(
      packages.map(() => 'Required'),
    );
    expect((await compile(packages)).warnings).toEqual([
      { code: 'supersedence-cycle', details: { updates: [1, 2].map(idOf).join(', ') } },
      { code: 'supersedence-cycle', details: { updates: idOf(3) } },
    ]);
  });

  it('prerequisites that multiply as a tree are asked once each', async () => {
    const levels = Array.from({ length: 40 }, (_, i) => i + 1);
    const packages = levels.map((id) => ({
      id,
      items: [{ isInstalled: both(`A${String(id)}`, 'All') }],
      prerequisites: id === 40 ? [] : [[id + 1, id + 1], [id + 1]],
    }));
    // Asked along every path they would be 2^40 questions: the limit of the test tells.
    const states = await outcomes(...packages);
    expect(states.get(1)?.possible).toEqual(['Installed', 'NotRequired']);
    expect(states.get(1)?.blockers).toHaveLength(41);
  });

  it('prerequisites more than 200 deep are Unknown and say so, like the agent (wsusscn2, section 6)', async () => {
    const packages = Array.from({ length: 203 }, (_, i) => ({
      id: i + 1,
      items: installed,
      prerequisites: i === 202 ? [] : [[i + 2]],
    }));
    const states = await outcomes(...packages);
    expect(states.get(4)?.state).toBe('Installed');
    expect(states.get(3)).toMatchObject({ state: 'Unknown', reason: 'element-not-understood' });
    expect(states.get(1)?.blockers[0]?.subject).toContain('more than 200 deep');
  });

  it('an expired package is never offered', async () => {
    const properties = 'PublicationState="Expired"';
    const states = await outcomes(
      { id: 1, properties, items: installable },
      { id: 2, properties, items: installed },
    );
    expect(states.get(1)).toMatchObject({ state: 'NotRequired', reason: 'package-expired' });
    expect(states.get(2)).toMatchObject({ state: 'Installed', reason: 'rules-installed' });
  });

  it('a package without items, and a bundle of packages', async () => {
    const states = await outcomes(
      { id: 1 },
      { id: 2, items: installable },
      { id: 3, items: installed },
      { id: 4, bundled: [2, 3] },
      { id: 5, bundled: [3] },
      { id: 6, bundled: [3, 99] },
      { id: 7, items: [{ isInstallable: falseRule }] },
      { id: 8, bundled: [2, 7] },
    );
    expect([1, 4, 5, 6, 8].map((id) => [id, states.get(id)?.state])).toEqual([
      [1, 'NotRequired'],
      [4, 'Required'],
      [5, 'Installed'],
      [6, 'Unknown'],
      [8, 'NotRequired'],
    ]);
  });

  it('SCN05 an element nobody knows is Unknown, never Required or Not Required', async () => {
    const strange = '<bar:FlyingSaucer Speed="1"/>';
    const states = await outcomes({ id: 1, items: [{ isInstalled: falseRule, isInstallable: strange }] });
    expect(states.get(1)).toMatchObject({ state: 'Unknown', possible: ['Required', 'NotRequired'] });
  });

  it('SCN07 a superseded package keeps its own state: the successor may not be applicable', async () => {
    const packages = [
      { id: 1, items: installable },
      { id: 2, items: [{ isInstallable: falseRule }], supersedes: [1] },
    ];
    const states = await outcomes(...packages);
    expect(states.get(1)?.state).toBe('Required');
    expect(states.get(2)?.state).toBe('NotRequired');
    const { updates } = await compile(packages);
    expect(updates.map(({ relations }) => relations)).toEqual([
      { supersedes: [], supersededBy: [`sdp:${idOf(2)}`], prerequisites: [] },
      { supersedes: [`sdp:${idOf(1)}`], supersededBy: [], prerequisites: [] },
    ]);
  });
});
