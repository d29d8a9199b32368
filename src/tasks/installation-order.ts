import { monthOf } from '../domain/index.ts';
import type { Update } from '../domain/index.ts';
import type { Supersedence } from './supersedence.ts';

/**
 * The order in which a bundle installs its updates, the same for the same updates:
 * servicing stacks first (the other updates are installed by them); then what is superseded before what
 * supersedes it; then by the month of the oldest document; then by KB number; then by id.
 */
export function installationOrder(updates: readonly Update[], order: Supersedence): readonly Update[] {
  const waiting = [...updates].sort(compareAlone);
  const sorted: Update[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex((update) => !waiting.some((other) => mustFollow(update, other, order)));
    // `replaces` and the servicing stack rule can only disagree in a circle; then the plain order decides.
    sorted.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return sorted;
}

function mustFollow(update: Update, other: Update, order: Supersedence): boolean {
  const stackFirst = Number(isServicingStack(update)) - Number(isServicingStack(other));
  return stackFirst === 0 && order.replaces(update.id, other.id);
}

function compareAlone(a: Update, b: Update): number {
  return (
    Number(isServicingStack(b)) - Number(isServicingStack(a)) ||
    month(a) - month(b) ||
    (a.kbNumber ?? Infinity) - (b.kbNumber ?? Infinity) ||
    (a.id < b.id ? -1 : 1)
  );
}

function isServicingStack(update: Update): boolean {
  return [update.title, ...update.subTypes].some((text) => /servicing stack/i.test(text));
}

/** Month of the oldest document: they are named oldest first. */
function month(update: Update): number {
  return monthOf(update.documents[0] ?? '') ?? 0;
}
