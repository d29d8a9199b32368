import * as v from 'valibot';
import type { Rule } from '../../domain/index.ts';

/** No rule a reader of ours lets through is deeper (formats/rules/limits.ts). */
const deepest = 400;

/**
 * True for a value that has the shape of a rule: known operators, children where they belong, leaves
 * with a kind. What a leaf asks is left to the evaluator, for which an unknown kind is Unknown.
 */
export function isRule(value: unknown, depth = 0): value is Rule {
  if (depth > deepest || typeof value !== 'object' || value === null) return false;
  const { op, of, leaf } = value as { readonly op?: unknown; readonly of?: unknown; readonly leaf?: unknown };
  switch (op) {
    case 'true':
    case 'false':
      return true;
    case 'and':
    case 'or':
      return Array.isArray(of) && of.every((child) => isRule(child, depth + 1));
    case 'not':
    case 'proven':
      return isRule(of, depth + 1);
    case 'leaf':
      return isLeaf(leaf, depth);
    default:
      return false;
  }
}

function isLeaf(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, of } = value as { readonly kind?: unknown; readonly of?: unknown };
  return typeof kind === 'string' && (kind !== 'reg-key-loop' || isRule(of, depth + 1));
}

export const rule: v.GenericSchema<unknown, Rule> = v.custom<Rule>((value) => isRule(value));
