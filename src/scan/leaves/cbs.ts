/**
 * CbsPackageInstalled and CbsPackageInstalledByIdentity (applicability rules, section 5).
 * States: 112 is installed; superseded, pending and others are unknown.
 */
import { factOf, recordedFact } from '../../domain/fact-table.ts';
import type { FactTable, RecordedFact, RegistryData, RuleLeaf } from '../../domain/index.ts';
import { answered, notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { valueFact } from './registry-lookup.ts';

export interface PackageIdentity {
  readonly name: string;
  readonly token: string;
  readonly architecture: string;
  /** Empty for neutral. */
  readonly language: string;
  readonly version: string;
}

export const installedState = 112;
const packagesKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';

/** `name~token~arch~lang~version`; null where it is not five fields. */
export function parseIdentity(text: string): PackageIdentity | null {
  const parts = text.split('~');
  if (parts.length !== 5) return null;
  const field = (index: number): string => parts[index] as string;
  const language = field(3).toLowerCase() === 'neutral' ? '' : field(3);
  return { name: field(0), token: field(1), architecture: field(2), language, version: field(4) };
}

export function answerOfPackage(
  leaf: Extract<RuleLeaf, { readonly kind: 'cbs-package-installed' }>,
  context: LeafContext,
): LeafAnswer {
  const identity = parseIdentity(leaf.identity);
  if (identity === null) return notUnderstood('CbsPackageInstalled identity');
  const fact = packageFact(context.machine.facts, identity);
  if (fact.state === 'unavailable') return notCollected([fact.subject]);
  if (fact.state === 'absent') return answered(false, [fact]);
  const state = stateOf(fact);
  if (state === installedState) return answered(true, [fact]);
  return notUnderstood(`CBS state ${String(state)}`, [fact]);
}

/** The package's recorded state, else CurrentState of its key in the registry, else what the list says. */
function packageFact(table: FactTable | undefined, identity: PackageIdentity): RecordedFact {
  const names = spellings(identity);
  for (const name of names) {
    const recorded = recordedFact(table, { kind: 'cbs_package', identity: name });
    if (recorded !== null && recorded.state !== 'unavailable') return recorded;
  }
  for (const name of names) {
    const place = { view: 'native' as const, key: `${packagesKey}\\${name}` };
    const value = valueFact(table, [place], 'CurrentState');
    if (value.state === 'known') return value;
  }
  const listed = factOf(table, { kind: 'cbs_package', identity: names[0] as string });
  if (listed.state !== 'unavailable') return listed;
  const place = { view: 'native' as const, key: `${packagesKey}\\${names[0] as string}` };
  const value = valueFact(table, [place], 'CurrentState');
  return value.state === 'absent' ? value : listed;
}

/** A neutral language is an empty field, which some tools write out. */
function spellings(identity: PackageIdentity): readonly string[] {
  const { name, token, architecture, language, version } = identity;
  const start = `${name}~${token}~${architecture}~`;
  const plain = `${start}${language}~${version}`;
  return language === '' ? [plain, `${start}neutral~${version}`] : [plain];
}

/** CurrentState as a number; a word of `dism /get-packages` as it is. */
export function stateOf(fact: RecordedFact): number | string | null {
  const value = fact.value;
  if (fact.state !== 'known') return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'object') {
    const data = (value as RegistryData).data;
    return typeof data === 'number' ? data : null;
  }
  const word = String(value).toLowerCase();
  return word === 'installed' || word === 'true' || word === '112' || word === '0x70' ? installedState : word;
}
