import { childOf } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';

/** Statuses of items and of their parts (inventory-sources, section 13.3). */
export type ItemStatus = 'exists' | 'does not exist' | 'not collected' | 'error';

/** Status of an item or part; left out it is `exists`, and a word that is not known says nothing. */
export function statusOf(part: XmlPart | undefined): ItemStatus {
  const written = part?.attributes.get('status')?.trim().toLowerCase() ?? 'exists';
  if (written === 'exists' || written === 'does not exist' || written === 'error') return written;
  return 'not collected';
}

/** Trimmed text of a part that exists, else empty. */
export function textOf(item: XmlPart, name: string): string {
  const part = childOf(item, name);
  return part && statusOf(part) === 'exists' ? part.text.trim() : '';
}

/** All parts of a name: values of a list stand one by one. */
export function partsOf(item: XmlPart, name: string): readonly XmlPart[] {
  return item.children.filter((child) => child.name.toLowerCase() === name);
}

/** Why the answer is not there: `error`, `not-collected`, `masked`. */
export function unavailable(status: ItemStatus): { readonly state: 'unavailable'; readonly reason: string } {
  return { state: 'unavailable', reason: status === 'error' ? 'error' : 'not-collected' };
}
