import type { RejectionCode } from '../../../domain/index.ts';
import type { ErrorWords } from '../error-text.ts';
import { readingErrors } from './reading-errors.ts';
import { signatureErrors } from './signature.ts';
import { declarationErrors } from './declarations.ts';
import { storageErrors } from './storage-errors.ts';
import { inBundle, keptBundle } from './in-bundle.ts';
import { format } from './format.ts';
import { bundleErrors } from './bundle-errors.ts';
import { nothing } from './kept.ts';

const day = (text: string) => format.day(text);
const copyAgain = 'Copy the file again from the machine it came from, and compare size and SHA-256.';
/**
 * Each code in four of its five parts: what happened, what was kept, what to do; the place and the code
 * are added by errorText. `d` reads one value of the rejection, with a fall-back.
 */
export const errors: {
  readonly where: string;
  readonly wholeFile: string;
  readonly kept: string;
  readonly todo: string;
  readonly code: string;
  /** Kept, where an edition of the same document is there. */
  readonly keptEdition: (document: string, date: string) => string;
  /** Kept, where a bundle was to be written. */
  readonly keptBundle: string;
  readonly inBundle: Readonly<Partial<Record<RejectionCode, ErrorWords>>>;
  readonly by: Readonly<Record<RejectionCode, ErrorWords>>;
} = {
  where: 'Where',
  wholeFile: 'the whole file',
  kept: 'What was kept',
  todo: 'What to do',
  code: 'Code',
  keptEdition: (document, date) =>
    `Nothing of the file was stored; the edition of ${document} of ${day(date)} stays in use.`,
  keptBundle,
  inBundle,
  by: {
    'file-empty': {
      what: () => 'The file is empty.',
      kept: nothing,
      todo: ['Make the file again on the source machine.', copyAgain],
    },
    'file-too-large': {
      what: (d) =>
        `The file is larger than this kind may be (limit ${d('maximum', d('limit', 'see the guide'))} bytes).`,
      kept: nothing,
      todo: ['Check that it is the right file.', 'Real files of this kind stay far below the limit.'],
    },
    'file-unreadable': {
      what: () => 'The browser could not read the file to its end.',
      kept: nothing,
      todo: ['Check that the medium is still plugged in.', 'Copy the file to the local disk and try again.'],
    },
    'file-changed-while-read': {
      what: () => 'The file changed while it was read.',
      kept: nothing,
      todo: ['Wait until the program that writes it has ended.', 'Import it again.'],
    },
    'web-page-instead': {
      what: () =>
        'This is a web page, not what its name promises: a login, error or download page was saved instead of the file.',
      kept: nothing,
      todo: [
        'On the connected side download the file itself, signed in if needed, not the page that offers it.',
        'Look at it there before you carry it: a web page begins with <!DOCTYPE html or <html.',
      ],
    },
    'cut-off': {
      what: (d) => `The file is cut off: its end is missing (still expected: ${d('expected', 'the rest')}).`,
      kept: nothing,
      todo: [copyAgain, 'Eject the medium properly before unplugging it.'],
    },
    'not-well-formed': {
      what: (d) => `The text is broken: ${d('expected', 'another character')} was expected here.`,
      kept: nothing,
      todo: [copyAgain, 'If the copy is equal, fetch the document again.'],
    },
    'doctype-refused': {
      what: () =>
        'The document declares its own entities (DOCTYPE). This is how entity-expansion and file-disclosure attacks are built; no real document of this kind needs it.',
      kept: nothing,
      todo: [
        'Do not use this file.',
        'Tell the person responsible for the medium, and fetch the document from Microsoft again.',
      ],
    },
    'too-deep': {
      what: (d) =>
        `Elements are nested deeper than ${d('maximum', 'allowed')}. No real document of this kind is.`,
      kept: nothing,
      todo: ['Do not use this file.', 'Fetch the document again.'],
    },
    'name-refused': {
      what: (d) => `The file uses a name that is not allowed (${d('name', 'reserved name')}).`,
      kept: nothing,
      todo: ['Do not use this file.', 'Fetch the document again.'],
    },
    'too-many-elements': {
      what: (d) =>
        `The file holds more items than allowed (limit ${d('maximum', d('limit', 'see the guide'))}).`,
      kept: nothing,
      todo: ['Check that it is the right file.', 'Fetch the document again.'],
    },
    'control-character': {
      what: () => 'The file holds control characters that text of this kind never has.',
      kept: nothing,
      todo: [copyAgain],
    },
    'encoding-not-understood': {
      what: (d) => `The characters of the file cannot be read (declared: ${d('encoding', 'nothing')}).`,
      kept: nothing,
      todo: ['Save the output again as UTF-8 or Unicode, for example with “systeminfo > file.txt”.'],
    },
    'root-not-expected': {
      what: (d) =>
        `This is XML, but not a document that is read here (it begins with ${d('found', 'another element')}).`,
      kept: nothing,
      todo: ['Bring Microsoft’s monthly security document in CVRF form.'],
    },
    'archive-protected': {
      what: () => 'The archive is protected with a password.',
      kept: nothing,
      todo: ['Unpack it on the source machine and bring the files inside.'],
    },
    'archive-not-supported': {
      what: (d) => `The archive kind ${d('archive', '')} is not read yet.`.replace('  ', ' '),
      kept: nothing,
      todo: ['Unpack it and drop the files inside.'],
    },
    'not-recognised': {
      what: () => 'The content matches no catalog, inventory, UBR table or workspace file.',
      kept: nothing,
      todo: ['Check that it is the right file.', 'The guide lists which commands make inventory files.'],
    },
    'not-waiting': {
      what: () =>
        'This file does not wait for an answer any more: it was answered or left out, perhaps in another window.',
      kept: nothing,
      todo: ['Look at the import page: it shows what waits now.'],
    },
    'older-edition': {
      what: (d) =>
        `This edition (${day(d('offered', 'older'))}, revision ${d('offeredRevision', '?')}) does not come after the one in use (${day(d('current', 'newer'))}, revision ${d('currentRevision', '?')}). Going back silently would be a rollback.`,
      kept: 'The newer edition stays in use.',
      todo: [
        'Bring the newest edition.',
        'If the older one is wanted on purpose, replace it with a recorded reason.',
      ],
    },
    'no-machine-name': {
      what: () => 'The file does not say which machine it is from.',
      kept: nothing,
      todo: [
        'Type the machine name when asked, or import it together with the systeminfo file of the same name.',
      ],
    },
    'os-facts-inconsistent': {
      what: (d) =>
        `The operating system facts contradict each other (${d('version', 'version')} and ${d('build', 'build')}).`,
      kept: nothing,
      todo: [
        'Make the inventory again on the machine.',
        'If it contradicts itself again, keep the file for the maker of this program.',
      ],
    },
    'language-not-understood': {
      what: () => 'The file looks like systeminfo, but its language is not known here.',
      kept: nothing,
      todo: [
        'Run “chcp 437” and “systeminfo /fo list” in an English console, or bring “wmic qfe list full” instead.',
      ],
    },
    'ubr-table-malformed': {
      what: (d) => `A row of the UBR table is not machine,number: ${d('found', 'unreadable row')}.`,
      kept: 'No UBR was changed.',
      todo: [
        'Correct the row: first column machine name, second column the number after the last dot of winver.',
      ],
    },
    'facts-malformed': {
      what: (d) =>
        `The facts file is not in its form: ${d('field', 'the file')} should be ${d('expected', 'another value')}, found ${d('found', 'something else')}.`,
      kept: 'Nothing of the file was used.',
      todo: ['Correct the record that is named, or write the file anew with the tool it came from.'],
    },
    'registry-changes': {
      what: () => 'The file deletes keys or values: it changes a registry, it does not show one.',
      kept: nothing,
      todo: ['Export the keys on the machine with “reg export”, and bring that file.'],
    },
    'registry-too-large': {
      what: (d) => `The export holds more than ${d('maximum', 'the most')} keys and values.`,
      kept: nothing,
      todo: ['Export only the keys that the guide names, each into a file of its own, and bring those.'],
    },
    'archive-nothing-known': {
      what: (d) => `None of the ${d('files', '')} files in the archive is of a known kind.`,
      kept: nothing,
      todo: [
        'Look into the archive: it may be another one than was meant.',
        'Unpack it and bring the files that are needed.',
      ],
    },
    'workspace-damaged': {
      what: () => 'The workspace file is damaged: its content does not match its hashes.',
      kept: 'The present workspace is unchanged.',
      todo: ['Use another copy of the export.', copyAgain],
    },
    'workspace-foreign': {
      what: () => 'The file is not a workspace of Patchferry.',
      kept: 'The present workspace is unchanged.',
      todo: ['Choose the file that “Export workspace” wrote (patchferry-workspace).'],
    },
    'workspace-newer': {
      what: (d) =>
        `The workspace was written by a newer version (format ${d('found', 'newer')}, this version knows ${d('known', 'older ones')}).`,
      kept: 'The present workspace is unchanged.',
      todo: ['Bring that version of Patchferry, then restore again.'],
    },
    'storage-full': {
      what: (d) =>
        `The browser has no room left (${d('needed', 'some')} bytes needed, ${d('available', 'unknown')} free).`,
      kept: 'Nothing half-written is left; everything stored before is whole.',
      todo: [
        'Export the workspace now.',
        'Free disk space or let the administrator raise the quota, then try again.',
      ],
    },
    'storage-blocked': {
      what: () => 'The browser refuses to store data (private window or policy).',
      kept: 'Work goes on in memory until the window is closed.',
      todo: [
        'Export the workspace before closing.',
        'Use a normal window, or ask the administrator to allow site data for this address.',
      ],
    },
    cancelled: {
      what: () => 'You cancelled the job.',
      kept: 'Nothing of it was stored.',
      todo: ['Start it again when you want.'],
    },
    'update-file-not-matching': {
      what: (d) => `The update file carries no KB of an authorized update (${d('kb', 'no KB in the name')}).`,
      kept: 'The file was left out of the bundle.',
      todo: [
        'Keep the file name of the download, which carries the KB number.',
        'Check that the update is authorized.',
      ],
    },
    ...storageErrors,
    ...declarationErrors,
    ...readingErrors,
    ...bundleErrors,
    ...signatureErrors,
    internal: {
      what: () => 'The program met a state it does not expect. This is a fault of Patchferry.',
      kept: 'Everything stored before is whole.',
      todo: [
        'Export the workspace.',
        'Copy the details and give them to the maker of this program.',
        'Reload the page.',
      ],
    },
  },
};
