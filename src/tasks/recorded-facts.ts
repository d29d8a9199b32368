import type { Machine, RecordedFact } from '../domain/index.ts';
import type { Model } from './model.ts';

/** All recorded facts of one machine, in code unit order of their keys; none for an unknown machine. */
export function recordedFacts(model: Pick<Model, 'machines'>, machine: string): readonly RecordedFact[] {
  const table = model.machines.find(({ id }) => id === machine)?.facts;
  return table
    ? Object.keys(table.byKey)
        .sort()
        .map((key) => table.byKey[key] as RecordedFact)
    : [];
}

/** Machines without their recorded facts: thousands a machine, which a page asks for one at a time. */
export function withoutRecordedFacts(machines: readonly Machine[]): readonly Machine[] {
  return machines.map(({ facts: _facts, ...machine }) => machine);
}
