import { StoreError } from './store-error.ts';

/**
 * Names of an error and of everything inside it. Dexie reports a full disk as `AbortError` whose
 * `inner` is the `QuotaExceededError`, and `instanceof Dexie.QuotaExceededError` is false
 * (security, section 3.5): only walking tells.
 */
function namesWithin(error: unknown): string[] {
  const names: string[] = [];
  const seen = new Set<unknown>();
  for (let at = error; typeof at === 'object' && at !== null && !seen.has(at);) {
    seen.add(at);
    const { name, inner, cause } = at as { name?: unknown; inner?: unknown; cause?: unknown };
    if (typeof name === 'string') names.push(name);
    at = inner ?? cause;
  }
  return names;
}

/**
 * Turns what Dexie or IndexedDB threw into a `StoreError`, or gives it back unchanged when it is none
 * of the expected failures (then it is a bug).
 *
 * @param needed bytes that were about to be written, for the words of `storage-full`
 * @param available bytes the browser says are left, or null
 */
export function classifyError(error: unknown, needed: number, available: number | null): unknown {
  if (error instanceof StoreError) return error;
  const names = namesWithin(error);
  if (names.includes('QuotaExceededError')) {
    // Newer browsers name a quota that does not depend on the disk: what is more than enough is not true.
    const believed = available !== null && available < needed ? available : 'unknown';
    return new StoreError('storage-full', { needed, available: believed }, error);
  }
  if (names.includes('DatabaseClosedError')) return new StoreError('storage-held', {}, error);
  const refused = [
    'MissingAPIError',
    'OpenFailedError',
    'SecurityError',
    'InvalidStateError',
    'UnknownError',
  ];
  if (refused.some((name) => names.includes(name))) return new StoreError('storage-blocked', {}, error);
  return error;
}
