import { describe, expect, it } from 'vitest';
import type { Clause, Rule } from '../../../src/domain/index.ts';
import { decideUpdate, truthOf } from '../../../src/scan/evaluate.ts';
import { traceRule, truthOfNode } from '../../../src/scan/index.ts';
import { leafCases, machineOf } from '../../support/leaf-cases/index.ts';

describe.each(leafCases)('%s', (_, cases) => {
  it.each(cases)('$name: $expected', (one) => {
    const machine = machineOf(one);
    expect(truthOf(one.rule, machine, one.policy)).toBe(one.expected);
    // The trace of the same question comes to the same truth, from the trace alone.
    expect(truthOfNode(traceRule(one.rule, machine, true, one.policy))).toBe(one.expected);
  });
});

describe('rules that nobody can read', () => {
  it.each<[string, Rule]>([
    ['an operator of a later version', { op: 'xor', of: [{ op: 'true' }] } as never],
    ['a leaf of a later version', { op: 'leaf', leaf: { kind: 'later' } } as never],
    ['And without children', { op: 'and', of: [] }],
    ['Or without children', { op: 'or', of: [] }],
  ])('%s is unknown, under Not as well (SCN05)', (_, rule) => {
    const machine = machineOf({ name: '', rule, expected: 'unknown' });
    expect(truthOf(rule, machine)).toBe('unknown');
    expect(truthOf({ op: 'not', of: rule }, machine)).toBe('unknown');
    const clause: Clause = {
      when: rule,
      state: 'Required',
      reason: 'rules-installable',
      grade: 'measured',
      source: 'test',
    };
    const rules = { update: 'mu:1', first: null, parts: [{ subject: '', clauses: [clause] }] };
    expect(decideUpdate(rules, machine).outcome).toMatchObject({
      state: 'Unknown',
      blockers: [expect.anything()],
    });
  });
});
