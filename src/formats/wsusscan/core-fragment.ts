import type { MuPrerequisite, MuReference, MuUpdateType, RuleSections } from '../../domain/index.ts';
import { childOf, childrenOf, readSections } from '../rules/index.ts';
import type { RuleElement, RuleReading } from '../rules/index.ts';
import { readGuid } from './guid.ts';
import { unsigned } from './package-xml.ts';

/** What a core fragment says (wsusscn2, section 4.1). */
export interface CoreFragment {
  readonly updateId: string;
  readonly revision: number;
  readonly type: MuUpdateType;
  readonly explicitlyDeployable: boolean;
  readonly eulaId: string;
  readonly supersedes: readonly string[];
  readonly prerequisites: readonly MuPrerequisite[];
  readonly bundled: readonly (readonly MuReference[])[];
  readonly rules: RuleSections | null;
}

const types: readonly MuUpdateType[] = ['Software', 'Driver', 'Category', 'Detectoid'];

/**
 * The core part of a fragment or of a full update document, or why it is none. Ids are lower case; the
 * order of elements and attributes means nothing.
 */
export function readCore(elements: readonly RuleElement[], reading: RuleReading): CoreFragment | string {
  const find = (name: string) => elements.find((element) => element.name === name) ?? null;
  const identity = find('UpdateIdentity');
  if (identity === null) return 'UpdateIdentity missing';
  const updateId = guidOf(identity);
  const revision = unsigned(identity.attributes.get('RevisionNumber')?.trim() ?? '');
  if (updateId === null) return 'UpdateID is no GUID';
  if (revision === null) return 'RevisionNumber is no number';
  const properties = find('Properties');
  if (properties === null) return 'Properties missing';
  const written = properties.attributes.get('UpdateType')?.trim() ?? '';
  const type = types.find((known) => known.toLowerCase() === written.toLowerCase());
  if (type === undefined) return `UpdateType "${written.slice(0, 40)}" is not known`;
  const relationships = find('Relationships');
  const rules = find('ApplicabilityRules');
  const prerequisites = clauses(relationships, 'Prerequisites');
  const bundled = clauses(relationships, 'BundledUpdates');
  if (prerequisites === null || bundled === null) return 'a clause names no update';
  return {
    updateId,
    revision,
    type,
    explicitlyDeployable: flagOf(properties, 'ExplicitlyDeployable'),
    eulaId: readGuid(properties.attributes.get('EulaID') ?? '') ?? '',
    supersedes: guids(relationships === null ? null : childOf(relationships, 'SupersededUpdates')),
    prerequisites: prerequisites.map((clause) => ({
      anyOf: clause.members.map(({ updateId: id }) => id),
      isCategory: clause.isCategory,
    })),
    bundled: bundled.map(({ members }) => members),
    rules: rules === null ? null : readSections(rules, updateId, reading),
  };
}

/** xsd:boolean. */
export function flagOf(element: RuleElement, name: string): boolean {
  return /^\s*(?:true|1)\s*$/i.test(element.attributes.get(name) ?? '');
}

function guidOf(identity: RuleElement): string | null {
  return readGuid(identity.attributes.get('UpdateID') ?? identity.attributes.get('UpdateId') ?? '');
}

function guids(list: RuleElement | null): readonly string[] {
  if (list === null) return [];
  return childrenOf(list, 'UpdateIdentity').flatMap((identity) => guidOf(identity) ?? []);
}

interface Clause {
  readonly isCategory: boolean;
  readonly members: readonly MuReference[];
}

/**
 * The clauses of Prerequisites or BundledUpdates in their order: a direct UpdateIdentity is a clause of
 * one, AtLeastOne one of alternatives (section 4.1). Null where a clause has a member that is no GUID, or
 * none: what it asks for is not known then.
 */
function clauses(relationships: RuleElement | null, name: string): readonly Clause[] | null {
  const list = relationships === null ? null : childOf(relationships, name);
  const found: Clause[] = [];
  for (const element of list?.children ?? []) {
    const isDirect = element.name === 'UpdateIdentity';
    if (!isDirect && element.name !== 'AtLeastOne') return null;
    const identities = isDirect ? [element] : childrenOf(element, 'UpdateIdentity');
    const members: MuReference[] = [];
    for (const identity of identities) {
      const updateId = guidOf(identity);
      if (updateId === null) return null;
      members.push({ updateId, revision: unsigned(identity.attributes.get('RevisionNumber') ?? '') ?? 0 });
    }
    if (members.length === 0) return null;
    found.push({ isCategory: !isDirect && flagOf(element, 'IsCategory'), members });
  }
  return found;
}
