import type { CatalogWarning, MuFault } from '../../domain/index.ts';
import { maxNamedFaults } from './limits.ts';

/** What is wrong with one fragment; those outside of `MuFault` leave the update decidable. */
export type FragmentFault = MuFault | 'extended-missing' | 'localized-malformed' | 'eula-malformed';

export interface FaultyFragment {
  readonly updateId: string;
  readonly revision: number;
  readonly revisionId: number;
  readonly fault: FragmentFault;
  /** `unclosed tag: And` …; empty where the fault says it all. */
  readonly reason: string;
}

/** Counts the fragments that cannot be read and names the first of them, in the order of their updates. */
export class FaultList {
  readonly #named: FaultyFragment[] = [];
  #count = 0;
  #differing = 0;
  #firstDiffering = '';

  get count(): number {
    return this.#count;
  }

  add(fault: FaultyFragment): void {
    this.#count += 1;
    if (this.#named.length < maxNamedFaults) this.#named.push(fault);
  }

  /** The payload by the master list is another than by the extended fragment. */
  payloadDiffers(updateId: string): void {
    this.#differing += 1;
    if (this.#firstDiffering === '') this.#firstDiffering = updateId;
  }

  warnings(): readonly CatalogWarning[] {
    const named = [...this.#named].sort((a, b) =>
      a.updateId < b.updateId ? -1 : a.updateId > b.updateId ? 1 : a.revision - b.revision,
    );
    const warnings: CatalogWarning[] = named.map(({ updateId, revision, revisionId, fault, reason }) => ({
      code: 'fragment-unreadable',
      details: { update: updateId, revision, revisionId, fault, reason },
    }));
    if (this.#count > named.length) {
      const details = { count: this.#count, named: named.length };
      warnings.push({ code: 'fragments-unreadable', details });
    }
    if (this.#differing > 0) {
      const details = { document: this.#firstDiffering, field: 'PayloadFiles', count: this.#differing };
      warnings.push({ code: 'content-differs', details });
    }
    return warnings;
  }
}
