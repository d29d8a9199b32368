import { describe, expect, it } from 'vitest';
import type { Clause, PatchState, Rule } from '../../../src/domain/index.ts';
import { decide, truthOf } from '../../../src/scan/evaluate.ts';
import { always, leaf, never } from '../../../src/scan/rules.ts';
import type { SectionRules } from '../../../src/scan/sections.ts';
import { bundleClauses, bundleMember, memberOf, sectionClauses } from '../../../src/scan/sections.ts';
import { machine } from '../../support/machines.ts';

type Value = true | false | null;
const values: readonly Value[] = [true, false, null];
const pc = machine({ id: 'pc' });

const rule = (value: Value, name: string): Rule =>
  value === null ? leaf({ kind: 'not-understood', name, element: true }) : value ? always : never;

/** Installed, superseded, installable of one item. */
type Item = readonly [installed: Value, superseded: Value, installable: Value];
const allItems: readonly Item[] = values.flatMap((a) =>
  values.flatMap((b) => values.map((c) => [a, b, c] as const)),
);

const rulesOf = ([installed, superseded, installable]: Item, name: string): SectionRules => ({
  isInstalled: rule(installed, `${name} installed`),
  isSuperseded: rule(superseded, `${name} superseded`),
  isInstallable: rule(installable, `${name} installable`),
});

/** Every way the unknowns could turn out. */
function worlds(given: readonly Value[]): readonly (readonly boolean[])[] {
  return given.reduce<readonly (readonly boolean[])[]>(
    (made, value) =>
      made.flatMap((world) => (value === null ? [true, false] : [value]).map((v) => [...world, v])),
    [[]],
  );
}

/** Applicability rules, section 6, in words of booleans. */
function stateOf([installed, superseded, installable]: readonly boolean[]): PatchState {
  if (installed === true) return 'Installed';
  if (superseded === true) return 'NotRequired';
  return installable === true ? 'Required' : 'NotRequired';
}

function bundleState(clauses: readonly (readonly PatchState[])[]): PatchState {
  const applicable = (state: PatchState) => state === 'Installed' || state === 'Required';
  if (!clauses.every((states) => states.some(applicable))) return 'NotRequired';
  return clauses.flat().includes('Required') ? 'Required' : 'Installed';
}

const order: readonly PatchState[] = ['Required', 'Installed', 'Unknown', 'NotRequired'];
const sorted = (states: ReadonlySet<PatchState>) => order.filter((state) => states.has(state));

function outcomes(clauses: readonly Clause[]): readonly PatchState[] {
  const { state, possible } = decide({ subject: '', clauses }, pc);
  return state === 'Unknown' ? possible : [state];
}

