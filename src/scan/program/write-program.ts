import type { CompiledCatalog } from '../../domain/index.ts';
import { blockLayout } from '../quantise/block.ts';
import type { Literal } from './and-graph.ts';
import { trueLiteral } from './and-graph.ts';
import { compileGraph, groupsOf } from './compile-graph.ts';
import type { CatalogGraph, UpdateGroup } from './compile-graph.ts';
import { InputOrder } from './input-order.ts';
import type { UpdateLiterals } from './rule-literals.ts';
import { nodeBytes } from './scan-program.ts';
import type { ScanProgram } from './scan-program.ts';
import { Places, writeSection } from './write-section.ts';
import type { Section } from './write-section.ts';
import { WordBuffer } from './word-buffer.ts';

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
  const words = new WordBuffer();
  const layout = blockLayout(table.subjects);
  const context = { graph, table, inputs: new InputOrder(graph, table), layout, words };
  const groups = groupsOf(guards).filter(({ updates: members }) => members.length > 0);
  const guardOf = (group: UpdateGroup): Literal =>
    group.guard === null
      ? trueLiteral
      : graph.or([group.guard.literal, ...firstsOf(group.updates.map((i) => updates[i] as UpdateLiterals))]);
  const literals = groups.map(guardOf);

  const places = new Places(graph.size);
  const segments = new WordBuffer();
  const guarding = writeSection(context, literals, places, 2);
  writeSegment(segments, guarding, { guard: places.word(trueLiteral), otherwise: 0, first: 2 }, words.length);
  let nodes = guarding.end;
  const rows = new Uint32Array(updates.length);
  let row = 0;
  groups.forEach((group, i) => {
    const members = group.updates.map((update) => updates[update] as UpdateLiterals);
    const section = writeSection(context, rootsOf(members), places, guarding.end);
    const decisions = words.length;
    for (const update of members) writeDecision(update, places, words);
    const guard = places.word(literals[i] as Literal);
    const otherwise = group.guard?.otherwise ?? 0;
    const segment = { guard, otherwise, first: guarding.end, row, updates: members.length };
    writeSegment(segments, section, segment, decisions);
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
    segments: segments.finish(),
    words: words.finish(),
  };
}

/** Conditions of first clauses: where one may hold, the update has not the state of a failing guard. */
function firstsOf(members: readonly UpdateLiterals[]): Literal[] {
  return members.flatMap(({ first }) => (first === null ? [] : [first.when]));
}

function rootsOf(members: readonly UpdateLiterals[]): Literal[] {
  const roots: Literal[] = [];
  for (const { first, parts } of members) {
    if (first !== null) roots.push(first.when);
    for (const part of parts) for (const { when } of part) roots.push(when);
  }
  return roots;
}

/** An update as `decideUpdates` of the kernel reads it. */
function writeDecision({ first, parts }: UpdateLiterals, places: Places, words: WordBuffer): void {
  words.push(parts.length + (first === null ? 0 : 0x10000));
  if (first !== null) words.push(places.word(first.when) | (first.state << 1));
  for (const part of parts) {
    words.push(part.length);
    for (const { when, state } of part) words.push(places.word(when) | (state << 1));
  }
}

interface Segment {
  readonly guard: number;
  readonly otherwise: number;
  /** Place of its first node. */
  readonly first: number;
  readonly row?: number;
  readonly updates?: number;
}

/** The ten words of a segment (assembly/README.md). @param decisions index of its first decision word */
function writeSegment(into: WordBuffer, section: Section, segment: Segment, decisions: number): void {
  const { guard, otherwise, first, row = 0, updates = 0 } = segment;
  const { inputs, subjects, runs, runCount } = section;
  for (const word of [guard, otherwise, row, updates, first * nodeBytes]) into.push(word);
  for (const word of [inputs, subjects, runs, runCount, decisions * 4]) into.push(word);
}
