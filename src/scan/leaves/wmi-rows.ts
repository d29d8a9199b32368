/** Rows of a WMI class, prepared for queries once per fact table: names and texts in lower case. */
import { factsOfKind, isComplete } from '../../domain/fact-table.ts';
import type { FactTable, Machine, RecordedFact } from '../../domain/index.ts';
import { osFact, osNumbers } from './os-facts.ts';
import { getAt, newIndex, setAt } from './per-table.ts';
import type { TextIndex } from './per-table.ts';

export type Cell = string | number | boolean | null;

export interface WmiRow {
  readonly cells: TextIndex<Cell | { readonly none: true }>;
  /** As recorded, for the trace. */
  readonly source: Readonly<Record<string, Cell>>;
}

export interface WmiRows {
  readonly rows: readonly WmiRow[];
  /** The rows are all there are. */
  readonly complete: boolean;
  readonly facts: readonly RecordedFact[];
  /** By column: all texts joined, or false where a row lacks it; made when first asked. */
  readonly columns: TextIndex<string | false>;
}

/** NULL, which a map of cells cannot tell from a column that nobody recorded. */
const noValue = { none: true } as const;

/** Undefined where the column was not recorded. */
export function cellOf(row: WmiRow, column: string): Cell | undefined {
  const cell = getAt(row.cells, column);
  if (cell === null) return undefined;
  return typeof cell === 'object' ? null : cell;
}

export function rowsOf(
  sources: readonly Readonly<Record<string, Cell>>[],
  complete: boolean,
  facts: readonly RecordedFact[],
): WmiRows {
  const rows: WmiRow[] = [];
  for (const source of sources) {
    const cells = newIndex<Cell | { readonly none: true }>();
    for (const name in source) {
      if (!Object.prototype.hasOwnProperty.call(source, name)) continue;
      const cell = source[name] as Cell;
      setAt(cells, name.toLowerCase(), cell === null ? noValue : cell);
    }
    rows.push({ cells, source });
  }
  return { rows, complete, facts, columns: newIndex() };
}

/** All texts of a column in lower case, or false where some row has no text there. */
export function columnText(rows: WmiRows, column: string): string | false {
  const known = getAt(rows.columns, column);
  if (known !== null) return known;
  const texts: string[] = [];
  let whole = true;
  for (const row of rows.rows) {
    const cell = cellOf(row, column);
    if (cell === undefined || cell === null) whole = false;
    else texts.push(String(cell).toLowerCase());
  }
  const joined = whole ? texts.join('\n') : false;
  setAt(rows.columns, column, joined);
  return joined;
}

/**
 * Rows that other facts give, for classes nobody recorded: only columns that are known. Null for a class
 * they say nothing of.
 */
export function derivedRows(className: string, machine: Machine): WmiRows | null {
  switch (className) {
    case 'win32_product':
      return products(machine.facts);
    case 'win32_operatingsystem':
      return operatingSystem(machine);
    case 'win32_computersystem':
      return rowsOf([{ Name: machine.name }], true, []);
    default:
      return null;
  }
}

function products(table: FactTable | undefined): WmiRows {
  const facts: RecordedFact[] = [];
  const sources: Record<string, Cell>[] = [];
  for (const fact of factsOfKind(table, 'msi_product')) {
    if (fact.state !== 'known' || fact.subject.kind !== 'msi_product') continue;
    const value = fact.value as { readonly version?: string; readonly language?: number };
    const source: Record<string, Cell> = { IdentifyingNumber: fact.subject.product };
    if (value.version !== undefined) source['Version'] = value.version;
    if (value.language !== undefined) source['Language'] = String(value.language);
    sources.push(source);
    facts.push(fact);
  }
  return rowsOf(sources, table !== undefined && isComplete(table, 'msi'), facts);
}

function operatingSystem(machine: Machine): WmiRows {
  const source: Record<string, Cell> = {};
  const facts: RecordedFact[] = [];
  const version = osFact(machine, 'version');
  if (version.state === 'known' && typeof version.value === 'string') {
    source['Version'] = version.value;
    source['BuildNumber'] = version.value.slice(version.value.lastIndexOf('.') + 1);
    facts.push(version);
  }
  const name = osFact(machine, 'name');
  if (name.state === 'known' && typeof name.value === 'string') source['Caption'] = name.value;
  const numbers = [
    ['ProductType', 'productType'],
    ['ServicePackMajorVersion', 'servicePackMajor'],
    ['ServicePackMinorVersion', 'servicePackMinor'],
    ['OperatingSystemSKU', 'sku'],
    ['OSProductSuite', 'suiteMask'],
  ] as const;
  for (const column of numbers) {
    const found = osNumbers(machine, column[1]);
    if (found.length === 1) source[column[0]] = found[0] as number;
  }
  return rowsOf([source], true, facts);
}
