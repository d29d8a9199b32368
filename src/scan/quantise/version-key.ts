import { orderOfVersions, parseVersion } from '../leaves/compare.ts';
import type { VersionParts } from '../leaves/compare.ts';

/**
 * A version in a form that is compared at once: two parts a number. Same order as `orderOfVersions`; a
 * version with a part that does not fit is compared by its text.
 */
export interface VersionKey {
  readonly high: number;
  readonly low: number;
  /** No part is too big for the two numbers. */
  readonly fits: boolean;
  readonly text: string;
}

const partLimit = 2 ** 24;
const dot = 46;
const zero = 48;

/** 1 to 4 dotted numbers; null where the text is none. */
export function versionKey(text: string): VersionKey | null {
  let [part, digits, parts, high, low] = [0, 0, 0, 0, 0];
  let fits = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? dot : text.charCodeAt(at);
    if (code === dot) {
      if (digits === 0 || parts === 4) return null;
      if (parts < 2) high = high * partLimit + part;
      else low = low * partLimit + part;
      parts += 1;
      [part, digits] = [0, 0];
      continue;
    }
    const digit = code - zero;
    if (digit < 0 || digit > 9) return null;
    digits += 1;
    part = part * 10 + digit;
    if (part >= partLimit) fits = false;
  }
  // Missing parts count as 0.
  if (parts === 1) high *= partLimit;
  if (parts === 3) low *= partLimit;
  return { high, low, fits, text };
}

/** Below, at or above zero. */
export function orderOfVersionKeys(a: VersionKey, b: VersionKey): number {
  if (!a.fits || !b.fits) {
    return orderOfVersions(parseVersion(a.text) as VersionParts, parseVersion(b.text) as VersionParts);
  }
  return a.high - b.high || a.low - b.low;
}
