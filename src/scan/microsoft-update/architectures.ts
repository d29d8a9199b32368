import type { UpdateArchitecture } from '../../domain/index.ts';
import type { CurrentRevision } from './revisions.ts';

/** Detectoids of processors (wsusscn2, section 5). */
const detectoids: Readonly<Record<string, UpdateArchitecture>> = {
  '3e0afb10-a9fb-4c16-a60e-5790c3803437': 'x86',
  '59653007-e2e9-4f71-8525-2ff588527978': 'x64',
  'aabd43ad-a183-4f0b-8eee-8dbbcd67687f': 'IA64',
  '7af068bd-e532-41bd-8a11-a4099504e4a9': 'ARM',
  '6f4f15f9-589c-406b-8a4d-48ce3f715a96': 'ARM64',
};
const order: readonly UpdateArchitecture[] = ['x86', 'x64', 'IA64', 'ARM', 'ARM64'];
const all = (1 << order.length) - 1;

/** Architectures an update can stand on, by its prerequisites and theirs; of a parent those of its children. */
export type ArchitecturesOf = (id: string) => readonly UpdateArchitecture[];

/**
 * Sets of architectures as bits: alternatives unite, clauses intersect, an update that asks for none is for
 * all. Nothing is said of an update for all, or for none (its clauses contradict each other).
 */
export function architecturesOf(byId: ReadonlyMap<string, CurrentRevision>): ArchitecturesOf {
  const known = new Map<string, number>();
  const bitsOf = (id: string, depth: number): number => {
    const found = known.get(id);
    if (found !== undefined) return found;
    // Until it is known: what comes back to itself adds nothing.
    known.set(id, all);
    const bits = depth > 200 ? all : count(id, depth);
    known.set(id, bits);
    return bits;
  };
  const united = (ids: readonly string[], depth: number) =>
    ids.reduce((bits, id) => bits | bitsOf(id, depth + 1), 0);
  const count = (id: string, depth: number): number => {
    const own = Object.hasOwn(detectoids, id) ? detectoids[id] : undefined;
    if (own !== undefined) return 1 << order.indexOf(own);
    const revision = byId.get(id)?.revision;
    if (revision === undefined) return all;
    let bits = all;
    for (const { anyOf } of revision.prerequisites) bits &= united(anyOf, depth);
    const children = revision.bundled.flat();
    return children.length === 0
      ? bits
      : bits &
          united(
            children.map(({ updateId }) => updateId),
            depth,
          );
  };
  return (id) => {
    const bits = bitsOf(id, 0);
    return bits === all ? [] : order.filter((_, i) => ((bits >> i) & 1) === 1);
  };
}
