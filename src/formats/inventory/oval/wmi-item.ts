import type { Answer } from '../collected-facts.ts';
import type { XmlPart } from '../xml-parts.ts';
import { partsOf, statusOf, textOf, unavailable } from './item.ts';

/** The answer of a `wmi57_item`: whether its query has a result; null without a query. */
export function wmiAnswer(item: XmlPart): Answer | null {
  const [namespace, query] = [textOf(item, 'namespace'), textOf(item, 'wql')];
  if (query === '' || query.length > 4000) return null;
  const subject = { kind: 'wmi_query', namespace: namespace || 'root\\cimv2', query } as const;
  const status = statusOf(item);
  if (status === 'error' || status === 'not collected') return { subject, ...unavailable(status) };
  const results = partsOf(item, 'result');
  const bad = results.map(statusOf).find((one) => one === 'error' || one === 'not collected');
  if (bad) return { subject, ...unavailable(bad) };
  const found = results.some((result) => statusOf(result) === 'exists');
  return { subject, state: 'known', value: status === 'exists' && found };
}
