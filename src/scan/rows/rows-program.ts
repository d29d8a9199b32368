import type { Literal } from '../program/and-graph.ts';
import { trueLiteral } from '../program/and-graph.ts';
import { groupsOf } from '../program/compile-graph.ts';
import type { CatalogGraph } from '../program/compile-graph.ts';
import type { UpdateLiterals } from '../program/rule-literals.ts';
import {
  CodeWriter,
  notThreaded,
  outcomeFalse,
  outcomeTrue,
  stateOutcome,
  testWords,
} from './code-writer.ts';
import type { Cell } from './code-writer.ts';

export interface RowsSegment {
  /** Address of the guard's code, or an outcome. */
  readonly guard: number;
  /** Address of what first tests take as true; where it is not, updates are decided clause by clause. */
  readonly assumed: number;
  /** State code of all its updates where the guard surely fails. */
  readonly otherwise: number;
  readonly cells: readonly Cell[];
  /** Row of its first update: states are given in the order of segments. */
  readonly row: number;
  /**
   * For each update the first test of its whole tree, and where its decision begins. First tests lie side by
   * side, because for most machines they are the only ones.
   */
  readonly heads: Int32Array;
  readonly decisions: Uint32Array;
}

/** A catalog for the typed-array engine. */
export interface RowsProgram {
  readonly subjects: number;
  /** Codes of a machine: subjects, one that is always unknown, cells. */
  readonly slots: number;
  /** Tests of four words, as `code-writer.ts` has them. */
  readonly code: Int32Array;
  /** Cells that guards ask. */
  readonly guardCells: readonly Cell[];
  readonly segments: readonly RowsSegment[];
  /** Row of each update of the catalog. */
  readonly rows: Uint32Array;
  /**
   * Decisions: number of parts, with 1 in the high half if a first clause follows; its address and state;
   * each part: number of clauses, then address and state of each.
   */
  readonly words: Int32Array;
}

/** @param guarded false: no product guards, every update is asked for every machine */
export function compileRows(compiled: CatalogGraph, guarded = true): RowsProgram {
  const { graph, table, updates } = compiled;
  const groups = groupsOf(guarded ? compiled.guards : compiled.guards.map(() => null));
  const writer = new CodeWriter(graph, table);
  const words: number[] = [];
  const guardOf = (of: readonly number[], guard: Literal): Literal =>
    graph.or([guard, ...of.flatMap((i) => updates[i]?.first?.when ?? [])]);
  const guards = groups.map(({ guard, updates: of }) =>
    guard === null ? trueLiteral : guardOf(of, guard.literal),
  );
  const guardCells = writer.share(guards);
  const entries = guards.map((guard) => writer.write(guard, outcomeTrue, outcomeFalse));
  const rows = new Uint32Array(updates.length);
  let row = 0;
  const segments = groups.map(({ guard, updates: of }, i): RowsSegment => {
    const first = row;
    for (const update of of) rows[update] = row++;
    const members = of.map((update) => updates[update] as UpdateLiterals);
    const cells = writer.share(rootsOf(members));
    const assumed = guard?.literal ?? trueLiteral;
    const heads = writer.assuming(assumed, () => headsOf(members, writer));
    const decisions = Uint32Array.from(members, (update) => {
      const at = words.length;
      decide(update, writer, words);
      return at;
    });
    return {
      guard: entries[i] as number,
      assumed: writer.write(assumed, outcomeTrue, outcomeFalse),
      otherwise: guard?.otherwise ?? 0,
      cells,
      row: first,
      heads,
      decisions,
    };
  });
  return {
    subjects: table.subjects.length,
    slots: writer.slots,
    code: writer.code,
    guardCells,
    segments,
    rows,
    words: Int32Array.from(words),
  };
}

function* rootsOf(members: readonly UpdateLiterals[]): Generator<Literal> {
  for (const { first, parts } of members) {
    if (first !== null) yield first.when;
    for (const part of parts) for (const { when } of part) yield when;
  }
}

function headsOf(members: readonly UpdateLiterals[], writer: CodeWriter): Int32Array {
  const heads = new Int32Array(members.length * testWords);
  members.forEach((update, i) => heads.set(writer.testAt(thread(update, writer)), i * testWords));
  return heads;
}

/**
 * One tree of tests for all clauses of an update with one part, with states as outcomes: right for machines
 * of which every level on the way is known.
 */
function thread({ first, parts }: UpdateLiterals, writer: CodeWriter): number {
  const [part] = parts;
  if (part === undefined || parts.length > 1) return notThreaded;
  let entry = stateOutcome(2);
  for (const { when, state } of [...part].reverse()) entry = writer.write(when, stateOutcome(state), entry);
  return first === null ? entry : writer.write(first.when, stateOutcome(first.state), entry);
}

function decide({ first, parts }: UpdateLiterals, writer: CodeWriter, words: number[]): void {
  const entry = (when: Literal) => writer.write(when, outcomeTrue, outcomeFalse);
  words.push(parts.length + (first === null ? 0 : 0x10000));
  if (first !== null) words.push(entry(first.when), first.state);
  for (const part of parts) {
    words.push(part.length);
    for (const { when, state } of part) words.push(entry(when), state);
  }
}
