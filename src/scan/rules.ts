/** Short constructors for rules (domain/rule.ts); constant operands are folded away. */
import type { Leaf, Rule } from '../domain/index.ts';

export const always: Rule = { op: 'true' };
export const never: Rule = { op: 'false' };

export function leaf(of: Leaf): Rule {
  return { op: 'leaf', leaf: of };
}
export function and(...of: readonly Rule[]): Rule {
  const rest = of.filter((rule) => rule.op !== 'true');
  if (rest.some((rule) => rule.op === 'false')) return never;
  return rest.length === 0 ? always : rest.length === 1 ? (rest[0] ?? always) : { op: 'and', of: rest };
}
export function or(...of: readonly Rule[]): Rule {
  const rest = of.filter((rule) => rule.op !== 'false');
  if (rest.some((rule) => rule.op === 'true')) return always;
  return rest.length === 0 ? never : rest.length === 1 ? (rest[0] ?? never) : { op: 'or', of: rest };
}
export function not(of: Rule): Rule {
  return of.op === 'true' ? never : of.op === 'false' ? always : { op: 'not', of };
}
export function proven(of: Rule): Rule {
  return of.op === 'true' || of.op === 'false' ? of : { op: 'proven', of };
}
/** True where the operand is decided either way. */
export function decided(of: Rule): Rule {
  return proven(or(of, not(of)));
}
export function hotfix(kb: number): Rule {
  return leaf({ kind: 'hotfix', kb });
}
export function anyHotfix(kbs: readonly number[]): Rule {
  return or(...kbs.map(hotfix));
}
export function ubrAtLeast(value: number): Rule {
  return leaf({ kind: 'ubr', comparison: '>=', value });
}
