import { unknownOs } from '../domain/index.ts';
import type { Machine, Rule, TraceNode } from '../domain/index.ts';
import { traceRule } from './trace.ts';

/** A machine of which nothing is known: every question stays what it is. */
const nobody: Machine = {
  id: '',
  name: '',
  os: unknownOs,
  hotfixes: { completeness: 'missing', entries: [] },
  files: [],
  history: [],
  incomplete: [],
};

/** A rule in the shape of a proof, to be written in words: what it asks, of no machine. */
export function askedOfNobody(rule: Rule): TraceNode {
  return traceRule(rule, nobody, false);
}
