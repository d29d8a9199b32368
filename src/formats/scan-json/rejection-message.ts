import type { Rejection, RejectionCode } from '../../domain/index.ts';

/** What happened, and what to do about it. English always: a result file does not change with the reader. */
const words: Readonly<Record<RejectionCode, readonly [happened: string, remedy: string]>> = {
  'file-empty': ['the file is empty', 'copy it again from its source'],
  'file-too-large': ['the file is larger than this kind of file may be', 'check that it is the right file'],
  'file-unreadable': [
    'the file could not be read',
    'check that the medium is still connected, then try again',
  ],
  'file-changed-while-read': [
    'the file changed while it was read',
    'wait until it is written, then try again',
  ],
  'web-page-instead': [
    'this is a web page, not the file its name promises',
    'on the connected side download the file itself, not the page that offers it',
  ],
  'cut-off': ['the file ends too early', 'copy it again from its source'],
  'not-well-formed': ['the file is not well-formed', 'copy it again from its source'],
  'doctype-refused': [
    'the file holds a DOCTYPE, which no real document of this kind does',
    'get it from its publisher',
  ],
  'too-deep': ['elements are nested too deeply', 'get the file from its publisher'],
  'name-refused': ['an element or attribute has a name that is refused', 'get the file from its publisher'],
  'too-many-elements': ['the file holds more elements than allowed', 'check that it is the right file'],
  'limit-exceeded': ['a part of the file is larger than allowed', 'get the file from its publisher'],
  'element-missing': ['the document lacks an element that it needs', 'copy it again from its source'],
  'control-character': ['the file holds a control character', 'copy it again from its source'],
  'encoding-not-understood': ['the encoding of the text is not understood', 'save the file as UTF-8'],
  'root-not-expected': [
    'the document is of another kind than it seems to be',
    'check that it is the right file',
  ],
  'archive-protected': ['the archive is protected by a password', 'unpack it and give the files in it'],
  'archive-not-supported': ['archives are not read', 'unpack it and give the files in it'],
  'archive-damaged': ['the archive is damaged', 'copy it again from its source'],
  'archive-part-missing': [
    'a part of the set of cabinets is not there',
    'give the part that is named together with this file',
  ],
  'not-recognised': [
    'the content is of no known kind',
    'give a catalog (MSRC monthly document, vendor packages, MSSecure.XML), or an inventory (systeminfo, wmic qfe, Get-HotFix, facts file)',
  ],
  'older-edition': ['a newer edition of this document is in use', 'leave it out, or record an override'],
  'signature-refused': [
    'the signature of the file is wrong, or of another signer',
    'do not use it; fetch the catalog again from its publisher',
  ],
  'signature-not-proven': [
    'the signature of the file proves nothing here',
    'trust the root that is named with --root FILE, or use the file all the same with --allow-unsigned REASON',
  ],
  'root-not-understood': [
    'the file holds no certificate that can be read',
    'save the root certificate as .cer, .pem or .p7b',
  ],
  'root-missing': [
    'the file holds no root certificate, only certificates that others issued',
    'save the certificate at the top of the chain',
  ],
  'not-waiting': ['nobody waits for this answer any more', 'look at what waits now'],
  'no-machine-name': ['the file names no machine', 'name the file after its machine'],
  'os-facts-inconsistent': [
    'the facts about the operating system contradict each other',
    'collect the inventory again',
  ],
  'several-machines': ['the file describes several machines', 'give one file for each machine'],
  'language-not-understood': [
    'the language of the file is not understood',
    'collect the inventory again in English',
  ],
  'ubr-table-malformed': [
    'the table of build revisions is malformed',
    'give lines of the form machine,ubr below a header line; ubr is a whole number from 0 to 999999, one a machine',
  ],
  'facts-malformed': [
    'a record of the facts file is not in the form',
    'correct the record that is named; docs/guide/facts-file.md describes the form',
  ],
  'registry-changes': [
    'the file deletes keys or values: it changes a registry and shows none',
    'export the keys of the machine with reg export, and give that file',
  ],
  'registry-too-large': [
    'the export holds more keys and values than are kept of one file',
    'export only the keys that the guide names, each into a file of its own',
  ],
  'archive-nothing-known': [
    'none of the files in the archive is of a known kind',
    'look into the archive, or unpack it and give the files that are needed',
  ],
  'workspace-damaged': ['the workspace file is damaged', 'use another copy of it'],
  'workspace-foreign': ['this is not a workspace file', 'choose the file that was exported as workspace'],
  'workspace-newer': ['the workspace file is of a newer version', 'use that version of the program'],
  'storage-full': ['there is no room left to store it', 'free some space, then try again'],
  'storage-blocked': ['storage is blocked', 'allow storage for this page, then try again'],
  'storage-newer': ['the storage belongs to a newer version', 'use that version of the program'],
  'storage-held': ['another window holds the storage', 'close the other window, then load this one again'],
  'storage-damaged': ['a stored record is damaged', 'restore the last exported workspace file'],
  'read-only': ['another window does the writing', 'take over in this window, then try again'],
  'declaration-refused': [
    'a declaration cannot be kept',
    'correct it; docs/guide/declarations.md says what it needs',
  ],
  'declarations-malformed': [
    'the file of declarations is not in its form',
    'correct the place that is named; docs/guide/declarations.md describes the form',
  ],
  'reason-missing': ['this decision needs a reason', 'state a reason'],
  'worker-stopped': ['the work stopped before it was done', 'try again; nothing of it was stored'],
  cancelled: ['reading was cancelled', 'import the file again'],
  'update-file-not-matching': ['the update file matches no authorized update', 'check its name'],
  'update-file-wrong-size': ['the catalog gives another size', 'download it again'],
  'update-file-wrong-hash': ['the catalog gives another hash', 'do not use it; download it again'],
  'bundle-empty': ['the bundle would be empty', 'attach update files, or allow a bundle without them'],
  'bundle-name-refused': ['this name cannot be used on every medium', 'choose another name'],
  'bundle-names-collide': ['two files would have the same name on Windows', 'rename one of them'],
  'bundle-too-large-for-zip': ['the bundle is too large for one ZIP', 'write it into a folder'],
  'bundle-folder-not-empty': ['the folder is not empty', 'choose an empty folder'],
  'bundle-write-failed': ['writing the bundle failed', 'check the medium, then write it again'],
  'bundle-medium-full': ['the medium is full', 'take a larger one, or carry fewer updates'],
  'bundle-verify-failed': ['what was written is not what was meant', 'check the medium, then write it again'],
  'practice-not-empty': [
    'the practice site is loaded into an empty workspace only',
    'export the workspace, delete what is in it, and load the practice site then',
  ],
  internal: ['an error of the program itself', 'report it together with the code'],
};

/**
 * One English sentence for a rejection: file, place, what happened, figures, remedy.
 * @returns e.g. `a.xml, line 812: the file ends too early (expected 20, found 10); copy it again from its source.`
 */
export function rejectionMessage(rejection: Rejection): string {
  const [happened, remedy] = words[rejection.code];
  const where = rejection.place === '' ? rejection.file : `${rejection.file}, ${rejection.place}`;
  const figures = Object.keys(rejection.details)
    .sort()
    .map((key) => `${key} ${rejection.details[key]}`)
    .join(', ');
  return `${where}: ${happened}${figures === '' ? '' : ` (${figures})`}; ${remedy}.`;
}