describe('from sections to a state', () => {
  it('the possible states of one update are exactly those of its possible worlds', () => {
    for (const prerequisite of values) {
      for (const item of allItems) {
        const expected = new Set(
          worlds([prerequisite, ...item]).map(([met, ...world]) =>
            met === true ? stateOf(world) : 'NotRequired',
          ),
        );
        const clauses = sectionClauses(rule(prerequisite, 'P'), rulesOf(item, 'u'), 'test');
        expect([prerequisite, item, outcomes(clauses)]).toEqual([prerequisite, item, sorted(expected)]);
      }
    }
  });

  it('the possible states of a bundle of two are exactly those of its possible worlds', () => {
    for (const prerequisite of values) {
      for (const a of allItems) {
        for (const b of allItems) {
          const expected = new Set(
            worlds([prerequisite, ...a, ...b]).map(([met, ...world]) =>
              met === true
                ? bundleState([[stateOf(world.slice(0, 3)), stateOf(world.slice(3))]])
                : 'NotRequired',
            ),
          );
          const members = [memberOf(rulesOf(a, 'a')), memberOf(rulesOf(b, 'b'))];
          const clauses = bundleClauses(rule(prerequisite, 'P'), [members], 'test');
          expect([prerequisite, a, b, outcomes(clauses)]).toEqual([prerequisite, a, b, sorted(expected)]);
        }
      }
    }
  });

  it('a bundle of two clauses: the possible states are exact too', () => {
    for (const a of allItems) {
      for (const b of allItems) {
        const expected = new Set(
          worlds([...a, ...b]).map((world) =>
            bundleState([[stateOf(world.slice(0, 3))], [stateOf(world.slice(3))]]),
          ),
        );
        const clauses = bundleClauses(
          always,
          [[memberOf(rulesOf(a, 'a'))], [memberOf(rulesOf(b, 'b'))]],
          'test',
        );
        expect([a, b, outcomes(clauses)]).toEqual([a, b, sorted(expected)]);
      }
    }
  });

  it('a bundle as a member of another has exactly the truths of its possible worlds', () => {
    for (const clauses of [(a: Item, b: Item) => [[a, b]], (a: Item, b: Item) => [[a], [b]]]) {
      for (const a of allItems) {
        for (const b of allItems) {
          const shape = clauses(a, b);
          const states = worlds([...a, ...b]).map((world) => {
            const made = [stateOf(world.slice(0, 3)), stateOf(world.slice(3))] as const;
            return bundleState(shape.length === 1 ? [made] : made.map((state) => [state]));
          });
          const member = bundleMember(
            always,
            shape.map((items) => items.map((item, i) => memberOf(rulesOf(item, `m${i}`)))),
          );
          const truthOfStates = (...wanted: readonly PatchState[]) => {
            const found = new Set(states.map((state) => wanted.includes(state)));
            return found.size === 2 ? 'unknown' : String(found.has(true));
          };
          expect([
            a,
            b,
            truthOf(member.installed, pc),
            truthOf(member.required, pc),
            truthOf(member.applicable, pc),
          ]).toEqual([
            a,
            b,
            truthOfStates('Installed'),
            truthOfStates('Required'),
            truthOfStates('Installed', 'Required'),
          ]);
        }
      }
    }
  });

  it('the last clause always holds, and none stands behind one that does', () => {
    for (const item of allItems) {
      for (const clauses of [
        sectionClauses(always, rulesOf(item, 'u'), 'test'),
        bundleClauses(always, [[memberOf(rulesOf(item, 'u'))]], 'test'),
      ]) {
        expect(clauses.findIndex(({ when }) => when.op === 'true')).toBe(clauses.length - 1);
      }
    }
  });

  it('P True, IsInstalled False, IsInstallable Unknown is Unknown between Required and Not Required', () => {
    expect(outcomes(sectionClauses(always, rulesOf([false, false, null], 'u'), 'test'))).toEqual([
      'Required',
      'NotRequired',
    ]);
  });

  it('SCN05 an operator nobody knows leaves Unknown, never Required or Not Required', () => {
    const strange = { op: 'xor', of: [] } as unknown as Rule;
    const rules = { isInstalled: never, isSuperseded: never, isInstallable: strange };
    expect(outcomes(sectionClauses(always, rules, 'test'))).toEqual(['Required', 'NotRequired']);
  });

  it('only what asks CbsPackageInstallable is inferred', () => {
    const cbs = leaf({
      kind: 'cbs-package-installable',
      identity: 'Package_for_RollupFix~1~amd64~~10.0.1.1',
    });
    const rules = { isInstalled: rule(null, 'i'), isSuperseded: never, isInstallable: cbs };
    const grades = sectionClauses(always, rules, 'sdp 3').map(({ state, grade, source }) => [
      state,
      grade,
      source,
    ]);
    expect(grades).toEqual([
      ['Installed', 'measured', 'sdp 3 IsInstalled'],
      ['Required', 'inferred', 'sdp 3 IsInstallable'],
      ['NotRequired', 'measured', 'sdp 3 otherwise'],
    ]);
  });
});
