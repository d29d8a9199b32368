import { describe, expect, it } from 'vitest';
import type { FactTable, Machine, RecordedFact, Rule } from '../../../src/domain/index.ts';
import { truthOf } from '../../../src/scan/evaluate.ts';
import { decideUpdate } from '../../../src/scan/index.ts';
import { fact, factsMachine } from '../../support/facts-machine.ts';
import { ask } from '../../support/leaf-cases/case.ts';

const below = (key: string, root: 'machine' | 'loop' = 'machine') =>
  ({ root, view: 'native', key, value: 'Level' }) as const;
const question = (key: string, root?: 'machine' | 'loop'): Rule =>
  ask({ kind: 'reg-dword', path: below(key, root), comparison: 'GreaterThanOrEqualTo', data: 5 });
const questions = (count: number): readonly Rule[] =>
  Array.from({ length: count }, (_, i) => question(`SOFTWARE\\Acme\\K${i}`));

/** A rule inside `depth` others that change nothing. */
function inside(rule: Rule, depth: number): Rule {
  let made = rule;
  for (let i = 0; i < depth; i++) made = { op: i % 2 === 0 ? 'and' : 'or', of: [made] };
  return made;
}

/** The machine with a counter of how often its facts are looked up. */
function counting(machine: Machine): { readonly machine: Machine; lookups: number } {
  const counted = { machine, lookups: 0 };
  const byKey = new Proxy<FactTable['byKey']>(machine.facts?.byKey ?? {}, {
    getOwnPropertyDescriptor(target, key) {
      counted.lookups += 1;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
  const facts = { ...(machine.facts as FactTable), byKey };
  return Object.assign(counted, { machine: { ...machine, facts } });
}

function lookupsOf(rule: Rule, machine: Machine): number {
  const counted = counting(machine);
  const clause = {
    when: rule,
    state: 'Required',
    reason: 'rules-installable',
    grade: 'measured',
    source: '',
  } as const;
  const parts = [{ subject: '', clauses: [clause] }];
  const { outcome } = decideUpdate({ update: 'sdp:x', first: null, parts }, counted.machine);
  expect(outcome.state).toBe('Unknown');
  return counted.lookups;
}

/** Work is counted, not timed: it grows with the questions and with nothing else. */
describe('work of the reference evaluator', () => {
  it('open questions far down cost no more than open questions at the top', () => {
    const machine = factsMachine([fact({ kind: 'reg_key', view: 'native', key: 'SOFTWARE\\Acme' }, true)]);
    const flat: Rule = { op: 'or', of: questions(300) };
    expect(lookupsOf(inside(flat, 150), machine)).toBe(lookupsOf(flat, machine));
    const once = lookupsOf({ op: 'or', of: questions(100) }, machine);
    expect(lookupsOf(flat, machine)).toBeLessThanOrEqual(3 * once + 10);
  });

  it('loops within loops ask each question of each subkey a few times only, however deep', () => {
    const key = (level: number): string => (level === 0 ? 'SOFTWARE\\L' : `${key(level - 1)}\\S`);
    const lists: RecordedFact[] = [];
    const loop = (level: number): Rule =>
      ask({
        kind: 'reg-key-loop',
        path: {
          root: level === 1 ? 'machine' : 'loop',
          view: 'native',
          key: level === 1 ? 'SOFTWARE\\L' : '',
        },
        trueIf: 'Any',
        of: level === 12 ? question('', 'loop') : loop(level + 1),
      });
    for (let level = 0; level < 12; level++) {
      lists.push({
        subject: { kind: 'reg_subkeys', view: 'native', key: key(level) },
        state: 'known',
        value: ['S'],
        file: 'f',
        line: 1,
      });
    }
    const machine = factsMachine(lists.map(({ subject, value }) => fact(subject, value as never)));
    // Twelve lists and one value; three askings within each of twelve loops would be half a million.
    expect(lookupsOf(loop(1), machine)).toBeLessThan(1000);
  });

  it('a long list of subkeys is read once, not once a question', () => {
    let reads = 0;
    const names = Array.from({ length: 2000 }, (_, i) => `Other${i}`);
    const list = new Proxy(names, {
      get(target, property, receiver) {
        if (typeof property === 'string' && /^\d+$/.test(property)) reads += 1;
        return Reflect.get(target, property, receiver) as unknown;
      },
    });
    const made = factsMachine([fact({ kind: 'reg_subkeys', view: 'native', key: 'SOFTWARE\\Acme' }, names)]);
    const byKey = Object.fromEntries(
      Object.entries((made.facts as FactTable).byKey).map(([key, one]) => [
        key,
        one.subject.kind === 'reg_subkeys' ? { ...one, value: list } : one,
      ]),
    );
    const machine = { ...made, facts: { ...(made.facts as FactTable), byKey } };
    reads = 0;
    expect(truthOf({ op: 'or', of: questions(2000) }, machine)).toBe('false');
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThanOrEqual(3 * names.length);
  });
});
