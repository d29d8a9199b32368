import { formatError } from '../../format-error.ts';

/** A cell of a row: the column's name as the file gives it, and its text. */
export type Cell = readonly [column: string, value: string];

/** A row of a category with its line. */
export interface Row {
  readonly category: string;
  /** Cells of columns that the category has twice stay both. */
  readonly cells: readonly Cell[];
  readonly line: number;
}

/** Rows of one report: a server of 2015 has some 3,500. */
export const maxRows = 100_000;

/** What both forms of a report say. */
export interface Report {
  readonly rows: readonly Row[];
  /** First category: the summary of the system, two columns. */
  readonly summary: readonly Row[];
  /** Time as the file gives it, or null. */
  readonly createdAt: string | null;
}

/** Rows in the order of the file; the category that comes first is the summary. */
export class ReportRows {
  readonly #file: string;
  readonly #rows: Row[] = [];
  #first: string | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  add(row: Row): void {
    if (this.#rows.length >= maxRows) {
      const place = `line ${String(row.line)}`;
      throw formatError('limit-exceeded', this.#file, place, { limit: 'rows', maximum: maxRows });
    }
    this.#first ??= row.category;
    this.#rows.push(row);
  }

  report(createdAt: string | null): Report {
    const summary = this.#rows.filter(({ category }) => category === this.#first);
    return { rows: this.#rows, summary, createdAt };
  }
}

/** The value of a summary row. */
export function summaryValue({ cells }: Row): string {
  return cells[1]?.[1] ?? '';
}
