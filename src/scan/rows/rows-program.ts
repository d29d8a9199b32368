import type { Literal } from '../program/and-graph.ts';
import { trueLiteral } from '../program/and-graph.ts';
import { groupsOf } from '../program/compile-graph.ts';
import type { CatalogGraph } from '../program/compile-graph.ts';
import type { UpdateLiterals } from '../program/rule-literals.ts';
import { CodeWriter, outcomeFalse, outcomeTrue } from './code-writer.ts';
import type { Cell } from './code-writer.ts';

export interface RowsSegment {
  /** Address of the guard's code, or an outcome. */
  readonly guard: number;
  /** State code of all its updates where the guard surely fails. */
  readonly otherwise: number;
  readonly cells: readonly Cell[];
  /** Indexes into the catalog's updates, and where the decision of each begins. */
  readonly updates: Uint32Array;
  readonly decisions: Uint32Array;
}

/** A catalog for the typed-array engine. */
export interface RowsProgram {
  readonly subjects: number;
  /** Codes of a machine: subjects, one that is always unknown, cells. */
  readonly slots: number;
  /** Tests, `testWords` words each. */
  readonly code: Int32Array;
  /** Cells that guards ask. */
  readonly guardCells: readonly Cell[];
  readonly segments: readonly RowsSegment[];
  /**
   * Decisions: 1 if a first clause follows, its address and state; number of parts; each part: number of
   * clauses, then address and state of each.
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
  const segments = groups.map(({ guard, updates: of }, i): RowsSegment => {
    const members = of.map((update) => updates[update] as UpdateLiterals);
    const cells = writer.share(rootsOf(members));
    const decisions = Uint32Array.from(members, (update) => {
      const at = words.length;
      decide(update, writer, words);
      return at;
    });
    return {
      guard: entries[i] as number,
      otherwise: guard?.otherwise ?? 0,
      cells,
      updates: Uint32Array.from(of),
      decisions,
    };
  });
  return {
    subjects: table.subjects.length,
    slots: writer.slots,
    code: writer.code,
    guardCells,
    segments,
    words: Int32Array.from(words),
  };
}

function* rootsOf(members: readonly UpdateLiterals[]): Generator<Literal> {
  for (const { first, parts } of members) {
    if (first !== null) yield first.when;
    for (const part of parts) for (const { when } of part) yield when;
  }
}

function decide({ first, parts }: UpdateLiterals, writer: CodeWriter, words: number[]): void {
  const entry = (when: Literal) => writer.write(when, outcomeTrue, outcomeFalse);
  if (first === null) words.push(0);
  else words.push(1, entry(first.when), first.state);
  words.push(parts.length);
  for (const part of parts) {
    words.push(part.length);
    for (const { when, state } of part) words.push(entry(when), state);
  }
}
