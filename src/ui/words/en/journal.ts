import type { CatalogWarningCode, JournalAct, ReadingWarningCode } from '../../../domain/index.ts';

/** Acts of the journal, and the warnings that reading leaves. */
export const journal = {
  title: 'Journal',
  purpose: 'Every act, in order, each entry bound to the one before it by a hash.',
  act: {
    'workspace-created': 'Workspace created',
    'catalog-imported': 'Catalog imported',
    'catalog-unchanged': 'Catalog already present',
    'catalog-older-override': 'Older catalog put in use, with reason',
    'inventory-imported': 'Inventory imported',
    'inventory-unchanged': 'Inventory already present',
    'file-ignored': 'File ignored',
    'file-rejected': 'File rejected',
    'ubr-set': 'Build revision (UBR) set',
    scanned: 'Machines scanned',
    authorized: 'Authorized',
    declined: 'Declined',
    deferred: 'Deferred',
    withdrawn: 'Decision withdrawn',
    undone: 'Undone',
    redone: 'Redone',
    'bundle-written': 'Bundle written',
    'scan-exported': 'Scan result exported',
    'workspace-exported': 'Workspace exported',
    'workspace-restored': 'Workspace restored',
    'settings-changed': 'Settings changed',
    'practice-loaded': 'Practice site loaded',
    'machine-removed': 'Machine removed',
    'storage-cleared-found': 'Browser had removed the data',
  } satisfies Record<JournalAct, string>,
};

export const warnings = {
  catalog: {
    'fixed-build-differs': 'One update has different builds for one product; the highest is used',
    'supersedence-differs': 'One update names different superseded ones; all are used',
    'fixed-build-outside-family': 'A build that is not of the product was left out',
    'two-updates-one-build': 'Two updates share one build; only their KB decides',
    'product-name-not-understood': 'Product name not understood',
    'date-implausible': 'Date not plausible',
    'months-missing': 'Months missing between imported documents',
    'older-edition-not-used': 'Older edition not used',
    'fewer-updates': 'Fewer updates than the edition before',
  } satisfies Record<CatalogWarningCode, string>,
  reading: {
    'list-cut': 'KB list cut off by systeminfo',
    'declared-count-differs': 'Declared number of KBs differs from the list',
    'clock-implausible': 'The clock of the machine is not plausible',
    'file-contradicts-list': 'File entries and KB list contradict each other',
    'name-not-legal': 'Machine name is no legal host name; counted as missing',
    'encoding-guessed': 'Character set guessed',
    'two-builds-one-name': 'Two builds under one name; the higher one is the machine',
    'section-missing': 'A section of the file is missing',
  } satisfies Record<ReadingWarningCode, string>,
};
