/** WindowsVersion and PlatformVersion: VerifyVersionInfo's algorithm (applicability rules, section 3). */
import type { OsFactName, RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, combined, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds } from './compare.ts';
import { numberAnswer } from './os-number.ts';
import { osFact, osNumbers, versionNumbers } from './os-facts.ts';

type VersionLeaf = Extract<RuleLeaf, { readonly kind: 'windows-version' }>;

/** All parts that are given must hold; each is asked on its own, so one false decides beside an unknown. */
export function answerOfWindowsVersion(leaf: VersionLeaf, context: LeafContext): LeafAnswer {
  const parts: LeafAnswer[] = [];
  if (leaf.productType !== null) {
    parts.push(numberAnswer('productType', 'EqualTo', leaf.productType, context));
  }
  if (leaf.suiteMask !== null) parts.push(suites(leaf.suiteMask, leaf.allSuites, context));
  if (leaf.build !== null) parts.push(build(leaf, leaf.build, context));
  const numbers = hierarchy(leaf, context);
  if (numbers !== null) parts.push(numbers);
  return parts.length === 0 ? notUnderstood('WindowsVersion without attributes') : combined('and', parts);
}

function suites(mask: number, all: boolean, context: LeafContext): LeafAnswer {
  const fact = osFact(context.machine, 'suiteMask');
  const found = osNumbers(context.machine, 'suiteMask');
  if (found.length !== 1) return notCollected([fact.subject]);
  const common = (found[0] as number) & mask;
  return answered(all ? common === mask : common !== 0, [fact]);
}

/** The build is compared on its own, whatever major and minor come to. */
function build(leaf: VersionLeaf, wanted: number, context: LeafContext): LeafAnswer {
  const fact = osFact(context.machine, 'version');
  const numbers = versionNumbers(fact);
  if (numbers === null) return notCollected([fact.subject]);
  return answered(holds(leaf.comparison, (numbers[2] as number) - wanted), [fact]);
}

/**
 * Major, minor, service pack major and minor: the first given number that differs decides; while they are
 * equal the next given one replaces the result.
 */
function hierarchy(leaf: VersionLeaf, context: LeafContext): LeafAnswer | null {
  const version = osFact(context.machine, 'version');
  const numbers = versionNumbers(version);
  const facts: RecordedFact[] = [];
  let result: LeafAnswer | null = null;
  const steps: readonly (readonly [number | null, number | OsFactName])[] = [
    [leaf.major, 0],
    [leaf.minor, 1],
    [leaf.servicePackMajor, 'servicePackMajor'],
    [leaf.servicePackMinor, 'servicePackMinor'],
  ];
  for (const step of steps) {
    const wanted = step[0];
    const where = step[1];
    if (wanted === null) continue;
    const fact = typeof where === 'number' ? version : osFact(context.machine, where);
    const found = typeof where === 'number' ? at(numbers, where) : at(osNumbers(context.machine, where), 0);
    if (found === null) return notCollected([fact.subject], facts);
    if (facts.length === 0 || facts[facts.length - 1] !== fact) facts.push(fact);
    const order = found - wanted;
    result = answered(holds(leaf.comparison, order), facts);
    if (order !== 0) return result;
  }
  return result;
}

function at(numbers: readonly number[] | null, index: number): number | null {
  return numbers === null || index >= numbers.length ? null : (numbers[index] as number);
}
