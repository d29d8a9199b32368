import type { CompiledCatalog } from '../../domain/index.ts';
import { SubjectBuilder } from '../quantise/subjects.ts';
import type { SubjectTable } from '../quantise/subjects.ts';
import { AndGraph } from './and-graph.ts';
import { findGuards } from './guards.ts';
import type { Guard } from './guards.ts';
import { RuleLiterals } from './rule-literals.ts';
import type { UpdateLiterals } from './rule-literals.ts';

/** All rules of a catalog as one graph: what the programs of kernel and rows are written from. */
export interface CatalogGraph {
  readonly graph: AndGraph;
  readonly table: SubjectTable;
  /** In the catalog's order. */
  readonly updates: readonly UpdateLiterals[];
  readonly guards: readonly (Guard | null)[];
}

export function compileGraph(catalog: CompiledCatalog): CatalogGraph {
  const graph = new AndGraph();
  const builder = new SubjectBuilder(graph);
  const literals = new RuleLiterals(graph, builder);
  const updates = catalog.updates.map((rules) => literals.update(rules));
  return { graph, table: builder.finish(), updates, guards: findGuards(graph, updates) };
}

/** Updates of one guard; null guard: always evaluated. */
export interface UpdateGroup {
  readonly guard: Guard | null;
  /** Indexes into the catalog's updates, ascending. */
  readonly updates: readonly number[];
}

/** Smaller groups are cheaper to evaluate than to guard. */
const fewest = 4;

/** Updates by guard, those without one first. */
export function groupsOf(guards: readonly (Guard | null)[]): readonly UpdateGroup[] {
  const groups = new Map<string, { guard: Guard; updates: number[] }>();
  const always: number[] = [];
  guards.forEach((guard, update) => {
    if (guard === null) return void always.push(update);
    const key = `${String(guard.literal)} ${String(guard.otherwise)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { guard, updates: [update] });
    else group.updates.push(update);
  });
  const all = [...groups.values()];
  for (const { updates } of all) if (updates.length < fewest) always.push(...updates);
  const guarded = all.filter(({ updates }) => updates.length >= fewest);
  return [{ guard: null, updates: always.sort((a, b) => a - b) }, ...guarded];
}
