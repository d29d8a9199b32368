/** Platform, Processor, NumberOfProcessors, SystemMetric (applicability rules, section 3). */
import { factOf } from '../../domain/fact-table.ts';
import type { RuleLeaf } from '../../domain/index.ts';
import { answered, combined, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds } from './compare.ts';
import { numberAnswer } from './os-number.ts';
import { osFact, versionNumbers } from './os-facts.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

const ntPlatform = 2;

/** Recorded, else told by the version: from 5.0 on, and 4.0 build 1381, Windows is of the NT family. */
export function answerOfPlatform(leaf: Of<'platform'>, context: LeafContext): LeafAnswer {
  const recorded = factOf(context.machine.facts, { kind: 'os', name: 'platformId' });
  if (recorded.state === 'known') return numberAnswer('platformId', 'EqualTo', leaf.platform, context);
  const version = osFact(context.machine, 'version');
  const numbers = versionNumbers(version);
  if (numbers === null) return notCollected([recorded.subject]);
  const nt = (numbers[0] as number) >= 5 || numbers[2] === 1381;
  return nt ? answered(leaf.platform === ntPlatform, [version]) : notCollected([recorded.subject]);
}

/** Native architecture, level and revision: exact, each only where it is given. */
export function answerOfProcessor(leaf: Of<'processor'>, context: LeafContext): LeafAnswer {
  const parts: LeafAnswer[] = [];
  if (leaf.architecture !== null) {
    parts.push(numberAnswer('architecture', 'EqualTo', leaf.architecture, context));
  }
  if (leaf.level !== null) parts.push(numberAnswer('processorLevel', 'EqualTo', leaf.level, context));
  if (leaf.revision !== null) {
    parts.push(numberAnswer('processorRevision', 'EqualTo', leaf.revision, context));
  }
  return parts.length === 0 ? notUnderstood('Processor without attributes') : combined('and', parts);
}

/** GetSystemMetrics gives 0 for what the system does not know. */
export function answerOfMetric(leaf: Of<'system-metric'>, context: LeafContext): LeafAnswer {
  const fact = factOf(context.machine.facts, { kind: 'system_metric', index: leaf.index });
  const value = fact.state === 'absent' ? 0 : fact.value;
  if (fact.state === 'unavailable' || typeof value !== 'number') return notCollected([fact.subject]);
  return answered(holds(leaf.comparison, value - leaf.value), [fact]);
}
