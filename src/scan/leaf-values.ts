/**
 * Truths of a list of leaves for one machine, as small integers. Hotfix leaves, by far the most,
 * are answered from the machine's list; all others by the reference's own `truthOfLeaf`.
 */
import type { Leaf, Machine } from '../domain/index.ts';
import { truthOfLeaf } from './leaf.ts';

export const leafFalse = 0;
export const leafUnknown = 1;
export const leafTrue = 2;

export interface LeafReader {
  /** Fills `into` (one byte a leaf) with `leafFalse`, `leafUnknown` or `leafTrue`. */
  read(machine: Machine, into: Uint8Array): void;
}

export function leafReader(leaves: readonly Leaf[]): LeafReader {
  const hotfixes = new Map<number, number>();
  const others: number[] = [];
  leaves.forEach((leaf, i) => {
    if (leaf.kind === 'hotfix') hotfixes.set(leaf.kb, i);
    else others.push(i);
  });
  return {
    read(machine, into) {
      into.fill(machine.hotfixes.completeness === 'complete' ? leafFalse : leafUnknown);
      for (const { kb } of machine.hotfixes.entries) {
        const index = kb === null ? undefined : hotfixes.get(kb);
        if (index !== undefined) into[index] = leafTrue;
      }
      for (const i of others) {
        const truth = truthOfLeaf(leaves[i] as Leaf, machine);
        into[i] = truth === 'true' ? leafTrue : truth === 'false' ? leafFalse : leafUnknown;
      }
    },
  };
}
