/**
 * Cells of one line of comma- or semicolon-separated text; quotes double inside quoted cells. Quoted
 * line breaks do not occur in what Windows tools write. Linear in the length of the line.
 */
export function csvCells(line: string, separator = ','): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const { text, next } = line[at] === '"' ? quotedCell(line, at, separator) : bareCell(line, at, separator);
    cells.push(text);
    if (next > line.length) return cells;
    at = next;
  }
}

interface Cell {
  readonly text: string;
  /** Where the next cell begins; beyond the end after the last one. */
  readonly next: number;
}

function bareCell(line: string, from: number, separator: string): Cell {
  const found = line.indexOf(separator, from);
  const end = found < 0 ? line.length : found;
  return { text: line.slice(from, end), next: end + 1 };
}

function quotedCell(line: string, from: number, separator: string): Cell {
  let text = '';
  let at = from + 1;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) return { text: text + line.slice(at), next: line.length + 1 };
    text += line.slice(at, quote);
    if (line[quote + 1] !== '"') {
      const rest = bareCell(line, quote + 1, separator);
      return { text: text + rest.text, next: rest.next };
    }
    text += '"';
    at = quote + 2;
  }
}
