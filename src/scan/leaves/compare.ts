/** Comparisons of the rule language: numbers, versions, texts (applicability rules, sections 1 and 3). */
import type { ScalarComparison, StringComparison, Truth } from '../../domain/index.ts';
import type { RulePolicy } from '../policy.ts';

/** `order`: below, at or above zero, as found compares with wanted. */
export function holds(comparison: ScalarComparison, order: number): boolean {
  switch (comparison) {
    case 'LessThan':
      return order < 0;
    case 'LessThanOrEqualTo':
      return order <= 0;
    case 'EqualTo':
      return order === 0;
    case 'GreaterThanOrEqualTo':
      return order >= 0;
    case 'GreaterThan':
      return order > 0;
  }
}

/** Numbers of a version without leading zeros, as text: no part is too big to be compared exactly. */
export type VersionParts = readonly string[];

/** 1 to 4 dotted numbers; null where the text is none. Missing parts count as 0. */
export function parseVersion(text: string): VersionParts | null {
  if (!/^\d+(\.\d+){0,3}$/.test(text)) return null;
  const parts: string[] = [];
  for (const part of text.split('.')) {
    const digits = part.replace(/^0+/, '');
    parts.push(digits === '' ? '0' : digits);
  }
  return parts;
}

/** Below, at or above zero; only the first `count` parts where given. */
export function orderOfVersions(a: VersionParts, b: VersionParts, count = 4): number {
  for (let i = 0; i < count; i++) {
    const order = orderOfDigits(i < a.length ? (a[i] as string) : '0', i < b.length ? (b[i] as string) : '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** Two runs of decimal digits without leading zeros. */
export function orderOfDigits(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text test, and whether another case policy would change it. */
export interface TextTest {
  readonly truth: Truth;
  readonly byPolicy: boolean;
}

/** Texts that agree only without regard to case are the policy's business (section 3, Strings). */
export function testText(
  comparison: StringComparison,
  found: string,
  wanted: string,
  policy: RulePolicy,
): TextTest {
  if (textHolds(comparison, found, wanted)) return { truth: 'true', byPolicy: false };
  if (!textHolds(comparison, found.toLowerCase(), wanted.toLowerCase())) {
    return { truth: 'false', byPolicy: false };
  }
  const { stringCase } = policy;
  const truth = stringCase === 'unknown' ? 'unknown' : stringCase === 'insensitive' ? 'true' : 'false';
  return { truth, byPolicy: true };
}

function textHolds(comparison: StringComparison, found: string, wanted: string): boolean {
  switch (comparison) {
    case 'EqualTo':
      return found === wanted;
    case 'BeginsWith':
      return found.slice(0, wanted.length) === wanted;
    case 'Contains':
      return found.indexOf(wanted) >= 0;
    case 'EndsWith':
      return found.length >= wanted.length && found.slice(found.length - wanted.length) === wanted;
  }
}

export function sameText(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

/** Whole number within the range of an unsigned 32-bit one. */
export function isUint32(value: number): boolean {
  return value >= 0 && value <= 4294967295 && Math.floor(value) === value;
}
