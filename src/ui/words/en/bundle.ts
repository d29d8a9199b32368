import { format as f } from './format.ts';

export const bundle = {
  title: 'Bundle',
  purpose:
    'What is carried to a site: the authorized updates its machines need, with manifest and checksums.',
  why: 'No update is authorized yet.',
  toReview: 'Review updates',
  steps: {
    machines: '1. Machines',
    plan: '2. Plan',
    files: '3. Update files',
    write: '4. Write',
  },
  machines: {
    all: (n: number) => f.plural(n, 'The one machine', `All ${f.number(n)} machines`),
    some: 'Chosen machines',
    filter: 'Find a machine',
    chosen: (n: number) => `${f.count(n, 'machine', 'machines')} chosen`,
    none: 'Choose at least one machine.',
    grades: 'Only states of these grades',
    gradesHint: 'With all or none ticked, every grade counts.',
  },
  plan: {
    nothing: 'Nothing to carry: no authorized update is Required on these machines.',
    columns: {
      order: 'Order',
      kb: 'KB',
      title: 'Title',
      machines: 'Machines',
      restart: 'Restart',
      files: 'Files',
    },
    label: 'Updates in order of installation',
    remark: (n: number, of: number, meaning: string) =>
      `${f.number(n)} of ${f.count(of, 'machine', 'machines')}: ${meaning}`,
    leftOut: (n: number) => `${f.count(n, 'authorized update', 'authorized updates')} left out`,
    reasons: {
      'not-required': 'not Required on any of these machines',
      superseded: 'superseded by',
      'alternative-track': "the site's own track carries",
      gone: 'in no catalog in use any more: withdrawn or superseded by its vendor',
      void: 'content changed since it was authorized: review it again',
      grade: 'its state is of another grade',
    },
  },
  files: {
    text: 'On the connected side, search each KB in the Microsoft Update Catalog and take every file its download box shows. Add them here; they are matched by the KB number in their names and hashed while they are copied.',
    /** Updates that have neither a KB nor a file named by their catalog. */
    nameless: (n: number) =>
      `${f.count(n, 'update has', 'updates have')} no KB and no named file: the shopping list says where to look.`,
    named: 'Files that the catalogs of vendors name',
    namedText:
      'Fetch these files from the address their vendor gives; name, size and hash are checked when they are added.',
    here: 'added',
    size: 'Size',
    exactly: (bytes: number) => `${f.bytes(bytes)} (${f.count(bytes, 'byte', 'bytes')})`,
    noHash: 'the catalog gives none',
    from: 'Address',
    add: 'Add update files',
    matched: (n: number, bytes: string) => `${f.count(n, 'file', 'files')} matched, ${bytes}`,
    unmatched: (n: number) =>
      `${f.count(n, 'file belongs', 'files belong')} to no update of this plan by name and will be left out`,
    missing: (n: number) =>
      `${f.count(n, 'update has', 'updates have')} no file yet and ${f.plural(n, 'goes', 'go')} on the shopping list`,
    checking: (n: number) => `Check ${f.count(n, 'update file', 'update files')}`,
    refused: (n: number) => `${f.count(n, 'file was', 'files were')} not attached:`,
    remove: 'Take all files away',
    detach: (name: string) => `Take ${name} away`,
    none: 'no file',
  },
  write: {
    name: 'Name of the bundle',
    nameHint: 'Becomes the folder name on the stick: letters, digits, dot, dash, underscore.',
    nameWritten: 'Will be written as',
    nameLost: 'Windows takes nothing of this name: the number of the bundle becomes the folder name.',
    empty: 'Write it without update files: manifest and shopping list only',
    emptyNeeded: 'No update file is attached. Tick the box to write manifest and shopping list only.',
    zip: 'Write as one ZIP',
    folder: 'Write into a folder',
    folderWhy: 'This browser does not let pages write into folders: use the ZIP and unpack it on the stick.',
    unsigned:
      'This bundle is not signed: its checksums guard against damage, not against a person who changes both.',
    written: (name: string) => `Written as ${name}.`,
    job: (name: string) => `Write bundle ${name}`,
  },
  receipt: {
    title: 'Bundle written',
    evidence: (files: number, bytes: string) =>
      `${f.count(files, 'file', 'files')}, ${bytes}, all hashed while written.`,
    id: 'Bundle',
    manifest: 'SHA-256 of manifest.xml',
    check: 'Check on any Linux machine, in the bundle folder:',
    missing: 'On the shopping list (no file attached)',
    unmatched: 'Left out (its name belongs to no update of this bundle)',
    fat32: 'Too large for a FAT32 stick (4 GiB and more): use exFAT or NTFS',
    unrecorded:
      'The bundle is whole, but the journal has no entry of it: the browser could not store it. Write down name and SHA-256.',
    next: 'Next: copy the folder to the stick, run the check there, and hand the shopping list to the connected side if anything is missing.',
  },
};
