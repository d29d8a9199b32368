import { SvelteSet } from 'svelte/reactivity';

/** Chosen rows of one list, by id; survives filtering, and ranges follow the order shown. */
export class Selection {
  readonly ids = new SvelteSet<string>();
  /** Row the keyboard is on, or empty. */
  pointed = $state('');
  #anchor = '';

  get size(): number {
    return this.ids.size;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id);
    this.#anchor = id;
  }

  /** Adds everything between the last toggled row and this one, in the order shown. */
  extend(id: string, shown: readonly string[]): void {
    const from = shown.indexOf(this.#anchor);
    const to = shown.indexOf(id);
    if (from < 0 || to < 0) {
      this.toggle(id);
      return;
    }
    for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) this.ids.add(each);
  }

  set(ids: Iterable<string>): void {
    this.ids.clear();
    for (const id of ids) this.ids.add(id);
  }

  clear(): void {
    this.ids.clear();
    this.#anchor = '';
  }
}
