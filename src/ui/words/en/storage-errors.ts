import type { ErrorWords } from '../error-text.ts';

const whole = 'Everything stored before is whole.';

type Code =
  | 'storage-newer'
  | 'storage-held'
  | 'storage-damaged'
  | 'read-only'
  | 'worker-stopped'
  | 'reason-missing'
  | 'practice-not-empty';

/** Words for what can stand between the page and its storage. */
export const storageErrors: Readonly<Record<Code, ErrorWords>> = {
  'storage-newer': {
    what: () => 'The data in this browser was written by a newer version of Patchferry.',
    kept: 'It was not touched.',
    todo: [
      'Close this page and open the newer version.',
      'Or export there, and restore the workspace file here.',
    ],
  },
  'storage-held': {
    what: () => 'Another window of Patchferry holds the data.',
    kept: whole,
    todo: ['Close the other windows of Patchferry.', 'Then do it again.'],
  },
  'storage-damaged': {
    what: () => 'The data in this browser cannot be read: a record is damaged.',
    kept: 'Nothing was changed.',
    todo: [
      'Restore the last workspace file in Settings.',
      'Keep this browser profile until that has worked.',
    ],
  },
  'read-only': {
    what: () => 'This window only looks on: another window of Patchferry writes.',
    kept: 'Nothing was changed.',
    todo: ['Work on in the other window.', 'Or choose “Take over” here, then do it again.'],
  },
  'worker-stopped': {
    what: () => 'The part of the program that does the work stopped in mid-job.',
    kept: whole,
    todo: ['Do it again.', 'If it stops again, close other programs: the machine may be short of memory.'],
  },
  'reason-missing': {
    what: () => 'A declined or deferred update needs a reason.',
    kept: 'No decision was changed.',
    todo: ['Write the reason in a few words, and decide again.'],
  },
  'practice-not-empty': {
    what: () =>
      'This workspace holds catalogs or machines: practice data is loaded into an empty one only, so that invented machines never stand beside real ones.',
    kept: 'Everything here is as it was.',
    todo: [
      'Export this workspace in Settings and delete everything there, or open the page in another browser profile or a private window.',
      'Then choose the practice site on the empty Home.',
    ],
  },
};
