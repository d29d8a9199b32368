import type { CompiledCatalog } from '../../domain/index.ts';
import { blockLayout } from '../quantise/block.ts';
import type { Literal } from './and-graph.ts';
import { trueLiteral } from './and-graph.ts';
import { compileGraph, groupsOf } from './compile-graph.ts';
import type { CatalogGraph, UpdateGroup } from './compile-graph.ts';
import type { UpdateLiterals } from './rule-literals.ts';
import { segmentWords } from './scan-program.ts';
import type { ScanProgram } from './scan-program.ts';
import { Places, writeSection } from './write-section.ts';
import type { Section } from './write-section.ts';

/** Compiles a catalog for the kernel. */
export function compileProgram(catalog: CompiledCatalog): ScanProgram {
  return writeProgram(catalog, compileGraph(catalog));
}

/**
 * Segments of updates with one guard. What the guards themselves need comes first and stays; the planes of
 * every other segment lie in the same memory, so the working set is that of the largest one.
 */
export function writeProgram(catalog: CompiledCatalog, compiled: CatalogGraph): ScanProgram {
  const { graph, table, updates, guards } = compiled;
  const context = { graph, table, layout: blockLayout(table.subjects) };
  const groups = groupsOf(guards).filter(({ updates: members }) => members.length > 0);
  const guardOf = (group: UpdateGroup): Literal =>
    group.guard === null
      ? trueLiteral
      : graph.or([group.guard.literal, ...firstsOf(group.updates.map((i) => updates[i] as UpdateLiterals))]);
  const literals = groups.map(guardOf);

  const places = new Places(graph.kinds.length);
  const writer = new SegmentWriter();
  const guarding = writeSection(context, literals, places, 2);
  writer.add(guarding, { guard: places.word(trueLiteral), otherwise: 0, first: 2 }, []);
  let nodes = guarding.end;
  const rows = new Uint32Array(updates.length);
  let row = 0;
  groups.forEach((group, i) => {
    const members = group.updates.map((update) => updates[update] as UpdateLiterals);
    const section = writeSection(context, rootsOf(members), places, guarding.end);
    const decisions = members.flatMap((update) => decisionWords(update, places));
    const guard = places.word(literals[i] as Literal);
    writer.add(
      section,
      { guard, otherwise: group.guard?.otherwise ?? 0, first: guarding.end, row },
      decisions,
    );
    writer.count(group.updates.length);
    for (const update of group.updates) rows[update] = row++;
    nodes = Math.max(nodes, section.end);
    places.forget(section.nodes);
  });
  return {
    catalogKey: catalog.key,
    updates: catalog.updates.map(({ update }) => update),
    rows,
    subjects: table.subjects,
    nodes,
    ...writer.finish(),
  };
}

/** Conditions of first clauses: where one may hold, the update has not the state of a failing guard. */
function firstsOf(members: readonly UpdateLiterals[]): Literal[] {
  return members.flatMap(({ first }) => (first === null ? [] : [first.when]));
}

function* rootsOf(members: readonly UpdateLiterals[]): Generator<Literal> {
  for (const { first, parts } of members) {
    if (first !== null) yield first.when;
    for (const part of parts) for (const { when } of part) yield when;
  }
}

/** An update as `decideUpdates` of the kernel reads it. */
function decisionWords({ first, parts }: UpdateLiterals, places: Places): number[] {
  const words = [parts.length + (first === null ? 0 : 0x10000)];
  if (first !== null) words.push(places.word(first.when) | (first.state << 1));
  for (const part of parts) {
    words.push(part.length);
    for (const { when, state } of part) words.push(places.word(when) | (state << 1));
  }
  return words;
}

class SegmentWriter {
  private readonly segments: number[] = [];
  private readonly words: number[] = [];

  add(
    section: Section,
    { guard, otherwise, first, row = 0 }: { guard: number; otherwise: number; first: number; row?: number },
    decisions: readonly number[],
  ): void {
    const inputs = this.append(section.inputWords);
    const runs = this.append(section.runWords);
    const decide = this.append(decisions);
    const { subjects } = section;
    this.segments.push(guard, otherwise, row, 0, first * 32, inputs, subjects, runs, section.runs, decide);
  }

  /** Number of updates of the segment added last. */
  count(updates: number): void {
    this.segments[this.segments.length - segmentWords + 3] = updates;
  }

  finish(): { segments: Uint32Array; words: Uint32Array } {
    return { segments: Uint32Array.from(this.segments), words: Uint32Array.from(this.words) };
  }

  /** @returns byte offset of the appended words */
  private append(words: readonly number[]): number {
    const offset = this.words.length * 4;
    for (const word of words) this.words.push(word);
    return offset;
  }
}
