import type { WaitReason } from '../../../domain/index.ts';
import type { Agreement } from '../../../tasks/engine.ts';
import { format as f } from './format.ts';

/** Tools by the short names that readers give them. */
const reporters: Readonly<Record<string, string>> = {
  wua: 'Windows Update',
  mbsa: 'MBSA',
  'patch-state': 'Software update inventory',
};

/** What was collected from a machine, as it was collected. */
export const inventory = {
  loading: 'Reading what was collected.',
  hardware: 'Hardware',
  softwareUpdates: 'Software Updates',
  tree: (machine: string) => `What was collected from ${machine}`,
  collected: 'Collected',
  received: 'Received',
  evaluated: 'Evaluated',
  notEvaluated: 'not yet',
  purpose:
    'What other tools reported. It is shown beside our own states and decides none of them; what a tool does not name it did not call needed or installed.',
  none: 'No other tool reported an update of this machine.',
  noOwn: 'none',
  stale: 'stale',
  reporters,
  states: { required: 'Applicable', installed: 'Installed', 'not-required': 'Not applicable' },
  agreement: {
    agrees: 'same as ours',
    differs: 'not as ours',
    open: 'ours is open',
    'not-in-catalog': 'in no catalog',
  } satisfies Record<Agreement, string>,
  columns: {
    update: 'Update',
    title: 'Title',
    state: 'Reported',
    own: 'Our state',
    agreement: 'Agreement',
    reporter: 'Reported by',
    scanned: 'Scanned',
    file: 'File',
    original: "Tool's word",
  },
  verdicts: (n: number) => f.count(n, 'reported update', 'reported updates'),
  records: (n: number) => f.count(n, 'record', 'records'),
  record: 'Record',
  open: 'Open',
  back: 'Back to the list',
  property: 'Property',
  value: 'Value',
  waiting: (n: number) =>
    `${f.count(n, 'report of changes waits', 'reports of changes wait')} for a full inventory. Nothing of it counts before that one is imported.`,
  because: {
    'no-full-report': 'no full inventory lies before it',
    gap: 'a report between is missing',
    'no-date': 'it says neither its time nor what it follows',
  } satisfies Record<WaitReason, string>,
};
