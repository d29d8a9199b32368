import type { ErrorWords } from '../error-text.ts';
import { nothing } from './kept.ts';

type Code =
  'limit-exceeded' | 'element-missing' | 'several-machines' | 'archive-damaged' | 'archive-part-missing';

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
  'archive-damaged': {
    what: () => 'The archive is damaged: its content contradicts its own lengths or check sums.',
    kept: nothing,
    todo: [
      'Copy the file again from where it came from, and compare size and SHA-256.',
      'If the copy is equal, fetch the file again on the connected side.',
    ],
  },
  'archive-part-missing': {
    what: (d) => `The cabinet is one of a set, and the part ${d('part', 'that goes on')} is not there.`,
    kept: nothing,
    todo: [
      'Bring all parts of the set and drop them together.',
      'Or unpack the set and drop the files inside.',
    ],
  },
};
