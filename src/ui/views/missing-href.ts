import type { MissingFact } from '../../tasks/engine.ts';

/** Facts of rules: what waits for one of them is a list of pairs of its own. */
const pairKinds: readonly string[] = ['fact', 'element', 'update'];

/** Where a missing fact is seen: the machines that lack it, the updates or the pairs that wait for it. */
export function missingHref(fact: MissingFact): string {
  const machines: Readonly<Record<string, string>> = {
    'os-facts': 'missing:os-facts-missing',
    'build-table': 'missing:build-not-known',
    ubr: 'missing:ubr-missing',
    'hotfix-list': 'missing:hotfix-list-cut missing:hotfix-list-missing',
  };
  const query = machines[fact.kind];
  if (query !== undefined) return `#/machines?q=${encodeURIComponent(query)}`;
  if (fact.kind === 'missing-months') return '#/catalogs';
  if (pairKinds.includes(fact.kind)) {
    const text = encodeURIComponent(`${fact.kind}|${fact.subject}`);
    return `#/machines?view=facts&fact=${text}`;
  }
  const updates =
    fact.kind === 'component-version' ? `component:"${fact.subject}"` : `product:"${fact.subject}"`;
  return `#/updates?q=${encodeURIComponent(updates)}`;
}
