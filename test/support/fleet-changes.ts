/** Fleets and catalogs that change step by step, and what scans keep between the steps. */
import type { CompiledCatalog, Machine, StateBlock } from '../../src/domain/index.ts';
import type { ScanRecords } from '../../src/scan/index.ts';
import { randomCase } from './random-cases.ts';
import { randomMachine } from './random-machines.ts';
import { seeded } from './seeded.ts';

/** Updates of five random catalogs as one. */
export function catalogOf(seed: number): CompiledCatalog {
  const updates = [0, 1, 2, 3, 4].flatMap((part) =>
    randomCase(seeded(seed + part)).catalog.updates.map((rules) => ({
      ...rules,
      update: `${String(part)}-${rules.update}`,
    })),
  );
  return { key: `catalog ${String(seed)}`, updates };
}

export function fleetOf(seed: number, count: number): Machine[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => randomMachine(random, `m${String(i).padStart(4, '0')}`));
}

/** Records in memory, that count what is asked of them. */
export class KeptRecords implements ScanRecords {
  readonly #programs = new Map<string, ArrayBuffer>();
  readonly #facts = new WeakMap<StateBlock, Uint8Array<ArrayBuffer>>();
  factsRead = 0;
  programsCompiled = 0;

  async program(key: string): Promise<ArrayBuffer | null> {
    return this.#programs.get(key) ?? null;
  }

  async keepProgram(key: string, record: ArrayBuffer): Promise<void> {
    this.programsCompiled += 1;
    this.#programs.set(key, record);
  }

  async facts(block: StateBlock): Promise<Uint8Array<ArrayBuffer> | null> {
    const facts = this.#facts.get(block) ?? null;
    if (facts !== null) this.factsRead += 1;
    return facts?.slice() ?? null;
  }

  async keepFacts(block: StateBlock, facts: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#facts.set(block, facts.slice());
  }
}
