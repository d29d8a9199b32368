/** What a page and a bundle need of a small Microsoft update; all made up. */
import type { MuDetail, MuRevision } from '../../src/domain/index.ts';

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
