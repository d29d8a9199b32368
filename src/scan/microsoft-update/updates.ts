/** Updates as lists and pages show them: a parent joined with its children (wsusscn2, section 4.2). */
import { isOffered, muUpdateId } from '../../domain/index.ts';
import type { MuRevision, RestartRequired, Severity, Update } from '../../domain/index.ts';
import { architecturesOf } from './architectures.ts';
import { categoryNames } from './categories.ts';
import type { CurrentRevision } from './revisions.ts';
import { muSupersedence } from './supersedence.ts';

const severities: readonly Severity[] = ['Critical', 'Important', 'Moderate', 'Low'];
const restarts = { AlwaysRequiresReboot: 'yes', CanRequestReboot: 'maybe', NeverReboots: 'no' } as const;
const strongest: readonly RestartRequired[] = ['yes', 'maybe', 'no'];

/**
 * The updates a person can be offered, in code unit order of their ids.
 * @param hash of a text, lower-case hex
 */
export function updatesOf(
  byId: ReadonlyMap<string, CurrentRevision>,
  hash: (text: string) => string,
): readonly Update[] {
  const categories = categoryNames(byId);
  const architectures = architecturesOf(byId);
  const { nameOf, supersedes, supersededBy } = muSupersedence(byId);
  const updates: Update[] = [];
  for (const [id, { revision, documents }] of byId) {
    if (!isOffered(revision)) continue;
    const parts = withChildren(revision, byId);
    const kb = parts.map((part) => part.kb).find((text) => text !== '') ?? null;
    const { families, products, classifications } = revision.categories;
    updates.push({
      id: muUpdateId(id),
      kb,
      kbNumber: kb === null ? null : kbNumber(kb),
      ...(kb === null && revision.bulletin !== '' ? { label: revision.bulletin } : {}),
      title: revision.title || (kb ?? id),
      documents,
      subTypes: classifications.map(categories.nameOf).sort(),
      products: products
        .map((product) => categories.product(product, families))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
      cves: [...new Set(parts.flatMap(({ cves }) => cves))].sort(),
      severity: severityOf(parts),
      exploited: false,
      disclosed: false,
      restart: restartOf(parts),
      supersedes: [],
      supersededBy: [],
      url: kb === null ? '' : `https://www.catalog.update.microsoft.com/Search.aspx?q=${kb}`,
      knownIssues: [],
      contentHash: hash(contentOf(parts)),
      relations: {
        supersedes: supersedes(id),
        supersededBy: supersededBy(id),
        prerequisites: revision.prerequisites.map(({ anyOf }) => anyOf.map(nameOf)),
      },
      revision: revision.revision,
      architectures: architectures(id),
    });
  }
  return updates;
}

/** The revision and, behind it, its children and theirs that are there, each once. */
export function withChildren(
  revision: MuRevision,
  byId: ReadonlyMap<string, CurrentRevision>,
): readonly MuRevision[] {
  if (revision.bundled.length === 0) return [revision];
  const found = new Map<string, MuRevision>([[revision.updateId, revision]]);
  for (const part of found.values()) {
    for (const { updateId } of part.bundled.flat()) {
      const child = byId.get(updateId)?.revision;
      if (child !== undefined && !found.has(updateId)) found.set(updateId, child);
    }
  }
  return [...found.values()];
}

function kbNumber(kb: string): number | null {
  const digits = /^KB(\d{1,9})$/i.exec(kb)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** It sits on the parent; a child's counts where the parent has none. */
function severityOf(parts: readonly MuRevision[]): Severity {
  for (const { severity } of parts) {
    const known = severities.find((word) => word.toLowerCase() === severity.toLowerCase());
    if (known !== undefined) return known;
  }
  return 'None';
}

/** The strongest of the parts that are installed by a handler; the schema's default is CanRequestReboot. */
function restartOf(parts: readonly MuRevision[]): RestartRequired {
  const words = parts
    .filter(({ handler, reboot }) => handler !== '' || reboot !== null)
    .map(({ reboot }) => restarts[reboot ?? 'CanRequestReboot']);
  return strongest.find((word) => words.some((other) => other === word)) ?? 'unknown';
}

/** What an authorization is bound to: the revision and every child with its content (design, section 8). */
function contentOf(parts: readonly MuRevision[]): string {
  const [own, ...children] = parts.map(
    ({ updateId, revision, contentHash }) => `${updateId} ${String(revision)} ${contentHash}`,
  );
  return ['mu', own, ...children.sort()].join('\n');
}
