import type { Update, Verdict } from '../../domain/index.ts';
import type { App } from './app.ts';

export const reviewLists = ['waiting', 'authorized', 'deferred', 'declined', 'all'] as const;
export type ReviewList = (typeof reviewLists)[number];

/** One update as it waits for, or has, a decision. */
export interface ReviewRow {
  readonly update: Update;
  readonly required: number;
  readonly unknown: number;
  readonly verdict: Verdict | 'open' | 'void';
  /** Update that is Required too and supersedes this one, or null. */
  readonly supersededBy: Update | null;
  /** Belongs to the track the site does not use (msrc-cvrf, section 4, step 5). */
  readonly alternative: boolean;
}

/** What is decided and what waits: rows of the Review page. */
export class Review {
  readonly #app: App;
  readonly rows: readonly ReviewRow[] = $derived.by(() => this.#rows());

  constructor(app: App) {
    this.#app = app;
  }

  /** Set aside: nothing to decide while a newer one, or the other track, is decided. */
  static aside(row: ReviewRow): boolean {
    return row.supersededBy !== null || row.alternative;
  }

  list(list: ReviewList, withAside: boolean): readonly ReviewRow[] {
    return this.rows.filter((row) => {
      if (list === 'all') return true;
      if (list !== 'waiting') return row.verdict === list;
      return isWaiting(row) && (withAside || !Review.aside(row));
    });
  }

  #rows(): readonly ReviewRow[] {
    const workspace = this.#app.workspace;
    const required = (id: string) => workspace.countsOfUpdate(id)?.Required ?? 0;
    return (workspace.snapshot?.updates ?? []).flatMap((update) => {
      const decision = workspace.decision(update.id);
      const count = required(update.id);
      if (count === 0 && !decision) return [];
      return [
        {
          update,
          required: count,
          unknown: workspace.countsOfUpdate(update.id)?.Unknown ?? 0,
          verdict: workspace.verdictOf(update.id),
          supersededBy: workspace.newerRequired(update),
          alternative: workspace.isOtherTrack(update),
        } satisfies ReviewRow,
      ];
    });
  }
}

function isWaiting(row: ReviewRow): boolean {
  return row.required > 0 && (row.verdict === 'open' || row.verdict === 'void');
}
