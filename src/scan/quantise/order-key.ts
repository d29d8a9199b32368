import { orderOfTimes } from '../leaves/file-time.ts';
import type { Instant } from '../leaves/file-time.ts';
import { orderOfVersionKeys } from './version-key.ts';
import type { VersionKey } from './version-key.ts';

/** A constant in the form in which constants of its kind are compared. */
export type OrderKey = number | VersionKey | Instant;

/** Below, at or above zero; both keys of one kind of leaf. */
export function compareKeys(a: OrderKey, b: OrderKey): number {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  if ('seconds' in a || 'seconds' in b) return orderOfTimes(a as Instant, b as Instant);
  return orderOfVersionKeys(a, b);
}
