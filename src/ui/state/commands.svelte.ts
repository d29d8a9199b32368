import { untrack } from 'svelte';

/** One thing a person can do: palette, menus, keys and the help come from the same object. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** `Control+k`, `/`, `g c` (one after the other), `?`; empty for none. */
  readonly keys: string;
  readonly group: 'everywhere' | 'pages' | 'rows';
  /** False keeps it out of the palette (keys that only make sense as keys). */
  readonly listed: boolean;
  run(): void;
}

/** All commands that are there now, and the keyboard that runs them. */
export class Commands {
  #sets = $state.raw<readonly (readonly Command[])[]>([]);
  #prefix = '';
  readonly all = $derived(this.#sets.flat());

  /** Adds commands; the returned function takes them away again. Later sets win a key. */
  add(commands: readonly Command[]): () => void {
    // Called inside effects: they must not depend on the list they change.
    this.#sets = [...untrack(() => this.#sets), commands];
    return () => (this.#sets = untrack(() => this.#sets).filter((set) => set !== commands));
  }

  /**
   * Runs the command of a key press and says whether there was one.
   * @param singleKeys false switches keys without Control or Alt off (WCAG 2.1.4)
   */
  press(event: KeyboardEvent, singleKeys: boolean): boolean {
    const key = nameOf(event);
    const modified = event.ctrlKey || event.altKey || event.metaKey;
    // Inside a field the keys belong to the field: its own undo, its own Escape.
    if (typing(event.target) && key !== 'Control+k' && key !== 'F6') return false;
    if (!modified && !singleKeys && key.length === 1) return false;
    const wanted = this.#prefix ? `${this.#prefix} ${key}` : key;
    const found = this.all.findLast((c) => c.keys === wanted) ?? this.all.findLast((c) => c.keys === key);
    this.#prefix = '';
    if (found) {
      found.run();
      return true;
    }
    if (!modified && this.all.some((c) => c.keys.startsWith(`${key} `))) {
      this.#prefix = key;
      return true;
    }
    return false;
  }
}

function nameOf(event: KeyboardEvent): string {
  return `${event.ctrlKey || event.metaKey ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type="checkbox"]):not([type="radio"])'))
  );
}
