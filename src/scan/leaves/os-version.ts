/** The OS version with its revision, `10.0.build.UBR`; while the revision is not known the build may decide. */
import type { ScalarComparison } from '../../domain/index.ts';
import { answered, notCollected } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { holds, orderOfDigits, orderOfVersions } from './compare.ts';
import type { VersionParts } from './compare.ts';
import { osFact, osNumbers, versionNumbers } from './os-facts.ts';

export function compareOsVersion(
  comparison: ScalarComparison,
  wanted: VersionParts,
  context: LeafContext,
): LeafAnswer {
  const version = osFact(context.machine, 'version');
  const numbers = versionNumbers(version);
  if (numbers === null) return notCollected([version.subject]);
  const found: string[] = [];
  for (const number of numbers) found.push(String(number));
  const order = orderOfVersions(found, wanted, 3);
  if (order !== 0) return answered(holds(comparison, order), [version]);
  const revision = osFact(context.machine, 'ubr');
  const known = osNumbers(context.machine, 'ubr');
  const wantedRevision = wanted.length > 3 ? (wanted[3] as string) : '0';
  if (known.length !== 1) {
    // Every revision is at or above 0.
    const least = wantedRevision === '0';
    if (least && comparison === 'GreaterThanOrEqualTo') return answered(true, [version]);
    if (least && comparison === 'LessThan') return answered(false, [version]);
    return notCollected([revision.subject], [version]);
  }
  return answered(holds(comparison, orderOfDigits(String(known[0]), wantedRevision)), [version, revision]);
}
