import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patchStates } from '../../src/domain/index.ts';
import type { Clause, Explanation, UpdateRules } from '../../src/domain/index.ts';
import { decideUpdate, replay } from '../../src/scan/index.ts';
import type { UpdateOutcome } from '../../src/scan/index.ts';
import { traceClause, tracePart } from '../../src/scan/trace.ts';
import { ruleTrees } from '../support/random-rule-leaves.ts';
import { partMachine, worlds } from '../support/random-worlds.ts';

const clauses: fc.Arbitrary<Clause> = fc.record({
  when: fc.oneof(
    { arbitrary: ruleTrees, weight: 4 },
    { arbitrary: ruleTrees.map((of) => ({ op: 'proven' as const, of })), weight: 1 },
  ),
  state: fc.constantFrom(...patchStates),
  reason: fc.constant('undecided' as const),
  grade: fc.constant(null),
  source: fc.constant('random'),
});
const closing = fc.constantFrom(...patchStates).map((state): Clause => {
  return { when: { op: 'true' }, state, reason: 'undecided', grade: null, source: 'random' };
});
const updates: fc.Arbitrary<UpdateRules> = fc.record({
  update: fc.constant('u'),
  first: fc.option(clauses, { nil: null }),
  parts: fc.array(
    fc.record({
      subject: fc.constant('part'),
      clauses: fc.tuple(fc.array(clauses, { maxLength: 3 }), closing).map(([some, last]) => [...some, last]),
    }),
    { maxLength: 3 },
  ),
});

describe('every explanation', () => {
  it('replays to its state from the trace alone (SCN11)', () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(
        updates,
        worlds,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (rules, world, bits) => {
          const machine = partMachine(world, (i) => bits[(i * 7) % bits.length] === true);
          const decided: UpdateOutcome = decideUpdate(rules, machine);
          const explanation: Explanation = {
            row: { state: decided.outcome.state } as Explanation['row'],
            machineName: '',
            kb: null,
            first: rules.first === null ? null : traceClause(rules.first, machine, decided.part < 0),
            parts: decided.parts.map((outcome, i) =>
              tracePart(rules.parts[i] ?? { subject: '', clauses: [] }, outcome, i === decided.part, machine),
            ),
            catalogs: [],
          };
          // What crosses to a file or to another program is text.
          const carried = JSON.parse(JSON.stringify(explanation)) as Explanation;
          expect(replay(carried)).toBe(decided.outcome.state);
          seen[decided.outcome.state] = (seen[decided.outcome.state] ?? 0) + 1;
        },
      ),
      { numRuns: 2500, seed: 20_261_121 },
    );
    for (const state of patchStates) expect(seen[state]).toBeGreaterThan(100);
  });
});
