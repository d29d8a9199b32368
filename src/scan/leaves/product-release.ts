/** ProductReleaseInstalled and ProductReleaseVersion (applicability rules, section 5). */
import { factOf, factsOfKind, isComplete } from '../../domain/fact-table.ts';
import type { RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, combined, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { architectureIs } from './architecture.ts';
import { installedState, parseIdentity, stateOf } from './cbs.ts';
import { holds, orderOfVersions, parseVersion } from './compare.ts';
import type { VersionParts } from './compare.ts';
import { numberAnswer } from './os-number.ts';
import { compareOsVersion } from './os-version.ts';

type Of<K extends RuleLeaf['kind']> = Extract<RuleLeaf, { readonly kind: K }>;

/** The installed release is at or above the version. */
export function answerOfRelease(leaf: Of<'product-release-installed'>, context: LeafContext): LeafAnswer {
  const wanted = parseVersion(leaf.version);
  if (wanted === null) return notUnderstood('ProductReleaseInstalled Version');
  const fact = factOf(context.machine.facts, { kind: 'product_release', name: leaf.name });
  if (fact.state === 'absent' && fact.file !== '') return answered(false, [fact]);
  if (fact.state === 'known') return recordedRelease(fact, wanted);
  // The OS is its own release, whether or not a complete list of releases names it.
  const system = systemRelease(leaf.name, context);
  if (system !== null) {
    return combined('and', system.concat([compareOsVersion('GreaterThanOrEqualTo', wanted, context)]));
  }
  if (fact.state === 'absent') return answered(false, [fact]);
  const framework = /^microsoft\.netfx\.([^.]+)$/i.exec(leaf.name);
  return framework === null
    ? notCollected([fact.subject])
    : frameworkRelease(framework[1] as string, wanted, context);
}

function recordedRelease(fact: RecordedFact, wanted: VersionParts): LeafAnswer {
  const found = typeof fact.value === 'string' ? parseVersion(fact.value) : null;
  if (found === null) return notCollected([fact.subject], [fact]);
  return answered(orderOfVersions(found, wanted) >= 0, [fact]);
}

/** Client or server and architecture of `Client.OS.RS2.ARM64`; null for another name. */
function systemRelease(name: string, context: LeafContext): readonly LeafAnswer[] | null {
  const match = /^(client|server)\.os\..*?([^.]+)$/i.exec(name);
  if (match === null) return null;
  const client = (match[1] as string).toLowerCase() === 'client';
  // Workstation is 1; domain controllers and servers are 2 and 3.
  const role = client
    ? numberAnswer('productType', 'EqualTo', 1, context)
    : numberAnswer('productType', 'GreaterThan', 1, context);
  const architecture = architectureIs(match[2] as string, context);
  return [role, architecture === null ? notUnderstood(`release ${name}`) : architecture];
}

/** `2400.build.B.R` against the highest installed Package_for_DotNetRollup `10.0.B.R`: last two fields. */
function frameworkRelease(name: string, wanted: VersionParts, context: LeafContext): LeafAnswer {
  const architecture = architectureIs(name, context);
  if (architecture === null || wanted.length !== 4) return notUnderstood(`release Microsoft.NetFX.${name}`);
  const table = context.machine.facts;
  const highest = highestRollup(context);
  if (highest !== null) {
    const reached = orderOfVersions(highest.version.slice(2), wanted.slice(2)) >= 0;
    if (reached || (table !== undefined && isComplete(table, 'cbs'))) {
      return combined('and', [architecture, answered(reached, [highest.fact])]);
    }
  } else if (table !== undefined && isComplete(table, 'cbs')) {
    return answered(false, []);
  }
  return combined('and', [architecture, notCollected([{ kind: 'cbs_package', identity: '*' }])]);
}

function highestRollup(
  context: LeafContext,
): { readonly fact: RecordedFact; readonly version: VersionParts } | null {
  let highest: { readonly fact: RecordedFact; readonly version: VersionParts } | null = null;
  for (const fact of factsOfKind(context.machine.facts, 'cbs_package')) {
    if (stateOf(fact) !== installedState || fact.subject.kind !== 'cbs_package') continue;
    const identity = parseIdentity(fact.subject.identity);
    if (identity === null || !/^package_for_dotnetrollup/i.test(identity.name)) continue;
    const version = parseVersion(identity.version);
    if (version === null) continue;
    if (highest === null || orderOfVersions(version, highest.version) > 0) highest = { fact, version };
  }
  return highest;
}

/** Only `GreaterThan 0.0.0.0` is understood: the product is present. */
export function answerOfReleaseVersion(
  leaf: Of<'product-release-version'>,
  context: LeafContext,
): LeafAnswer {
  const wanted = parseVersion(leaf.version);
  if (wanted === null || leaf.comparison !== 'GreaterThan' || orderOfVersions(wanted, ['0']) !== 0) {
    return notUnderstood(`ProductReleaseVersion ${leaf.comparison} ${leaf.version}`);
  }
  const fact = factOf(context.machine.facts, { kind: 'product_release', name: leaf.name });
  if (fact.state === 'absent' && fact.file !== '') return answered(false, [fact]);
  if (fact.state === 'known') {
    const version = typeof fact.value === 'string' ? parseVersion(fact.value) : null;
    return answered(version === null || holds('GreaterThan', orderOfVersions(version, ['0'])), [fact]);
  }
  const system = systemRelease(leaf.name, context);
  if (system !== null) return combined('and', system);
  return fact.state === 'absent' ? answered(false, [fact]) : notCollected([fact.subject]);
}
