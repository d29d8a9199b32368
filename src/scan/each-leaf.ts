import type { Clause, CompiledCatalog, Leaf, Rule } from '../domain/index.ts';

/** Calls `visit` for every leaf of every rule, in rule order; shared rules once. */
export function forEachLeaf(catalog: CompiledCatalog, visit: (leaf: Leaf) => void): void {
  const seen = new Set<Rule>();
  const walk = (rule: Rule): void => {
    if (seen.has(rule)) return;
    seen.add(rule);
    if (rule.op === 'leaf') visit(rule.leaf);
    else if (rule.op === 'not' || rule.op === 'proven') walk(rule.of);
    else if (rule.op === 'and' || rule.op === 'or') rule.of.forEach(walk);
  };
  const clause = (of: Clause): void => walk(of.when);
  for (const update of catalog.updates) {
    if (update.first !== null) clause(update.first);
    for (const part of update.parts) part.clauses.forEach(clause);
  }
}
