import type { Snippet } from 'svelte';
import type { SortValue } from '../state/sorting.ts';

/** A column of a list. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** What its numbers count, said where the pointer rests on the head. */
  readonly hint?: string;
  /** What sorting and plain cells use. */
  value(row: Row): SortValue;
  /** How a cell looks; the plain value where this is missing. */
  readonly cell?: Snippet<[Row]>;
  /** First column only: where its link leads. */
  href?(row: Row): string;
  /** Pixels; the one column without takes what is left. */
  readonly width?: number;
  /** Pixels it may shrink to where the room is short; without it the width stands. */
  readonly least?: number;
  /** Where there is no room for all of the text, its last part stays in sight. */
  readonly keepsEnd?: boolean;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  /** Not among the usual columns; the chooser shows it. */
  readonly extra?: boolean;
  /** Left out where the room is short; of several the last first. */
  readonly wide?: boolean;
}
