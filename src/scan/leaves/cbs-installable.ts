/**
 * CbsPackageInstallable (applicability rules, section 5). False for another architecture, for a package that
 * is there at this or a higher version, for a cumulative update of another build. True, and then inferred,
 * for three families whose prerequisites an inventory shows; unknown for everything else.
 */
import { factsOfKind, isComplete } from '../../domain/fact-table.ts';
import type { RecordedFact, RuleLeaf } from '../../domain/index.ts';
import { answered, combined, negated, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { architectureIs } from './architecture.ts';
import { installedState, parseIdentity, stateOf } from './cbs.ts';
import type { PackageIdentity } from './cbs.ts';
import { orderOfDigits, orderOfVersions, parseVersion, sameText } from './compare.ts';
import { frameworkPresent } from './dot-net.ts';
import { osFact, versionNumbers } from './os-facts.ts';

export function answerOfInstallable(
  leaf: Extract<RuleLeaf, { readonly kind: 'cbs-package-installable' }>,
  context: LeafContext,
): LeafAnswer {
  const identity = parseIdentity(leaf.identity);
  const version = identity === null ? null : parseVersion(identity.version);
  if (identity === null || version === null) return notUnderstood('CbsPackageInstallable identity');
  const parts: LeafAnswer[] = [];
  const architecture = architectureIs(identity.architecture, context);
  if (architecture !== null) parts.push(architecture);
  parts.push(negated(thereOrNewer(identity, version, context)));
  const family = familyOf(identity.name);
  if (family === 'cumulative') parts.push(buildIs(version[0] as string, context));
  if (family === 'framework') parts.push(frameworkPresent(identity.name, context));
  // Parents and features stand in the component store, which no inventory holds.
  if (family === null || architecture === null) parts.push(notUnderstood('CbsPackageInstallable'));
  return combined('and', parts);
}

function familyOf(name: string): 'cumulative' | 'servicing' | 'framework' | null {
  const lower = name.toLowerCase();
  if (lower === 'package_for_rollupfix') return 'cumulative';
  if (lower.slice(0, 26) === 'package_for_servicingstack') return 'servicing';
  return lower.slice(0, 24) === 'package_for_dotnetrollup' ? 'framework' : null;
}

function buildIs(wanted: string, context: LeafContext): LeafAnswer {
  const fact = osFact(context.machine, 'version');
  const numbers = versionNumbers(fact);
  if (numbers === null) return notCollected([fact.subject]);
  return answered(orderOfDigits(String(numbers[2]), wanted) === 0, [fact]);
}

/** A package of the same name, architecture and token at an equal or higher version is installed. */
function thereOrNewer(
  identity: PackageIdentity,
  version: readonly string[],
  context: LeafContext,
): LeafAnswer {
  const table = context.machine.facts;
  const open: RecordedFact[] = [];
  for (const fact of factsOfKind(table, 'cbs_package')) {
    if (fact.state !== 'known' || fact.subject.kind !== 'cbs_package') continue;
    const other = parseIdentity(fact.subject.identity);
    if (other === null || !samePackage(other, identity)) continue;
    const found = parseVersion(other.version);
    if (found === null || orderOfVersions(found, version) < 0) continue;
    if (stateOf(fact) === installedState) return answered(true, [fact]);
    open.push(fact);
  }
  if (open.length > 0) return notUnderstood('CBS state', open);
  if (table !== undefined && isComplete(table, 'cbs')) return answered(false, []);
  return notCollected([{ kind: 'cbs_package', identity: '*' }]);
}

function samePackage(a: PackageIdentity, b: PackageIdentity): boolean {
  return sameText(a.name, b.name) && sameText(a.architecture, b.architecture) && sameText(a.token, b.token);
}
