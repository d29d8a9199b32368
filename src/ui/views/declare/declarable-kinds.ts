import type { Blocker } from '../../../domain/index.ts';

const kinds: readonly string[] = [
  'product-presence',
  'product-version',
  'component-version',
  'channel-table',
] satisfies Blocker['kind'][];

/** Whether a missing fact is about a product that the site can declare. */
export function isDeclarable(kind: string): boolean {
  return kinds.includes(kind);
}
