/** Small revisions and details of a Microsoft Update catalog; all made up. */
import type { MuDetail, MuDocument, MuRevision } from '../../src/domain/index.ts';

/** A GUID out of a number. */
export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function muRevision(number: number, given: Partial<MuRevision> = {}): MuRevision {
  return {
    updateId: guid(number),
    revision: 100,
    revisionId: number * 3,
    type: 'Software',
    role: 'update',
    explicitlyDeployable: true,
    created: '2026-05-12T17:00:00Z',
    defaultLanguage: 'en',
    prerequisites: [],
    supersedes: [],
    supersededBy: [],
    bundled: [],
    categories: { companies: [], families: [], products: [], classifications: [] },
    rules: null,
    fault: null,
    title: `Update ${String(number)}`,
    kb: `KB${String(5_000_000 + number)}`,
    bulletin: '',
    severity: 'Important',
    cves: [],
    reboot: null,
    impact: null,
    uninstallable: false,
    maxDownloadSize: null,
    handler: '',
    eulaId: '',
    contentHash: `hash of ${String(number)}`,
    ...given,
  };
}

export function muDetail(
  of: Pick<MuRevision, 'updateId' | 'revision'>,
  given: Partial<MuDetail> = {},
): MuDetail {
  return {
    updateId: of.updateId,
    revision: of.revision,
    texts: [
      {
        language: 'en',
        title: `Title of ${of.updateId}`,
        description: 'What it is for.',
        uninstallNotes: '',
        moreInfoUrls: [],
        supportUrl: '',
      },
    ],
    languages: ['all'],
    files: [],
    handlerData: null,
    canRequestUserInput: false,
    requiresNetwork: false,
    eulas: [],
    supportUrl: '',
    moreInfoUrls: [],
    ruleSource: '',
    ...given,
  };
}

export function muDocument(revisions: readonly MuRevision[], given: Partial<MuDocument> = {}): MuDocument {
  return {
    source: 'mu',
    id: 'wsusscn2',
    title: 'Offline catalog',
    revision: '1.1',
    initialReleaseDate: '2026-06-14T13:54:06Z',
    currentReleaseDate: '2026-06-14T13:54:06Z',
    file: 'wsusscn2.cab',
    bytes: 1000,
    sha256: 'aa'.repeat(32),
    warnings: [],
    packageId: guid(999_999),
    form: 'wsusscn2',
    scope: { products: null, classifications: null, languages: ['en'] },
    counts: {
      revisions: revisions.length,
      updates: revisions.filter(({ role }) => role === 'update').length,
      parents: revisions.filter(({ bundled }) => bundled.length > 0).length,
      children: 0,
      detectoids: 0,
      categories: 0,
      files: 0,
      digests: 0,
    },
    revisions,
    ruleElements: {},
    ...given,
  };
}
