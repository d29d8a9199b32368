import { guidOfMuUpdate, isOffered, muUpdateId, patchStates } from '../domain/index.ts';
import type {
  ChildClause,
  Machine,
  MuDetail,
  MuRevision,
  NeededClause,
  NeededUpdateState,
  PatchState,
  Rule,
  RuleSectionText,
  TruthCounts,
  UpdateDetail,
  UpdatePart,
} from '../domain/index.ts';
import { askedOfNobody, decideUpdate, defaultPolicy, truthMemory, truthOf } from '../scan/index.ts';
import type { FindRelated, RelatedRevision, TruthMemory } from '../scan/index.ts';
import type { ReadMuDetail } from './ports.ts';

export interface DetailInput {
  readonly related: FindRelated;
  readonly machines: readonly Machine[];
  readonly read: ReadMuDetail;
}

/**
 * What the page of a Microsoft update shows: its children and prerequisites with their state over all machines,
 * and what is stored of files, texts and commands. Null for an update of another source, or of no edition.
 * @param id `mu:…`
 */
export async function updateDetail(id: string, input: DetailInput): Promise<UpdateDetail | null> {
  const guid = guidOfMuUpdate(id);
  const own = guid === null ? null : input.related(guid);
  if (own === null) return null;
  const asked = input.machines.map((machine) => ({ machine, memory: truthMemory() }));
  const part = async (related: RelatedRevision): Promise<UpdatePart> =>
    partOf(related, await input.read(related.revision.updateId, related.revision.revision), asked);
  const children: ChildClause[] = [];
  for (const clause of own.revision.bundled) {
    const anyOf: ChildClause['anyOf'][number][] = [];
    for (const { updateId } of clause) {
      const child = input.related(updateId);
      anyOf.push({ id: muUpdateId(updateId), part: child === null ? null : await part(child) });
    }
    children.push({ anyOf });
  }
  return {
    own: await part(own),
    children,
    prerequisites: own.revision.prerequisites.map(({ anyOf, isCategory }) =>
      neededClause(anyOf, isCategory, input.related, asked),
    ),
    machines: asked.length,
  };
}

interface Asked {
  readonly machine: Machine;
  readonly memory: TruthMemory;
}

function neededClause(
  ids: readonly string[],
  isCategory: boolean,
  related: FindRelated,
  asked: readonly Asked[],
): NeededClause {
  const found = ids.map((id) => ({ id, needed: related(id) }));
  const anyOf = found.map(({ id, needed }): NeededUpdateState => ({
    id: muUpdateId(id),
    title: needed?.revision.title ?? '',
    type: needed?.revision.type ?? null,
    listed: needed !== null && isOffered(needed.revision),
    present: needed !== null,
    machines: truths(needed?.installed ?? { op: 'false' }, asked),
  }));
  const installed = found.flatMap(({ needed }) => (needed === null ? [] : [needed.installed]));
  const either: Rule = installed.length === 0 ? { op: 'false' } : { op: 'or', of: installed };
  return { anyOf, isCategory, machines: truths(either, asked) };
}

function truths(rule: Rule, asked: readonly Asked[]): TruthCounts {
  const counts = { true: 0, false: 0, unknown: 0 };
  for (const { machine, memory } of asked) counts[truthOf(rule, machine, defaultPolicy, null, memory)] += 1;
  return { met: counts.true, unmet: counts.false, unknown: counts.unknown };
}

function partOf(
  { revision, clauses }: RelatedRevision,
  detail: MuDetail | null,
  asked: readonly Asked[],
): UpdatePart {
  const states = Object.fromEntries(patchStates.map((state) => [state, 0])) as Record<PatchState, number>;
  const rules = { update: muUpdateId(revision.updateId), first: null, parts: [{ subject: '', clauses }] };
  for (const { machine, memory } of asked) {
    states[decideUpdate(rules, machine, defaultPolicy, memory).outcome.state] += 1;
  }
  const { title, created, reboot, impact, uninstallable, maxDownloadSize, handler, eulaId } = revision;
  const facts = { title, created, reboot, impact, uninstallable, maxDownloadSize, handler, eulaId };
  return {
    ...facts,
    id: muUpdateId(revision.updateId),
    revision: revision.revision,
    fault: revision.fault ?? '',
    rules: sectionsOf(revision),
    states,
    detail,
  };
}

function sectionsOf({ rules }: MuRevision): readonly RuleSectionText[] {
  const named = [
    ['IsInstalled', rules?.isInstalled],
    ['IsSuperseded', rules?.isSuperseded],
    ['IsInstallable', rules?.isInstallable],
  ] as const;
  return named.flatMap(([section, rule]) => (rule ? [{ section, rule: askedOfNobody(rule) }] : []));
}
