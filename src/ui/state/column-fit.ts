/** How the columns of a list share the room they have. */

interface FittingColumn {
  readonly id: string;
  readonly width?: number;
  readonly least?: number;
  readonly extra?: boolean;
  readonly wide?: boolean;
}

/** The one column without a width takes what is left, and wants at least this much. */
const open = 200;
const openLeast = 150;
/** Before it gets less than this, columns that can be spared go: titles must be told apart. */
const openReadable = 270;

const wanted = (column: FittingColumn) => column.width ?? open;
const least = (column: FittingColumn) => column.least ?? column.width ?? openLeast;
const readable = (column: FittingColumn) =>
  column.width === undefined ? Math.max(openReadable, least(column)) : least(column);
const sum = (columns: readonly FittingColumn[], of: (column: FittingColumn) => number) =>
  columns.reduce((total, column) => total + of(column), 0);

/**
 * The usual columns: where they do not fit even at their least, those marked `wide` go, the last first.
 * @param room pixels of the table
 */
export function usualColumns<Column extends FittingColumn>(
  columns: readonly Column[],
  room: number,
): readonly Column[] {
  let usual = columns.filter((column) => !column.extra);
  for (const spare of usual.filter((column) => column.wide).reverse()) {
    if (sum(usual, readable) <= room) break;
    usual = usual.filter((column) => column !== spare);
  }
  return usual;
}

/**
 * Pixels for each column. What is too much is taken from those that may shrink, in proportion to what
 * they can give; when that is not enough the sum exceeds the room, and the table scrolls sideways.
 */
export function columnWidths(columns: readonly FittingColumn[], room: number): readonly number[] {
  const excess = Math.max(0, sum(columns, wanted) - room);
  const give = sum(columns, (column) => wanted(column) - least(column));
  const share = give === 0 ? 0 : Math.min(1, excess / give);
  return columns.map((column) => Math.floor(wanted(column) - (wanted(column) - least(column)) * share));
}
