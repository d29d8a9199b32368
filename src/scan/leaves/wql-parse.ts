/**
 * `SELECT … FROM class [WHERE condition]` with and, or, not, parentheses, comparisons, LIKE and IS NULL
 * (applicability rules, section 3: what all queries of the samples are). Anything else is not understood.
 */
import { newIndex, getAt, setAt } from './per-table.ts';
import { parseLike } from './wql-like.ts';
import type { LikePattern } from './wql-like.ts';
import { tokensOf } from './wql-tokens.ts';
import type { Token } from './wql-tokens.ts';

export type WqlComparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type WqlCondition =
  | { readonly op: 'and' | 'or'; readonly of: readonly WqlCondition[] }
  | { readonly op: 'not'; readonly of: WqlCondition }
  /** `value` in lower case; `number`: written without quotes. */
  | {
      readonly op: 'compare';
      readonly column: string;
      readonly comparison: WqlComparison;
      readonly value: string;
      readonly number: boolean;
    }
  | { readonly op: 'like'; readonly column: string; readonly pattern: LikePattern }
  | { readonly op: 'null'; readonly column: string }
  /** What cannot be true of any row, found out before the rows are looked at. */
  | { readonly op: 'never' };

export interface WqlQuery {
  /** Lower case. */
  readonly from: string;
  readonly where: WqlCondition | null;
}

/** Queries of packages have up to 20,000 characters; nesting goes three deep. */
const longestQuery = 1000000;
const deepest = 100;

/** One query text stands in many packages and is asked of every machine: parsed texts are kept. */
let parsed = newIndex<WqlQuery | 'not-understood'>();
let kept = 0;
const mostKept = 20000;

/** Null where the query is not understood. */
export function parseWql(query: string): WqlQuery | null {
  const known = getAt(parsed, query);
  if (known !== null) return known === 'not-understood' ? null : known;
  const tokens = query.length > longestQuery ? null : tokensOf(query);
  const made = tokens === null ? null : new WqlParser(tokens).query();
  if (kept >= mostKept) {
    parsed = newIndex();
    kept = 0;
  }
  kept += 1;
  setAt(parsed, query, made === null ? 'not-understood' : made);
  return made;
}

const swapped: Readonly<Record<string, WqlComparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

const straight: Readonly<Record<string, WqlComparison>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

class WqlParser {
  private at = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  query(): WqlQuery | null {
    if (!this.word('select') || !this.columns() || !this.word('from')) return null;
    const from = this.name();
    if (from === null) return null;
    if (this.at === this.tokens.length) return { from, where: null };
    if (!this.word('where')) return null;
    const where = this.any(0);
    return where !== null && this.at === this.tokens.length ? { from, where } : null;
  }

  /** Which columns are asked for does not matter: the rule is true when there is a row. */
  private columns(): boolean {
    if (this.sign('*')) return true;
    do {
      if (this.name() === null) return false;
    } while (this.sign(','));
    return true;
  }

  private any(depth: number): WqlCondition | null {
    return this.list('or', (below) => this.all(below), depth);
  }

  private all(depth: number): WqlCondition | null {
    return this.list('and', (below) => this.one(below), depth);
  }

  private list(
    op: 'and' | 'or',
    next: (depth: number) => WqlCondition | null,
    depth: number,
  ): WqlCondition | null {
    const first = next(depth);
    if (first === null) return null;
    if (!this.word(op)) return first;
    const of: WqlCondition[] = [first];
    do {
      const more = next(depth);
      if (more === null) return null;
      of.push(more);
    } while (this.word(op));
    return { op, of };
  }

  private one(depth: number): WqlCondition | null {
    if (depth > deepest) return null;
    if (this.word('not')) {
      const of = this.one(depth + 1);
      return of === null ? null : { op: 'not', of };
    }
    if (this.sign('(')) {
      const of = this.any(depth + 1);
      return of !== null && this.sign(')') ? of : null;
    }
    return this.test();
  }

  private test(): WqlCondition | null {
    const constant = this.constant();
    if (constant !== null) {
      const comparison = this.comparison(swapped);
      const column = comparison === null ? null : this.name();
      return comparison === null || column === null ? null : compare(column, comparison, constant);
    }
    const column = this.name();
    if (column === null) return null;
    if (this.word('is')) {
      const not = this.word('not');
      return this.word('null') ? turned({ op: 'null', column }, not) : null;
    }
    const not = this.word('not');
    if (this.word('like')) {
      const pattern = this.constant();
      if (pattern === null || pattern.kind !== 'text') return null;
      return turned({ op: 'like', column, pattern: parseLike(pattern.text) }, not);
    }
    const comparison = not ? null : this.comparison(straight);
    const value = comparison === null ? null : this.constant();
    return comparison === null || value === null ? null : compare(column, comparison, value);
  }

  private comparison(signs: Readonly<Record<string, WqlComparison>>): WqlComparison | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind !== 'sign') return null;
    const comparison = signs[token.text];
    if (comparison === undefined) return null;
    this.at += 1;
    return comparison;
  }

  private constant(): Token | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind === 'sign') return null;
    const named = token.kind === 'word' && (token.text === 'true' || token.text === 'false');
    if (token.kind === 'word' && !named) return null;
    this.at += 1;
    return token;
  }

  private name(): string | null {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind !== 'word' || isKeyword(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private word(text: string): boolean {
    return this.take('word', text);
  }

  private sign(text: string): boolean {
    return this.take('sign', text);
  }

  private take(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.at];
    if (token === undefined || token.kind !== kind || token.text !== text) return false;
    this.at += 1;
    return true;
  }
}

const keywords = ' select from where and or not like is null true false ';

function isKeyword(text: string): boolean {
  return text.length <= 6 && keywords.indexOf(` ${text} `) >= 0;
}

function turned(condition: WqlCondition, not: boolean): WqlCondition {
  return not ? { op: 'not', of: condition } : condition;
}

function compare(column: string, comparison: WqlComparison, constant: Token): WqlCondition {
  const { kind, text } = constant;
  return {
    op: 'compare',
    column,
    comparison,
    value: text,
    number: kind === 'number',
  };
}
