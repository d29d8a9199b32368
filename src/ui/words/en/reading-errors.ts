import type { ErrorWords } from '../error-text.ts';

const nothing = 'Nothing was imported; everything stored is as it was.';

type Code = 'limit-exceeded' | 'element-missing' | 'several-machines';

/** Words for files that are well formed, and still not what they should be. */
export const readingErrors: Readonly<Record<Code, ErrorWords>> = {
  'limit-exceeded': {
    what: (d) =>
      `The file goes past a limit (${d('limit', 'size')}: at most ${d('maximum', 'see the guide')}). No real file of this kind does.`,
    kept: nothing,
    todo: ['Do not use this file.', 'Fetch or make it again.'],
  },
  'element-missing': {
    what: (d) => `Something every document of this kind has is missing: ${d('element', 'an element')}.`,
    kept: nothing,
    todo: ['Compare size and SHA-256 with the connected side.', 'Fetch the document again.'],
  },
  'several-machines': {
    what: (d) =>
      `The file speaks of several machines (${d('machines', 'more than one')}); one file is read as one machine.`,
    kept: nothing,
    todo: ['Make one file for each machine.'],
  },
};
