import type { RejectionCode } from '../../../domain/index.ts';
import type { ErrorWords } from '../error-text.ts';

export const keptBundle = 'No bundle was written; authorizations and files are as they were.';

const leftOut = 'The file was not attached. Authorizations and all other files are as they were.';
const fetchAgain =
  'Fetch the file again on the connected side, and compare its size with what the page shows.';

/** Words of codes that mean an update file here, where an import would mean a catalog or an inventory. */
export const inBundle: Readonly<Partial<Record<RejectionCode, ErrorWords>>> = {
  'file-empty': {
    what: () => 'The update file is empty: it has 0 bytes.',
    kept: leftOut,
    todo: [fetchAgain],
  },
  'web-page-instead': {
    what: () =>
      'This is a web page, not an update file: a login, error or download page was saved instead of the file.',
    kept: leftOut,
    todo: [
      'On the connected side download the file itself, signed in if needed, not the page that offers it.',
      'Look at it there before you carry it: a web page begins with <!DOCTYPE html or <html.',
    ],
  },
  'file-unreadable': {
    what: () => 'The browser could not read the update file to its end.',
    kept: leftOut,
    todo: [
      'Check that the medium is still plugged in.',
      'Copy the file to the local disk, and attach it again.',
    ],
  },
  'file-changed-while-read': {
    what: () => 'The update file changed while it was read.',
    kept: leftOut,
    todo: ['Wait until the program that writes it has ended.', 'Attach it again.'],
  },
  cancelled: {
    what: () => 'You cancelled the job.',
    kept: keptBundle,
    todo: ['Start it again when you want.'],
  },
};
