/**
 * LIKE (applicability rules, section 3, WQL): `%` any run, `_` one character, `[a-z]` a set. Case does not
 * count: pattern and text are compared in lower case.
 */

/** One place of a pattern: a character, any character, or a set. */
type Place = string | null | { readonly not: boolean; readonly from: readonly string[] };

export interface LikePattern {
  /** Runs between the `%` signs; the first and the last stand at the ends. */
  readonly runs: readonly (readonly Place[])[];
  /** Longest run of plain characters: a text without it cannot match. */
  readonly literal: string;
}

export function parseLike(pattern: string): LikePattern {
  const text = pattern.toLowerCase();
  const runs: Place[][] = [[]];
  let literal = '';
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const close = sign === '[' ? text.indexOf(']', at + 2) : -1;
    if (sign !== '%' && sign !== '_' && close < 0) {
      plain += sign;
      (runs[runs.length - 1] as Place[]).push(sign);
      at += 1;
      if (plain.length > literal.length) literal = plain;
      continue;
    }
    plain = '';
    if (sign === '%') runs.push([]);
    else (runs[runs.length - 1] as Place[]).push(sign === '_' ? null : setOf(text.slice(at + 1, close)));
    at = close < 0 ? at + 1 : close + 1;
  }
  return { runs, literal };
}

/** `^` turns a set round; WQL writes ranges with `-` and with `=`. */
function setOf(text: string): Place {
  const not = text.charAt(0) === '^' && text.length > 1;
  const from: string[] = [];
  let at = not ? 1 : 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const dash = text.charAt(at + 1);
    if ((dash === '-' || dash === '=') && at + 2 < text.length) {
      from.push(sign + text.charAt(at + 2));
      at += 3;
    } else {
      from.push(sign + sign);
      at += 1;
    }
  }
  return { not, from };
}

/** @param text in lower case */
export function matchesLike(pattern: LikePattern, text: string): boolean {
  const { runs } = pattern;
  const first = runs[0] as readonly Place[];
  if (!runAt(first, text, 0)) return false;
  if (runs.length === 1) return text.length === first.length;
  const last = runs[runs.length - 1] as readonly Place[];
  const end = text.length - last.length;
  let at = first.length;
  for (let i = 1; i < runs.length - 1; i++) {
    const run = runs[i] as readonly Place[];
    while (at + run.length <= end && !runAt(run, text, at)) at += 1;
    if (at + run.length > end) return false;
    at += run.length;
  }
  return at <= end && runAt(last, text, end);
}

function runAt(run: readonly Place[], text: string, at: number): boolean {
  if (at + run.length > text.length) return false;
  for (let i = 0; i < run.length; i++) {
    const place = run[i] as Place;
    const sign = text.charAt(at + i);
    if (typeof place === 'string') {
      if (place !== sign) return false;
    } else if (place !== null && inSet(place.from, sign) === place.not) return false;
  }
  return true;
}

function inSet(from: readonly string[], sign: string): boolean {
  for (const range of from) if (sign >= range.charAt(0) && sign <= range.charAt(1)) return true;
  return false;
}
