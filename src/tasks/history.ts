import type { JournalAct } from '../domain/index.ts';
import type { Change } from '../store/index.ts';

/** A change without its journal entries: taking back and doing again write their own. */
export type BareChange = Omit<Change, 'journal'>;

/** One act that can be taken back, and how. */
export interface Step {
  readonly act: JournalAct;
  /** How many updates or machines it touched. */
  readonly count: number;
  readonly undo: BareChange;
  readonly redo: BareChange;
}

/** Acts that can be taken back, newest last. Lives as long as the session; the journal keeps them all. */
export class History {
  private readonly done: Step[] = [];
  private undone: Step[] = [];

  /** A new act: what was taken back before can no longer be done again. */
  push(step: Step): void {
    this.done.push(step);
    this.undone = [];
  }

  get undoable(): Step | null {
    return this.done.at(-1) ?? null;
  }

  get redoable(): Step | null {
    return this.undone.at(-1) ?? null;
  }

  /** The newest act was taken back. */
  wasUndone(): void {
    const step = this.done.pop();
    if (step) this.undone.push(step);
  }

  /** The act taken back last was done again. */
  wasRedone(): void {
    const step = this.undone.pop();
    if (step) this.done.push(step);
  }

  /** After a restore nothing earlier applies any more. */
  forget(): void {
    this.done.length = 0;
    this.undone = [];
  }
}
