/** Revisions and editions of a Microsoft Update catalog of our own. */
import type { MuDocument, MuPrerequisite, MuRevision, Rule, RuleSections } from '../../src/domain/index.ts';

/** Numbers stand for update ids. */
export const muId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Given = Partial<
  Omit<MuRevision, 'updateId' | 'prerequisites' | 'bundled' | 'supersedes' | 'supersededBy'>
>;

export interface MadeRevision extends Given {
  readonly id: number;
  /** Clauses of alternatives; a single number is a clause of one. */
  readonly needs?: readonly (number | readonly number[])[];
  /** Clauses that place it in the category tree. */
  readonly in?: readonly number[];
  readonly children?: readonly (number | readonly number[])[];
  readonly replaces?: readonly number[];
  readonly replacedBy?: readonly number[];
  readonly installed?: Rule;
  readonly superseded?: Rule;
  readonly installable?: Rule;
}

const many = (clause: number | readonly number[]) => (typeof clause === 'number' ? [clause] : clause);

export function muRevision(made: MadeRevision): MuRevision {
  const { id, needs, in: categories, children, replaces, replacedBy, installed, superseded, installable, ...given } = made; // prettier-ignore
  const updateId = muId(id);
  const revision = made.revision ?? 100;
  const rules: RuleSections = {
    isInstalled: installed ?? null,
    isSuperseded: superseded ?? null,
    isInstallable: installable ?? null,
  };
  const prerequisites: readonly MuPrerequisite[] = [
    ...(categories ?? []).map((n) => ({ anyOf: [muId(n)], isCategory: true })),
    ...(needs ?? []).map((clause) => ({ anyOf: many(clause).map(muId), isCategory: false })),
  ];
  return {
    updateId,
    revision,
    revisionId: id * 10,
    type: 'Software',
    role: 'update',
    explicitlyDeployable: (made.role ?? 'update') === 'update',
    created: '2026-05-12T17:00:00Z',
    defaultLanguage: 'en',
    prerequisites,
    supersedes: (replaces ?? []).map(muId),
    supersededBy: (replacedBy ?? []).map(muId),
    bundled: (children ?? []).map((clause) =>
      many(clause).map((n) => ({ updateId: muId(n), revision: 100 })),
    ),
    categories: { companies: [], families: [], products: [], classifications: [] },
    rules: children === undefined ? rules : null,
    fault: null,
    title: `Update ${String(id)}`,
    kb: '',
    bulletin: '',
    severity: '',
    cves: [],
    reboot: null,
    impact: null,
    uninstallable: false,
    maxDownloadSize: null,
    handler: '',
    eulaId: '',
    // Different for each revision; whose content it is of does not matter.
    contentHash: `${updateId.replace(/-/g, '')}${String(revision).padStart(32, '0')}`,
    ...given,
  };
}

/** A child of a parent update. */
export const muChild = (made: MadeRevision): MuRevision => muRevision({ role: 'child', ...made });
/** A detectoid that asks `installed`. */
export const muDetectoid = (made: MadeRevision): MuRevision =>
  muRevision({ role: 'evaluated', type: 'Detectoid', ...made });
/** A category; its rule is True unless one is given. */
export const muCategory = (made: MadeRevision): MuRevision =>
  muRevision({ role: 'evaluated', type: 'Category', installed: { op: 'true' }, ...made });

/** One edition; revisions in the order of the contract. */
export function muDocument(revisions: readonly MuRevision[], made: Partial<MuDocument> = {}): MuDocument {
  const sorted = [...revisions].sort((a, b) =>
    a.updateId === b.updateId ? a.revision - b.revision : a.updateId < b.updateId ? -1 : 1,
  );
  const count = (test: (revision: MuRevision) => boolean) => sorted.filter(test).length;
  return {
    source: 'mu',
    id: 'wsusscn2',
    title: 'Microsoft Update offline catalog',
    revision: '1',
    initialReleaseDate: '2026-07-14T13:54:06Z',
    currentReleaseDate: '2026-07-14T13:54:06Z',
    file: 'wsusscn2.cab',
    bytes: 1000,
    sha256: 'c'.repeat(64),
    warnings: [],
    packageId: 'e1a000e0-066b-497a-ba62-246d4af43e55',
    form: 'wsusscn2',
    scope: { products: null, classifications: null, languages: ['en'] },
    counts: {
      revisions: sorted.length,
      updates: count(({ role }) => role === 'update'),
      parents: count(({ bundled }) => bundled.length > 0),
      children: count(({ role }) => role === 'child'),
      detectoids: count(({ type }) => type === 'Detectoid'),
      categories: count(({ type }) => type === 'Category'),
      files: 0,
      digests: 0,
    },
    revisions: sorted,
    ruleElements: {},
    ...made,
  };
}
