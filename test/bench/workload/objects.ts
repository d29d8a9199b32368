/** The straightforward way, as a base line: rules as objects, facts in a Map, recursive and three-valued. */
import type { CompiledCatalog, Leaf, Rule } from '../../../src/domain/index.ts';
import { notCollected, orderedName, ownName, versionNumber } from './fleet.ts';

const isFalse = 0;
const isUnknown = 1;
const isTrue = 2;
type Truth = 0 | 1 | 2;

type Node =
  | { readonly op: 'and' | 'or'; readonly of: readonly Node[] }
  | { readonly op: 'not'; readonly of: Node }
  | { readonly op: 'true' }
  /** The fact is there and its value lies in the half-open range. */
  | { readonly op: 'test'; readonly name: string; readonly low: number; readonly high: number };

export interface ObjectUpdate {
  readonly clauses: readonly { readonly when: Node; readonly state: number }[];
}

const codes = { Required: 0, Installed: 1, Unknown: 2, NotRequired: 3 } as const;

export function objectUpdates(catalog: CompiledCatalog): readonly ObjectUpdate[] {
  return catalog.updates.map(({ parts }) => ({
    clauses: parts.flatMap(({ clauses }) =>
      clauses.map(({ when, state }) => ({ when: node(when), state: codes[state] })),
    ),
  }));
}

function node(rule: Rule): Node {
  switch (rule.op) {
    case 'and':
    case 'or': {
      const range = rule.op === 'and' ? rangeOf(rule.of) : null;
      return range ?? { op: rule.op, of: rule.of.map(node) };
    }
    case 'not':
      return { op: 'not', of: node(rule.of) };
    case 'leaf':
      return test(rule.leaf);
    case 'true':
      return { op: 'true' };
    default:
      throw new TypeError(rule.op);
  }
}

/** A registry range is one comparison, as in the other variants. */
function rangeOf(rules: readonly Rule[]): Node | null {
  const [a, b] = rules;
  if (rules.length !== 2 || a?.op !== 'leaf' || b?.op !== 'leaf') return null;
  if (a.leaf.kind !== 'reg-dword' || b.leaf.kind !== 'reg-dword') return null;
  return { op: 'test', name: orderedName(a.leaf), low: a.leaf.data, high: b.leaf.data };
}

function test(leaf: Leaf): Node {
  if (leaf.kind !== 'file-version') return { op: 'test', name: ownName(leaf), low: 0, high: Infinity };
  const [product = 0, , build = 0] = leaf.version.split('.').map(Number);
  const version = versionNumber(product - 1, build);
  const [low, high] = leaf.comparison === 'LessThan' ? [0, version] : [version, Infinity];
  return { op: 'test', name: orderedName(leaf), low, high };
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
      return (isTrue - evaluate(rule.of, facts)) as Truth;
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
