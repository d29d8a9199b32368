import type { IgnoredReason } from '../../../domain/index.ts';
import { format as f } from './format.ts';

/** The report of one import, and the two questions it may ask. */
export const importing = {
  title: 'Import report',
  none: 'There is no report of this session. Add files to get one.',
  took: (span: string) => `in ${span}`,
  counts: {
    imported: 'imported',
    'nothing-new': 'nothing new',
    ignored: 'ignored',
    rejected: 'rejected',
    'needs-name': 'need a name',
    older: 'older edition',
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
  },
  kinds: {
    catalog: 'Catalog document',
    inventory: 'Inventory',
    'ubr-table': 'UBR table',
    workspace: 'Workspace',
    ignored: 'Recognised, not used',
    'update-file': 'Update file',
    unknown: 'Not recognised',
  },
  /** Why a recognised file is not used. */
  ignoredReasons: {
    'os-listing-not-used-yet':
      'Facts of the operating system as a WMI listing. Not used yet: bring systeminfo instead.',
    'other-wmi-class': 'A WMI listing of another kind (processor, BIOS …): it says nothing about updates.',
    'other-powershell-objects': 'Objects saved by PowerShell, but no hotfixes.',
    'empty-answer': 'The tool found nothing, and the file does not say what was asked.',
    'format-not-used-yet': 'A known kind of inventory that this version does not use yet.',
    'verdict-of-another-tool': 'The result of another scanner. It is never mixed with our own.',
    container: 'A cabinet: an update file or a container, no inventory.',
    'accompanying-file': 'A file that lies beside the others (read-me, licence, check sums …).',
    'workspace-not-scanned': 'A workspace file: restore it in Settings.',
    'update-file-not-scanned': 'An update file: it is attached when a bundle is written.',
    'workspace-file': 'A workspace file: it replaces everything, so it is restored on its own.',
    'update-file': 'An update file: it is attached when a bundle is written.',
  } satisfies Record<IgnoredReason | 'workspace-file' | 'update-file', string>,
  failuresNone: 'No file needs attention.',
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
  about: 'About',
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
      import: 'to import',
      present: 'already present',
      'needs-name': 'need a name',
      ignored: 'to be ignored',
      rejected: 'cannot be used',
    },
    workspace: 'Replaces everything: you are asked before',
    start: 'Import',
  },
  askName: {
    open: 'Name the machine',
    title: 'Which machine is this file from?',
    text: 'The file does not name its machine. Type the name as the machine itself shows it.',
    refused: (name: string, line: number) =>
      `Where the machine name should be stands “${name}” (line ${f.number(line)}), which is no legal host name: a host name has letters, digits, hyphens and underscores, with at least one letter or digit. It counts as missing. Type the name as the machine itself shows it.`,
    label: 'Machine name',
    bad: 'A host name has 1 to 63 letters, digits, hyphens or underscores, and is not only digits.',
    save: 'Import under this name',
  },
  waiting: {
    title: 'Files that wait for an answer',
    since: 'Waits since',
    notKept:
      'The file is too large to be kept beside the edition in use. To use it all the same, add it again.',
    leaveOut: 'Leave out',
  },
  override: {
    open: 'Use the older edition',
    title: 'Put an older edition in use?',
    text: 'States will be decided from older knowledge. The reason is kept in the journal.',
    label: 'Reason',
    bad: 'Write the reason in a few words.',
    save: 'Use the older edition',
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
    lost: (changes: number) =>
      `${f.count(changes, 'change here is', 'changes here are')} in no workspace file; restoring overwrites them.`,
  },
  toMachines: 'See machines',
  toUpdates: 'See updates',
};
