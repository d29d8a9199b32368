import { untrack } from 'svelte';
import type { Explanation } from '../../domain/index.ts';
import { decidingLeaves, firstOpen, visibleRows, type ProofRow } from './proof-rows.ts';
import { proofTree, type ProofNode } from './proof-tree.ts';

/** What of a proof stands open and where the keyboard is: one for the list and the picture. */
export class ProofView {
  readonly roots: readonly ProofNode[];
  #open = $state.raw<ReadonlySet<string>>(new Set());
  #at = $state('');
  readonly rows: readonly ProofRow[] = $derived.by(() => visibleRows(this.roots, this.#open));
  readonly deciding;

  /** What the tree is about and what decides in it: where that is the same, a new reading changes no place. */
  readonly matter: string;

  /** @param before the view that was shown until now: of the same proof its open nodes and place are kept */
  constructor(explanation: Explanation, before: ProofView | null = null) {
    this.roots = proofTree(explanation);
    this.deciding = decidingLeaves(this.roots);
    const { machine, update, state } = explanation.row;
    this.matter = [machine, update, state, ...this.deciding.map(({ node }) => node.id)].join(' ');
    const kept = before?.matter === this.matter ? before : null;
    this.#open = untrack(() => (kept ? kept.#open : null)) ?? firstOpen(this.roots);
    this.#at =
      untrack(() => kept?.at) ?? (this.roots.find((node) => node.decisive) ?? this.roots[0])?.id ?? '';
  }

  /** Id of the node that the keyboard is on. */
  get at(): string {
    return this.#at;
  }

  get row(): ProofRow | undefined {
    return this.rows.find((row) => row.node.id === this.#at);
  }

  isOpen(node: ProofNode): boolean {
    return this.#open.has(node.id);
  }

  goTo(id: string): void {
    this.#at = id;
  }

  toggle(node: ProofNode): void {
    if (node.of().length === 0) return;
    const open = new Set(this.#open);
    if (!open.delete(node.id)) open.add(node.id);
    this.#open = open;
  }

  /** The next (or previous) deciding question; everything above it is opened. False at the end. */
  stepDeciding(by: 1 | -1): boolean {
    const here = this.deciding.findIndex((leaf) => leaf.node.id === this.#at);
    const next = this.deciding[here < 0 ? (by > 0 ? 0 : this.deciding.length - 1) : here + by];
    if (!next) return false;
    this.#open = new Set([...this.#open, ...next.above]);
    this.#at = next.node.id;
    return true;
  }

  /** Keys of the ARIA tree pattern; says whether the key was one of them. */
  press(key: string): boolean {
    const at = this.rows.findIndex((row) => row.node.id === this.#at);
    const row = this.rows[at];
    if (!row) return false;
    const below = row.node.of();
    switch (key) {
      case 'ArrowDown':
        return this.#moveTo(this.rows[at + 1]);
      case 'ArrowUp':
        return this.#moveTo(this.rows[at - 1]);
      case 'Home':
        return this.#moveTo(this.rows[0]);
      case 'End':
        return this.#moveTo(this.rows.at(-1));
      case 'ArrowRight':
        if (below.length > 0 && !row.open) this.toggle(row.node);
        else if (row.open) this.#moveTo(this.rows[at + 1]);
        return true;
      case 'ArrowLeft':
        if (row.open) this.toggle(row.node);
        else this.#moveTo(row.parent ?? undefined);
        return true;
      case 'Enter':
      case ' ':
        this.toggle(row.node);
        return true;
      default:
        return false;
    }
  }

  /** A key at either end does nothing, but it is the tree's all the same. */
  #moveTo(row: ProofRow | undefined): boolean {
    if (row) this.#at = row.node.id;
    return true;
  }
}
