import { readFileSync } from 'node:fs';
import type { Machine, Rule, Truth } from '../../src/domain/index.ts';
import type { RulePolicy } from '../../src/scan/policy.ts';
import { factsMachine } from './facts-machine.ts';
import type { FactLine } from './facts-machine.ts';

const folder = new URL('../golden/applicability-vectors/', import.meta.url);

export interface Vector {
  readonly name: string;
  readonly machine: string;
  readonly rule: Rule;
  readonly expected: Truth;
  readonly policy?: RulePolicy;
}

interface FactsFile {
  readonly machine: { readonly name: string };
  readonly complete: readonly string[];
  readonly facts: readonly FactLine[];
}

export function readVectors(): readonly Vector[] {
  return (read('vectors.json') as { readonly vectors: readonly Vector[] }).vectors;
}

/** Machines by the name that vectors use. */
export function readVectorMachines(): Readonly<Record<string, Machine>> {
  const machines: Record<string, Machine> = {};
  for (const file of ['m.facts.json', 'nothing-collected.facts.json']) {
    const { machine, complete, facts } = read(file) as FactsFile;
    machines[machine.name] = factsMachine(facts, complete, machine.name);
  }
  return machines;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}
