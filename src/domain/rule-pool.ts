/**
 * Rules of which equal ones are the same object: thousands of packages ask the same questions, and a
 * shared one is kept, compared and compiled once (design, section 4: hash-consed).
 */
import type { Leaf, Rule } from './rule.ts';

export class RulePool {
  readonly #byKey = new Map<string, Rule>();
  readonly #numbers = new Map<Rule, number>();
  /** Rules of other makers already looked at. */
  readonly #seen = new WeakMap<Rule, Rule>();

  /** Different rules kept so far. */
  get size(): number {
    return this.#byKey.size;
  }

  /** The one object for a rule equal to this one in every part; the order of operands counts. */
  share(rule: Rule): Rule {
    const known = this.#numbers.has(rule) ? rule : this.#seen.get(rule);
    if (known !== undefined) return known;
    const shared = this.#shareParts(rule);
    this.#seen.set(rule, shared);
    return shared;
  }

  #shareParts(rule: Rule): Rule {
    switch (rule.op) {
      case 'true':
      case 'false':
        return this.#keep(rule.op, rule);
      case 'not':
      case 'proven': {
        const of = this.share(rule.of);
        return this.#keep(`${rule.op} ${this.#number(of)}`, of === rule.of ? rule : { op: rule.op, of });
      }
      case 'and':
      case 'or': {
        const of = rule.of.map((operand) => this.share(operand));
        return this.#keep(`${rule.op} ${of.map((operand) => this.#number(operand)).join(',')}`, {
          op: rule.op,
          of,
        });
      }
      case 'leaf':
        return this.#shareLeaf(rule.leaf, rule);
    }
  }

  #shareLeaf(leaf: Leaf, rule: Rule): Rule {
    if (leaf.kind !== 'reg-key-loop') return this.#keep(`leaf ${JSON.stringify(leaf)}`, rule);
    const of = this.share(leaf.of);
    const key = `loop ${JSON.stringify([leaf.path, leaf.trueIf, this.#number(of)])}`;
    return this.#keep(key, of === leaf.of ? rule : { op: 'leaf', leaf: { ...leaf, of } });
  }

  #number(rule: Rule): string {
    return String(this.#numbers.get(rule));
  }

  #keep(key: string, rule: Rule): Rule {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    this.#byKey.set(key, rule);
    this.#numbers.set(rule, this.#numbers.size);
    return rule;
  }
}
