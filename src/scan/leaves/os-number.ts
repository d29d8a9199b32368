/** A number of the operating system compared with another; a number known in part may still decide. */
import type { OsFactName, ScalarComparison, Truth } from '../../domain/index.ts';
import { answered, notCollected } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds } from './compare.ts';
import { osFact, osNumbers } from './os-facts.ts';

export function numberAnswer(
  name: OsFactName,
  comparison: ScalarComparison,
  wanted: number,
  context: LeafContext,
): LeafAnswer {
  const fact = osFact(context.machine, name);
  let truth: Truth | null = null;
  for (const found of osNumbers(context.machine, name)) {
    const one: Truth = holds(comparison, found - wanted) ? 'true' : 'false';
    truth = truth === null || truth === one ? one : 'unknown';
  }
  if (truth === null || truth === 'unknown') return notCollected([fact.subject]);
  return answered(truth, fact.state === 'known' ? [fact] : []);
}
