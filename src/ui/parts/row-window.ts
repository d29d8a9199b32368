/** Rows that stand in the document, and the empty space that stands for the others. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Pixels above and below. */
  readonly before: number;
  readonly after: number;
}

const spare = 12;
/** A printed table is whole up to here: 5,000 rows are some 120 pages. */
const printed = 5000;

/** Height of a row in pixels: the --row token. */
export function rowHeight(): number {
  if (typeof document === 'undefined') return 32;
  return document.documentElement.dataset['density'] === 'compact' ? 26 : 32;
}

/**
 * @param count rows in all
 * @param top scrolled pixels
 * @param height pixels in sight
 */
export function windowOf(count: number, top: number, height: number, printing: boolean): RowWindow {
  if (printing) return { first: 0, end: Math.min(count, printed), before: 0, after: 0 };
  const row = rowHeight();
  const inSight = Math.ceil(height / row) + 2 * spare;
  // A filter can leave fewer rows than were scrolled past.
  const first = Math.max(0, Math.min(Math.floor(top / row) - spare, count - inSight));
  const end = Math.min(count, first + inSight);
  return { first, end, before: first * row, after: (count - end) * row };
}
