/**
 * LIKE (applicability rules, section 3, WQL): `%` any run, `_` one character, `[a-z]` a set. Case does not
 * count: pattern and text are compared in lower case.
 */

/** One place of a pattern: a character, any character, or a set. */
type Place = string | null | { readonly not: boolean; readonly from: readonly string[] };

export interface LikePattern {
  /** In lower case. */
  readonly text: string;
  /** Runs of plain characters: a text without one of them cannot match. */
  readonly literals: readonly string[];
  /** Runs between the `%` signs; the first and the last stand at the ends. Made when first needed. */
  runs: readonly (readonly Place[])[] | null;
}

/** @param text in lower case */
export function parseLike(text: string): LikePattern {
  return { text, literals: literalsOf(text), runs: null };
}

/** Sets are left out whole: what stands before one and after one still counts. */
function literalsOf(text: string): readonly string[] {
  const plain = text.indexOf('[') < 0 ? text : text.replace(/\[[\s\S][^\]]*\]/g, '%');
  const literals: string[] = [];
  for (const run of plain.split('%')) {
    for (const part of run.split('_')) if (part !== '') literals.push(part);
  }
  return literals;
}

/** False where some literal occurs nowhere in `text` (lower case), which may be many texts joined. */
export function mayMatch(pattern: LikePattern, text: string): boolean {
  // The last one tells most: device patterns end in the number of the device.
  for (let i = pattern.literals.length - 1; i >= 0; i--) {
    if (text.indexOf(pattern.literals[i] as string) < 0) return false;
  }
  return true;
}

function runsOf(text: string): readonly (readonly Place[])[] {
  const runs: Place[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const sign = text.charAt(at);
    const close = sign === '[' ? text.indexOf(']', at + 2) : -1;
    if (sign === '%') runs.push([]);
    else {
      const place = close >= 0 ? setOf(text.slice(at + 1, close)) : sign === '_' ? null : sign;
      (runs[runs.length - 1] as Place[]).push(place);
    }
    at = close < 0 ? at + 1 : close + 1;
  }
  return runs;
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
  if (pattern.runs === null) pattern.runs = runsOf(pattern.text);
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
