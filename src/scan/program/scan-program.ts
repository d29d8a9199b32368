import type { Subject } from '../quantise/subjects.ts';

/** Bytes of one plane of a block: one bit a machine. */
export const planeBytes = 16;
/** A node has a plane of machines for which it surely holds, and one for which it possibly does. */
export const nodeBytes = 32;
/** Words of a segment record; assembly/README.md names them. */
export const segmentWords = 10;

/** What deciding needs of a compiled catalog (assembly/README.md): plain numbers, sent to workers at once. */
export interface KernelProgram {
  /** Row of each update in the result planes: rows are in the order of segments. */
  readonly rows: Uint32Array;
  /** Planes of working memory, in nodes. */
  readonly nodes: number;
  /** `segmentWords` words a segment. */
  readonly segments: Uint32Array;
  /** Inputs, AND nodes and decisions of all segments. */
  readonly words: Uint32Array;
}

/** A compiled catalog: kept as one record under the catalog's key. */
export interface ScanProgram extends KernelProgram {
  readonly catalogKey: string;
  /** Ids in the catalog's order. */
  readonly updates: readonly string[];
  /** What is read of a machine. */
  readonly subjects: readonly Subject[];
}

/** Without what only reading machines needs: subjects are many objects, numbers are cheap to send. */
export function kernelPart({ rows, nodes, segments, words }: ScanProgram): KernelProgram {
  return { rows, nodes, segments, words };
}
