import type { IgnoredReason } from '../../../domain/index.ts';
import { format as f } from './format.ts';

/** The report of one import, and the two questions it may ask. */
export const importing = {
  title: 'Import report',
  none: 'There is no report of this session. Add files to get one.',
  took: (span: string) => `in ${span}`,
  counts: {
    imported: (_n: number) => 'imported',
    'nothing-new': (_n: number) => 'nothing new',
    ignored: (_n: number) => 'ignored',
    rejected: (_n: number) => 'rejected',
    'needs-name': (n: number) => f.plural(n, 'needs a name', 'need a name'),
    older: (n: number) => f.plural(n, 'older edition', 'older editions'),
    unproven: (_n: number) => 'not proven',
  },
  tabs: { failures: 'Needs attention', all: 'All files', differences: 'Differences', warnings: 'Warnings' },
  columns: { file: 'File', outcome: 'Result', kind: 'Kind', subject: 'Is about', reason: 'Reason' },
  outcome: {
    imported: 'Imported',
    'nothing-new': 'Nothing new',
    ignored: 'Ignored',
    rejected: 'Rejected',
    'needs-name': 'Needs a name',
    older: 'Older edition',
    unproven: 'Not proven',
  },
  kinds: {
    catalog: 'Catalog document',
    inventory: 'Inventory',
    'ubr-table': 'UBR table',
    workspace: 'Workspace',
    ignored: 'Recognised, not used',
    'update-file': 'Update file',
    archive: 'Archive',
    unknown: 'Not recognised',
  },
  /** Why a recognised file is not used. */
  ignoredReasons: {
    'os-listing-not-used-yet':
      'Facts of the operating system as a WMI listing. Not used yet: bring systeminfo instead.',
    'other-wmi-class': 'A WMI listing of another kind (processor, BIOS …): it says nothing about updates.',
    'other-powershell-objects': 'Objects saved by PowerShell, but no hotfixes.',
    'empty-answer': 'The tool found nothing, and the file does not say what was asked.',
    'not-windows': 'An inventory of a machine that does not run Windows.',
    'format-not-used-yet': 'A known kind of inventory that this version does not use yet.',
    'verdict-of-another-tool': 'The result of another scanner. It is never mixed with our own.',
    'of-another-thing': 'It describes another thing than a computer, a printer for example.',
    container: 'A cabinet: an update file or a container, no inventory.',
    'accompanying-file': 'A file that lies beside the others (read-me, licence, check sums …).',
    'workspace-not-scanned': 'A workspace file: restore it in Settings.',
    'update-file-not-scanned': 'An update file: it is attached when a bundle is written.',
    'workspace-file': 'A workspace file: it replaces everything, so it is restored on its own.',
    'update-file': 'An update file: it is attached when a bundle is written.',
  } satisfies Record<IgnoredReason | 'workspace-file' | 'update-file', string>,
  failuresNone: 'No file needs attention.',
  /** Of a format that no real file was at hand of. */
  withoutSample: 'Read as documents describe this format; no file of it from a real machine was at hand.',
  alreadyPresent: 'Already present, same content.',
  differencesNone: 'No document replaced an older edition.',
  difference: (added: number, revised: number, gone: number) =>
    `${f.number(added)} new, ${f.number(revised)} revised, ${f.number(gone)} gone`,
  differenceKinds: {
    added: 'New',
    revised: 'Revised',
    gone: 'Withdrawn or superseded: not in the newer edition',
  },
  warningsNone: 'Reading left no warning.',
  /** What a value of a warning is; values without a word here speak for themselves. */
  warningParts: {
    kept: 'used',
    other: 'also stated',
    declared: 'KBs declared',
    read: 'KBs read',
    field: 'field',
    expected: 'expected',
  },
  moreWarnings: (n: number) => `${f.count(n, 'more place', 'more places')}`,
  scanned: (required: number, unknown: number) =>
    `Scanned: ${f.number(required)} required, ${f.number(unknown)} unknown.`,
  preview: {
    title: (n: number) => `Import ${f.count(n, 'file', 'files')}?`,
    looking: (n: number) => `Looking at ${f.count(n, 'file', 'files')} …`,
    columns: { file: 'File', kind: 'What it is', fate: 'What will happen' },
    fates: {
      import: 'Is read whole, and imported if it is sound',
      present: 'Already present, same content',
      'needs-name': 'Is read; you are asked for the name of its machine',
      ignored: 'Is ignored',
      rejected: 'Cannot be used',
    },
    counts: {
      import: (_n: number) => 'to import',
      present: (_n: number) => 'already present',
      'needs-name': (n: number) => f.plural(n, 'needs a name', 'need a name'),
      ignored: (_n: number) => 'to be ignored',
      rejected: (_n: number) => 'cannot be used',
    },
    workspace: 'Replaces everything: you are asked before',
    start: 'Import',
    readList: 'Read the list',
  },
  askName: {
    open: 'Name the machine',
    title: 'Which machine is this file from?',
    text: 'The file does not name its machine. Type the name as the machine itself shows it.',
    refused: (name: string, line: number) =>
      `Where the machine name should be stands “${name}” (line ${f.number(line)}), which is no legal host name: a host name has letters, digits, hyphens and underscores, with at least one letter or digit. It counts as missing. Type the name as the machine itself shows it.`,
    label: 'Machine name',
    bad: 'A host name has letters, digits, hyphens and underscores (dots only between parts of at most 63), with at least one letter or digit.',
    save: 'Import under this name',
  },
  waiting: {
    title: 'Files that wait for an answer',
    since: 'Waits since',
    notKept:
      'The file is too large to be kept beside the edition in use. To use it all the same, add it again.',
    notKeptUnproven:
      'The file is too large to be kept here. To use it all the same, add it again and give the reason then.',
    leaveOut: 'Leave out',
  },
  operatorHint: 'Stands in the journal beside the reason. Kept in this browser; Settings changes it.',
  operatorNeeded: 'Your name is needed: the journal says who decided.',
  override: {
    open: 'Use the older edition',
    title: 'Put an older edition in use?',
    text: 'States will be decided from older knowledge. The reason is kept in the journal.',
    label: 'Reason',
    bad: 'Write the reason in a few words.',
    save: 'Use the older edition',
  },
  signatureOverride: {
    open: 'Use it all the same',
    title: 'Use a catalog whose origin is not proven?',
    text: 'States will be decided from it, and every page and paper that names it says so. The reason is kept in the journal with your name.',
    label: 'Reason',
    bad: 'Write the reason in a few words.',
    save: 'Use this catalog',
  },
  workspace: {
    title: 'Restore this workspace?',
    text: 'Everything in this browser is replaced by the file. Export the present workspace before, if you still need it.',
    action: 'Replace everything',
    inFile: 'In the file',
    here: 'Here now',
    site: 'Site',
    exported: 'Exported',
    machines: 'Machines',
    catalogs: 'Catalog documents in use',
    decisions: 'Updates decided',
    restored: (file: string, machines: number, catalogs: number, decisions: number) =>
      `Restored from ${file}: ${f.count(machines, 'machine', 'machines')}, ${f.count(catalogs, 'catalog document', 'catalog documents')}, ${f.count(decisions, 'decision', 'decisions')}.`,
    lost: (changes: number) =>
      `${f.count(changes, 'change here is', 'changes here are')} in no workspace file; restoring overwrites them.`,
  },
  toMachines: 'See machines',
  toUpdates: 'See updates',
};
