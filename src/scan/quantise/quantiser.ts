/**
 * Levels of a machine for every subject of a catalog. The only judge of a fact is `truthOfLeaf`: an
 * ordered subject is halved by asking it, so the levels cannot say anything else than the reference does.
 */
import type { Leaf, Machine, Truth } from '../../domain/index.ts';
import { truthOfLeaf } from '../leaf.ts';
import { askedWith } from './ordered-leaf.ts';
import type { Boundary } from './ordered-leaf.ts';
import type { Subject } from './subjects.ts';

/** Code of a machine about which nothing is known: level 0, open. */
export const unknownCode = 1;
const trueCode = 2;

export interface Quantiser {
  /** Fills `into` with one code a subject, `2 x level + open`. */
  levels(machine: Machine, into: Uint16Array): void;
}

export function createQuantiser(subjects: readonly Subject[]): Quantiser {
  const hotfixes = new Map<number, number>();
  const others: { readonly at: number; readonly level: (machine: Machine) => number }[] = [];
  const hotfixSubjects: number[] = [];
  subjects.forEach((subject, at) => {
    if (subject.kind === 'ordered') others.push({ at, level: orderedLevel(subject) });
    else if (subject.leaf.kind === 'hotfix') {
      hotfixes.set(subject.leaf.kb, at);
      hotfixSubjects.push(at);
    } else {
      const { leaf } = subject;
      others.push({ at, level: (machine) => ownCode(truthOfLeaf(leaf, machine)) });
    }
  });
  return {
    levels(machine, into) {
      // Hotfix leaves, by far the most, are answered from the machine's list at once.
      const notListed = machine.hotfixes.completeness === 'complete' ? 0 : unknownCode;
      for (const at of hotfixSubjects) into[at] = notListed;
      for (const { kb } of machine.hotfixes.entries) {
        const at = kb === null ? undefined : hotfixes.get(kb);
        if (at !== undefined) into[at] = trueCode;
      }
      for (const { at, level } of others) into[at] = level(machine);
    },
  };
}

function ownCode(truth: Truth): number {
  return truth === 'true' ? trueCode : truth === 'false' ? 0 : unknownCode;
}

/** Code of a machine for one ordered subject, by halving its boundaries. */
function orderedLevel(subject: Subject & { readonly kind: 'ordered' }): (machine: Machine) => number {
  const { like, boundaries, valued } = subject;
  // Made when they are first asked: a scan from kept facts asks none.
  const probes: (Leaf | undefined)[] = [];
  const inverted = like.kind === 'hotfixes-below';
  const reached = (machine: Machine, at: number): Truth => {
    const leaf = (probes[at] ??= probe(like, boundaries[at] as Boundary));
    const truth = truthOfLeaf(leaf, machine);
    if (!inverted || truth === 'unknown') return truth;
    return truth === 'true' ? 'false' : 'true';
  };
  const [lowest] = boundaries;
  const below = valued && lowest !== undefined ? complement(like, lowest) : null;
  return (machine) => {
    let low = 0;
    let high = boundaries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (reached(machine, middle) === 'true') low = middle + 1;
      else high = middle;
    }
    const open = low < boundaries.length && reached(machine, low) === 'unknown' ? 1 : 0;
    if (low > 0 || below === null || open) return 2 * (low > 0 && valued ? low + 1 : low) + open;
    const value = truthOfLeaf(below, machine);
    return value === 'true' ? 2 : value === 'false' ? 0 : unknownCode;
  };
}

/** The leaf that asks whether a boundary is reached (of a `hotfixes-below`: whether it is not). */
function probe(like: Leaf, { constant, above }: Boundary): Leaf {
  if (like.kind === 'ubr') {
    // Revisions are whole numbers: above 5 is 6 at least.
    return { kind: 'ubr', comparison: '>=', value: Number(constant) + (above ? 1 : 0) };
  }
  if (like.kind === 'hotfixes-below') return { kind: 'hotfixes-below', kb: Number(constant) };
  return askedWith(like, above ? 'GreaterThan' : 'GreaterThanOrEqualTo', constant);
}

/** The leaf that is true for values below the lowest boundary, and false where there is no value. */
function complement(like: Leaf, { constant, above }: Boundary): Leaf {
  return askedWith(like, above ? 'LessThanOrEqualTo' : 'LessThan', constant);
}
