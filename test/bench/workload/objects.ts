/** The straightforward way, as a base line: rules as objects, facts in a Map, recursive and three-valued. */
import type { CompiledCatalog, Leaf, Rule } from '../../../src/domain/index.ts';
import { notCollected, orderedName, ownName, versionNumber } from './fleet.ts';

const isFalse = 0;
const isUnknown = 1;
const isTrue = 2;
type Truth = 0 | 1 | 2;

/** Above every value, and still a small number: others would be boxed. */
const unlimited = 2 ** 30 - 1;

/** Two shapes: more would make every look at a node slower. */
type Node =
  | { readonly op: 'and' | 'or' | 'not' | 'true'; readonly of: readonly Node[] }
  /** The fact is there and its value lies in the half-open range. */
  | { readonly op: 'test'; readonly name: string; readonly low: number; readonly high: number };

export interface ObjectUpdate {
  readonly clauses: readonly { readonly when: Node; readonly state: number }[];
}

const codes = { Required: 0, Installed: 1, Unknown: 2, NotRequired: 3 } as const;

/** @param names what facts are called: rules and facts share the texts, so that a Map need not compare them */
export function objectUpdates(catalog: CompiledCatalog, names: readonly string[]): readonly ObjectUpdate[] {
  const shared = new Map(names.map((name) => [name, name]));
  const test = (name: string, low: number, high: number): Node => ({
    op: 'test',
    name: shared.get(name) ?? name,
    low,
    high,
  });
  const joined = (op: 'and' | 'or' | 'not' | 'true', of: readonly Node[]): Node => ({ op, of });
  const ofLeaf = (leaf: Leaf): Node => {
    if (leaf.kind !== 'file-version') return test(ownName(leaf), 0, unlimited);
    const [product = 0, , build = 0] = leaf.version.split('.').map(Number);
    const version = versionNumber(product - 1, build);
    return leaf.comparison === 'LessThan'
      ? test(orderedName(leaf), 0, version)
      : test(orderedName(leaf), version, unlimited);
  };
  const node = (rule: Rule): Node => {
    switch (rule.op) {
      case 'and':
      case 'or': {
        const range = rule.op === 'and' ? rangeOf(rule.of) : null;
        return range === null ? joined(rule.op, rule.of.map(node)) : test(range.name, range.low, range.high);
      }
      case 'not':
        return joined('not', [node(rule.of)]);
      case 'leaf':
        return ofLeaf(rule.leaf);
      case 'true':
        return joined('true', []);
      default:
        throw new TypeError(rule.op);
    }
  };
  return catalog.updates.map(({ parts }) => ({
    clauses: parts.flatMap(({ clauses }) =>
      clauses.map(({ when, state }) => ({ when: node(when), state: codes[state] })),
    ),
  }));
}

/** A registry range is one comparison, as in the other variants. */
function rangeOf(rules: readonly Rule[]) {
  const [a, b] = rules;
  if (rules.length !== 2 || a?.op !== 'leaf' || b?.op !== 'leaf') return null;
  if (a.leaf.kind !== 'reg-dword' || b.leaf.kind !== 'reg-dword') return null;
  return { name: orderedName(a.leaf), low: a.leaf.data, high: b.leaf.data };
}

function evaluate(rule: Node, facts: ReadonlyMap<string, number>): Truth {
  switch (rule.op) {
    case 'test': {
      const value = facts.get(rule.name);
      if (value === undefined) return isFalse;
      if (value === notCollected) return isUnknown;
      return value >= rule.low && value < rule.high ? isTrue : isFalse;
    }
    case 'and': {
      let result: Truth = isTrue;
      for (const child of rule.of) {
        const truth = evaluate(child, facts);
        if (truth === isFalse) return isFalse;
        if (truth === isUnknown) result = isUnknown;
      }
      return result;
    }
    case 'or': {
      let result: Truth = isFalse;
      for (const child of rule.of) {
        const truth = evaluate(child, facts);
        if (truth === isTrue) return isTrue;
        if (truth === isUnknown) result = isUnknown;
      }
      return result;
    }
    case 'not':
      return (isTrue - evaluate(rule.of[0] as Node, facts)) as Truth;
    case 'true':
      return isTrue;
  }
}

/** State code of one update: the one state that remains possible, else Unknown. */
export function decideObjects(update: ObjectUpdate, facts: ReadonlyMap<string, number>): number {
  let possible = -1;
  for (const { when, state } of update.clauses) {
    const truth = evaluate(when, facts);
    if (truth === isFalse) continue;
    if (possible >= 0 && possible !== state) return codes.Unknown;
    possible = state;
    if (truth === isTrue) return state;
  }
  return codes.Unknown;
}
