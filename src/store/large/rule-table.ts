/**
 * Rules as a table in which each stands once, operands before what they are operands of. A leaf is kept
 * as it is; the loop over registry keys has a rule of its own inside.
 */
import type { Leaf, Rule } from '../../domain/index.ts';

/** `['and', 3, 8]`, `['not', 2]`, `['true']`, `['leaf', {…}]`, `['loop', {…} without its rule, 5]`. */
export type RuleRow = readonly [string, ...unknown[]];

export class RuleTable {
  readonly rows: RuleRow[] = [];
  /** Rules of one maker are shared objects already (`RulePool`): looking at the object is enough. */
  readonly #numbers = new Map<Rule, number>();

  number(rule: Rule): number {
    const known = this.#numbers.get(rule);
    if (known !== undefined) return known;
    const row = this.#row(rule);
    const number = this.rows.push(row) - 1;
    this.#numbers.set(rule, number);
    return number;
  }

  #row(rule: Rule): RuleRow {
    switch (rule.op) {
      case 'true':
      case 'false':
        return [rule.op];
      case 'not':
      case 'proven':
        return [rule.op, this.number(rule.of)];
      case 'and':
      case 'or':
        return [rule.op, ...rule.of.map((operand) => this.number(operand))];
      case 'leaf': {
        if (rule.leaf.kind !== 'reg-key-loop') return ['leaf', rule.leaf];
        const { of, ...loop } = rule.leaf;
        return ['loop', loop, this.number(of)];
      }
    }
  }
}

/**
 * Adds rows to the rules read so far. Throws where a row is none, or names an operand that does not
 * stand before it.
 */
export function readRules(rows: readonly RuleRow[], rules: Rule[]): void {
  const at = (number: unknown): Rule => {
    const rule = typeof number === 'number' ? rules[number] : undefined;
    if (rule === undefined) throw new RangeError(`no rule ${String(number)}`);
    return rule;
  };
  for (const [op, ...parts] of rows) rules.push(readRule(op, parts, at));
}

function readRule(op: string, parts: readonly unknown[], at: (number: unknown) => Rule): Rule {
  switch (op) {
    case 'true':
    case 'false':
      return { op };
    case 'not':
    case 'proven':
      return { op, of: at(parts[0]) };
    case 'and':
    case 'or':
      return { op, of: parts.map(at) };
    case 'leaf':
      return { op, leaf: parts[0] as Leaf };
    case 'loop':
      return { op: 'leaf', leaf: { ...(parts[0] as object), of: at(parts[1]) } as Leaf };
    default:
      throw new RangeError(`no rule is called ${op}`);
  }
}
