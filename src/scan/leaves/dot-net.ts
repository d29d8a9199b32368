/** .NET Framework in place: what a DotNetRollup asks before it can be installed (section 5, Decision). */
import type { FactTable, RecordedFact, RegistryData } from '../../domain/index.ts';
import { answered, notCollected } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { valueFact } from './registry-lookup.ts';

/** `Release` of the first 4.7.2, of the first 4.8.1, and of nothing that is known yet. */
const release472 = 461808;
const release481 = 533320;

/** `Package_for_DotNetRollup_481` is for 4.8.1, `Package_for_DotNetRollup` for 4.7.2 and 4.8. */
export function frameworkPresent(packageName: string, context: LeafContext): LeafAnswer {
  const newest = /_481$/.test(packageName);
  const fact = releaseFact(context.machine.facts);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  if (fact.state === 'absent') return answered(false, [fact]);
  const { data } = fact.value as RegistryData;
  if (typeof data !== 'number') return notCollected([fact.subject], [fact]);
  return answered(newest ? data >= release481 : data >= release472 && data < release481, [fact]);
}

function releaseFact(table: FactTable | undefined): RecordedFact {
  const key = 'SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full';
  return valueFact(table, [{ view: 'native', key }], 'Release');
}
