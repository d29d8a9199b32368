import type { Rule } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import { readKeyPath } from './registry-path.ts';
import type { RuleEntries, RulePlace } from './rule-entry.ts';

const loopLogic = ['Any', 'All', 'None'] as const;

function operands(fields: Fields, place: RulePlace): readonly Rule[] {
  const { children } = fields.element;
  if (children.length === 0) fields.fail('empty');
  return children.map((child) => place.read(child));
}

function onlyChild(fields: Fields, place: RulePlace, inLoop?: boolean): Rule {
  const { children } = fields.element;
  if (children.length !== 1) fields.fail(children.length === 0 ? 'empty' : 'more than one rule in it');
  const rules = children.map((child) => place.read(child, inLoop));
  return rules[0] ?? { op: 'false' };
}

/** Logic and the loop over subkeys (applicability rules, sections 2 and 3). */
export const logicRules: RuleEntries = {
  And: (fields, place) => ({ op: 'and', of: operands(fields, place) }),
  Or: (fields, place) => ({ op: 'or', of: operands(fields, place) }),
  Not: (fields, place) => ({ op: 'not', of: onlyChild(fields, place) }),
  True: () => ({ op: 'true' }),
  False: () => ({ op: 'false' }),
  RegKeyLoop: (fields, place) => ({
    op: 'leaf',
    leaf: {
      kind: 'reg-key-loop',
      path: readKeyPath(fields, place),
      trueIf: fields.word('TrueIf', loopLogic),
      of: onlyChild(fields, place, true),
    },
  }),
};
