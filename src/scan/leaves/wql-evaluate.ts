/**
 * A WQL condition over recorded rows. Texts compare without regard to case and by code; a column that
 * was not recorded makes its test unknown, NULL makes it fail without making its opposite hold.
 */
import type { ScalarComparison } from '../../domain/index.ts';
import { holds } from './compare.ts';
import { cellOf, columnText } from './wmi-rows.ts';
import type { Cell, WmiRow, WmiRows } from './wmi-rows.ts';
import { matchesLike, mayMatch } from './wql-like.ts';
import type { WqlComparison, WqlCondition } from './wql-parse.ts';

type Test = 'true' | 'false' | 'null' | 'unknown';

/** The first row that surely matches; whether some row may. */
export interface WqlMatch {
  readonly row: WmiRow | null;
  readonly open: boolean;
}

export function findRow(where: WqlCondition | null, rows: WmiRows): WqlMatch {
  const condition = where === null ? null : withoutHopeless(where, rows);
  if (condition !== null && condition.op === 'never') return { row: null, open: false };
  let open = false;
  for (const row of rows.rows) {
    const test = condition === null ? 'true' : testRow(condition, row);
    if (test === 'true') return { row, open: false };
    if (test === 'unknown') open = true;
  }
  return { row: null, open };
}

/**
 * Alternatives whose text occurs in no row are dropped before rows are looked at one by one: a query over
 * hundreds of device numbers mostly ends here.
 */
function withoutHopeless(condition: WqlCondition, rows: WmiRows): WqlCondition {
  switch (condition.op) {
    case 'like': {
      const text = columnText(rows, condition.column);
      return text === false || mayMatch(condition.pattern, text) ? condition : never;
    }
    case 'compare': {
      const text = condition.comparison === '=' && !condition.number && columnText(rows, condition.column);
      return typeof text === 'string' &&
        !/^(true|false|-?\d.*)$/.test(condition.value) &&
        text.indexOf(condition.value) < 0
        ? never
        : condition;
    }
    case 'or': {
      const of: WqlCondition[] = [];
      for (const child of condition.of) {
        const kept = withoutHopeless(child, rows);
        if (kept.op !== 'never') of.push(kept);
      }
      return of.length === 0 ? never : { op: 'or', of };
    }
    case 'and':
      for (const child of condition.of) if (withoutHopeless(child, rows).op === 'never') return never;
      return condition;
    default:
      return condition;
  }
}

const never: WqlCondition = { op: 'never' };

function testRow(condition: WqlCondition, row: WmiRow): Test {
  switch (condition.op) {
    case 'never':
      return 'false';
    case 'not': {
      const test = testRow(condition.of, row);
      return test === 'true' ? 'false' : test === 'false' ? 'true' : 'unknown';
    }
    case 'and':
      return weakest(condition.of, row, 'false');
    case 'or':
      return weakest(condition.of, row, 'true');
    case 'null': {
      const cell = cellOf(row, condition.column);
      return cell === undefined ? 'unknown' : cell === null ? 'true' : 'false';
    }
    case 'like': {
      const cell = cellOf(row, condition.column);
      if (cell === undefined) return 'unknown';
      if (cell === null) return 'null';
      const text = String(cell).toLowerCase();
      return mayMatch(condition.pattern, text) && matchesLike(condition.pattern, text) ? 'true' : 'false';
    }
    case 'compare': {
      const cell = cellOf(row, condition.column);
      if (cell === undefined) return 'unknown';
      return cell === null ? 'null' : compareCell(condition, cell);
    }
  }
}

/** And and Or with four outcomes: what settles it, else unknown, else NULL, else the other. */
function weakest(of: readonly WqlCondition[], row: WmiRow, settles: 'true' | 'false'): Test {
  let result: Test = settles === 'true' ? 'false' : 'true';
  for (const child of of) {
    const test = testRow(child, row);
    if (test === settles) return test;
    if (test === 'unknown' || (test === 'null' && result !== 'unknown')) result = test;
  }
  return result;
}

function compareCell(condition: Extract<WqlCondition, { readonly op: 'compare' }>, cell: Cell): Test {
  if (typeof cell === 'boolean') {
    const wanted = /^(true|1|-1)$/.test(condition.value) ? 1 : /^(false|0)$/.test(condition.value) ? 0 : null;
    if (wanted === null) return 'unknown';
    return byOrder(condition.comparison, (cell ? 1 : 0) - wanted);
  }
  const text = String(cell);
  if (typeof cell === 'number' || condition.number) {
    const number = /^-?\d+(\.\d+)?$/;
    if (!number.test(text) || !number.test(condition.value)) return 'unknown';
    return byOrder(condition.comparison, Number(text) - Number(condition.value));
  }
  if (condition.comparison === '=') return text.toLowerCase() === condition.value ? 'true' : 'false';
  // By code in upper case, as Windows compares without regard to case: `_` comes after the letters.
  const found = text.toUpperCase();
  const wanted = condition.value.toUpperCase();
  return byOrder(condition.comparison, found < wanted ? -1 : found > wanted ? 1 : 0);
}

const scalar: Readonly<Record<Exclude<WqlComparison, '<>'>, ScalarComparison>> = {
  '=': 'EqualTo',
  '<': 'LessThan',
  '<=': 'LessThanOrEqualTo',
  '>': 'GreaterThan',
  '>=': 'GreaterThanOrEqualTo',
};

function byOrder(comparison: WqlComparison, order: number): Test {
  const is = comparison === '<>' ? order !== 0 : holds(scalar[comparison], order);
  return is ? 'true' : 'false';
}
