import type { RejectionCode } from '../../../domain/index.ts';
import type { ErrorWords } from '../error-text.ts';

const unwritten = 'Authorizations and files are as they were; what was written so far is no bundle.';

const cleaned =
  'The unfinished folder was deleted again. If it is still there, UNFINISHED.txt lies in it and it does not verify. Other bundles on the medium are untouched.';
const notAttached = 'The file was not attached. Authorizations and all other files are as they were.';

type Code = Extract<RejectionCode, `bundle-${string}` | `update-file-wrong-${string}`>;

/** Words for what can go wrong while a bundle is put together and written. */
export const bundleErrors: Readonly<Record<Code, ErrorWords>> = {
  'update-file-wrong-size': {
    what: (d) =>
      `The catalog states ${d('expected', 'another number of')} bytes for the file of this name; this one has ${d('found', 'others')}.`,
    kept: notAttached,
    todo: ['Fetch the file again: the download or the copy was cut off, or it is another revision.'],
  },
  'update-file-wrong-hash': {
    what: (d) =>
      `The ${d('algorithm', 'hash')} of the file is not the one the catalog states: its content is another.`,
    kept: notAttached,
    todo: [
      'Do not use this file.',
      'Fetch it again. If it differs again, ask where it comes from: it may have been exchanged.',
    ],
  },
  'bundle-empty': {
    what: (d) => `No update file is attached for any of the ${d('updates', '0')} updates.`,
    kept: unwritten,
    todo: [
      'Attach the update files that were fetched.',
      'Or confirm that only the shopping list shall be written.',
    ],
  },
  'bundle-name-refused': {
    what: (d) => `The file name is not safe on Windows or on a stick (${d('reason', 'reserved name')}).`,
    kept: unwritten,
    todo: [
      'Rename the file to the name the catalog gave it, and attach it again.',
      'If nobody chose that name on purpose, ask where the file comes from.',
    ],
  },
  'bundle-names-collide': {
    what: (d) =>
      `The file has the same name as ${d('other', 'another file')}: a stick would keep only one of them.`,
    kept: unwritten,
    todo: ['Keep the one that belongs here: take the other away under step 3, then add this one again.'],
  },
  'bundle-too-large-for-zip': {
    what: (d) =>
      `The files have ${d('bytes', 'too many')} bytes together; one ZIP holds ${d('limit', '4 GiB')}.`,
    kept: unwritten,
    todo: [
      'Write the bundle into a folder instead, where the browser allows it.',
      'Or write several bundles, for fewer machines each.',
    ],
  },
  'bundle-folder-not-empty': {
    what: () => 'The folder of this bundle is there already, and it is not empty.',
    kept: 'The folder is untouched; nothing was written.',
    todo: ['If UNFINISHED.txt lies in it, delete the folder.', 'Else pick another place.'],
  },
  'bundle-write-failed': {
    what: (d) => `The medium did not take the bundle ${d('folder', '')} (${d('reason', 'no details')}).`,
    kept: cleaned,
    todo: [
      'Check that the stick is plugged in, not write-protected, and formatted as exFAT or NTFS.',
      'Delete the unfinished folder, and write the bundle again.',
    ],
  },
  'bundle-medium-full': {
    what: (d) => `The medium that the bundle ${d('folder', '')} goes to is full.`,
    kept: cleaned,
    todo: [
      'Delete the unfinished folder if it is still there.',
      'Take a larger medium, or write several bundles for fewer machines each.',
    ],
  },
  'bundle-verify-failed': {
    what: (d) => `The medium kept other bytes than were written of the bundle ${d('folder', '')}.`,
    kept: cleaned,
    todo: ['Do not use this bundle.', 'Take another stick, and write the bundle again.'],
  },
};
