import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Machine, Rule, RuleLeaf, Truth } from '../../src/domain/index.ts';
import { truthOf } from '../../src/scan/evaluate.ts';
import { traceRule, truthOfNode } from '../../src/scan/index.ts';
import { leafKinds, plainLeaves, ruleTrees } from '../support/random-rule-leaves.ts';
import { partMachine, wholeMachine, worlds } from '../support/random-worlds.ts';

const seed = 20_261_121;
/** Which of a world's facts an inventory saw: one bit each, taken round. */
const sights = fc.array(fc.boolean(), { minLength: 40, maxLength: 40 });
const seenBy = (bits: readonly boolean[]) => (i: number) => bits[(i * 7) % bits.length] === true;

describe('every kind of leaf', () => {
  it('answers true, false and unknown somewhere, so that the properties below speak of it', () => {
    const seen: Record<string, Set<Truth>> = {};
    fc.assert(
      fc.property(
        fc.array(plainLeaves, { minLength: 40, maxLength: 40 }),
        worlds,
        sights,
        (leaves, world, bits) => {
          for (const machine of [wholeMachine(world), partMachine(world, seenBy(bits))]) {
            for (const leaf of leaves) {
              (seen[leaf.kind] ??= new Set()).add(truthOf({ op: 'leaf', leaf }, machine));
            }
          }
        },
      ),
      { numRuns: 400, seed },
    );
    const short = leafKinds.filter((kind) => kind !== 'reg-key-loop' && seen[kind]?.size !== 3);
    // Of what supersedes a patch or an application no inventory says enough for a yes (section 4);
    // `update-installed` stands for what nothing can tell.
    expect(short).toEqual(['msi-patch-superseded', 'msi-application-superseded', 'update-installed']);
  });
});

describe('rules over recorded facts', () => {
  it('never contradict a definite answer when facts are taken away', () => {
    let definite = 0;
    fc.assert(
      fc.property(
        fc.array(ruleTrees, { minLength: 10, maxLength: 10 }),
        worlds,
        sights,
        (rules, world, bits) => {
          const whole = wholeMachine(world);
          const part = partMachine(world, seenBy(bits));
          for (const rule of rules) {
            const truth = truthOf(rule, part);
            if (truth === 'unknown') continue;
            definite += 1;
            expect(truthOf(rule, whole)).toBe(truth);
          }
        },
      ),
      { numRuns: 1500, seed },
    );
    expect(definite).toBeGreaterThan(4000);
  });

  it('never contradict a definite answer when unknown leaves are answered (page, section 8)', () => {
    fc.assert(
      fc.property(ruleTrees, worlds, sights, fc.infiniteStream(fc.boolean()), (rule, world, bits, coins) => {
        const machine = partMachine(world, seenBy(bits));
        const truth = truthOf(rule, machine);
        if (truth === 'unknown') return;
        const answers = [() => true, () => false, () => coins.next().value];
        for (const answer of answers) {
          expect(truthOf(answered(rule, machine, answer), machine)).toBe(truth);
        }
      }),
      { numRuns: 3000, seed },
    );
  });

  it('come to the same truth from the trace alone (SCN11)', () => {
    fc.assert(
      fc.property(ruleTrees, worlds, sights, (rule, world, bits) => {
        const machine = partMachine(world, seenBy(bits));
        expect(truthOfNode(traceRule(rule, machine))).toBe(truthOf(rule, machine));
      }),
      { numRuns: 2000, seed },
    );
  });

  it('do not depend on the order of the facts (SCN02)', () => {
    fc.assert(
      fc.property(ruleTrees, worlds, sights, (rule, world, bits) => {
        const seen = world.filter((_, i) => seenBy(bits)(i));
        const all = () => true;
        expect(truthOf(rule, partMachine([...seen].reverse(), all))).toBe(
          truthOf(rule, partMachine(seen, all)),
        );
      }),
      { numRuns: 500, seed },
    );
  });
});

/** The rule with every leaf that is unknown on this machine replaced. */
function answered(rule: Rule, machine: Machine, answer: () => boolean | undefined): Rule {
  switch (rule.op) {
    case 'leaf':
      return truthOf(rule, machine) === 'unknown' && isRuleLeaf(rule.leaf.kind)
        ? { op: answer() === true ? 'true' : 'false' }
        : rule;
    case 'not':
    case 'proven':
      return { op: rule.op, of: answered(rule.of, machine, answer) };
    case 'and':
    case 'or':
      return { op: rule.op, of: rule.of.map((child) => answered(child, machine, answer)) };
    default:
      return rule;
  }
}

function isRuleLeaf(kind: string): kind is RuleLeaf['kind'] {
  return leafKinds.some((known) => known === kind);
}
