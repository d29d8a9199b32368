/** DeviceAttribute (applicability rules, section 5). */
import { factOf } from '../../domain/fact-table.ts';
import type { RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds, orderOfVersions, parseVersion, testText } from './compare.ts';
import { osFact, osNumbers } from './os-facts.ts';
import { compareOsVersion } from './os-version.ts';

type DeviceLeaf = Extract<RuleLeaf, { readonly kind: 'device-attribute' }>;

export function answerOfDevice(leaf: DeviceLeaf, context: LeafContext): LeafAnswer {
  const fact = factOf(context.machine.facts, { kind: 'device_attribute', name: leaf.name });
  if (fact.state === 'known') return testValue(leaf, String(fact.value), [fact], context);
  // Stated to be absent; what a complete list leaves unsaid may still follow from the OS facts.
  if (fact.state === 'absent' && fact.file !== '') return unset(leaf, fact);
  const bySystem = fromSystem(leaf, fact, context);
  return bySystem.truth === 'unknown' && fact.state === 'absent' ? unset(leaf, fact) : bySystem;
}

function fromSystem(leaf: DeviceLeaf, fact: RecordedFact, context: LeafContext): LeafAnswer {
  switch (leaf.name.toLowerCase()) {
    case 'osversion':
      return osVersion(leaf, context);
    case 'osskuid':
    case 'sku':
      return edition(leaf, fact, context);
    case 'producttype':
      return productType(leaf, fact, context);
    case 'honorwufbdeferrals':
      // Not set on a machine that nobody manages online.
      return leaf.comparison === 'EqualTo' ? answered(false, []) : notCollected([fact.subject]);
    default:
      return notCollected([fact.subject]);
  }
}

/** An attribute that is not set equals nothing; other comparisons with it are not documented. */
function unset(leaf: DeviceLeaf, fact: RecordedFact): LeafAnswer {
  if (leaf.comparison === 'EqualTo') return answered(false, [fact]);
  return notUnderstood(`DeviceAttribute ${leaf.comparison} of an unset attribute`, [fact]);
}

function osVersion(leaf: DeviceLeaf, context: LeafContext): LeafAnswer {
  const wanted = parseVersion(leaf.value);
  return wanted === null
    ? notUnderstood('DeviceAttribute Value')
    : compareOsVersion(leaf.comparison, wanted, context);
}

function edition(leaf: DeviceLeaf, fact: RecordedFact, context: LeafContext): LeafAnswer {
  const numbers = osNumbers(context.machine, 'sku');
  if (numbers.length !== 1) return notCollected([fact.subject]);
  return testValue(leaf, String(numbers[0]), [osFact(context.machine, 'sku')], context);
}

const productTypes = ['WinNT', 'LanmanNT', 'ServerNT'] as const;

/** WinNT workstation, LanmanNT domain controller, ServerNT other servers. */
function productType(leaf: DeviceLeaf, fact: RecordedFact, context: LeafContext): LeafAnswer {
  const numbers = osNumbers(context.machine, 'productType');
  const type = osFact(context.machine, 'productType');
  const answers: LeafAnswer[] = [];
  for (const number of numbers) {
    const name = productTypes[number - 1];
    if (name !== undefined)
      answers.push(testValue(leaf, name, type.state === 'known' ? [type] : [], context));
  }
  const first = answers[0];
  if (first === undefined) return notCollected([fact.subject]);
  for (const answer of answers) if (answer.truth !== first.truth) return notCollected([type.subject]);
  return first;
}

function testValue(
  leaf: DeviceLeaf,
  found: string,
  facts: readonly RecordedFact[],
  context: LeafContext,
): LeafAnswer {
  if (leaf.type === 'Version') {
    const wanted = parseVersion(leaf.value);
    const version = parseVersion(found);
    if (wanted === null || version === null) return notUnderstood('DeviceAttribute Value', facts);
    return answered(holds(leaf.comparison, orderOfVersions(version, wanted)), facts);
  }
  if (leaf.comparison === 'EqualTo') {
    const { truth, byPolicy } = testText('EqualTo', found, leaf.value, context.policy);
    if (truth === 'unknown') return notUnderstood('DeviceAttribute case of letters', facts);
    return answered(truth, facts, byPolicy ? 'string-case-policy' : null);
  }
  const number = /^-?\d+$/;
  if (!number.test(found) || !number.test(leaf.value)) {
    return notUnderstood(`DeviceAttribute ${leaf.comparison} of text`, facts);
  }
  return answered(holds(leaf.comparison, Number(found) - Number(leaf.value)), facts);
}
