/** Rows that stand in the document, and the empty space that stands for the others. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Pixels above and below. */
  readonly before: number;
  readonly after: number;
}

const spare = 12;
/** Rows of each drawing until the window is full: none beside the heads, a few, then the sight, then what is spare. */
const usual = [0, 8, 24, Infinity];
/** A printed table is whole up to here: 5,000 rows are some 120 pages. */
const printed = 5000;

/** Height of a row in pixels: the --row token. */
export function rowHeight(): number {
  if (typeof document === 'undefined') return 32;
  return document.documentElement.dataset['density'] === 'compact' ? 26 : 32;
}

/** Rows that may be drawn when so many drawings were made. */
export function mostRows(drawings: number): number {
  return usual[drawings] ?? Infinity;
}

/**
 * @param count rows in all
 * @param top scrolled pixels
 * @param height pixels in sight
 * @param most rows that may stand in the document now
 */
export function windowOf(
  count: number,
  top: number,
  height: number,
  printing: boolean,
  most = Infinity,
): RowWindow {
  if (printing) return { first: 0, end: Math.min(count, printed), before: 0, after: 0 };
  const row = rowHeight();
  const inSight = Math.ceil(height / row) + 2 * spare;
  // A filter can leave fewer rows than were scrolled past.
  const first = Math.max(0, Math.min(Math.floor(top / row) - spare, count - inSight));
  const end = Math.min(count, first + Math.min(most, inSight));
  return { first, end, before: first * row, after: (count - end) * row };
}
