import { format as f } from './format.ts';

export const home = {
  title: 'Home',
  purpose: 'Carry catalogs and inventories in, see what each machine needs and why, carry a bundle out.',
  emptyWhy: 'This workspace is empty: there is no catalog and no machine yet.',
  next: 'What is next',
  nothingNext: 'Nothing waits for you.',
  step: {
    waiting: {
      names: (n: number) =>
        f.plural(n, 'file waits for the name of its machine', 'files wait for the names of their machines'),
      editions: (n: number) =>
        f.plural(n, 'older edition waits for a decision', 'older editions wait for a decision'),
      signatures: (n: number) =>
        f.plural(
          n,
          'catalog without proof of its origin waits for a decision',
          'catalogs without proof of their origin wait for a decision',
        ),
      text: 'Brought and kept here, but not used until you answer.',
      action: 'Answer',
    },
    'bring-catalog': {
      title: 'Bring a catalog',
      text: 'On a connected PC, save Microsoft’s monthly security documents (CVRF XML, for example 2026-Feb) or the offline catalog wsusscn2.cab, and carry them here. Drop them anywhere on this page.',
      action: 'Add catalog files',
    },
    'bring-inventories': {
      title: 'Bring inventories',
      text: 'On each machine run “systeminfo > %COMPUTERNAME%_systeminfo.txt”, and “wmic qfe list full > %COMPUTERNAME%_qfe.txt” where it exists. Carry the files here.',
      action: 'Add inventory files',
    },
    scan: {
      title: (n: number) => `Scan ${f.count(n, 'machine', 'machines')}`,
      text: 'Catalogs or inventories changed since the last scan.',
      action: 'Scan now',
    },
    'missing-facts': {
      title: (facts: number) =>
        `${f.count(facts, 'fact', 'facts')} of Windows ${facts === 1 ? 'is' : 'are'} missing`,
      rules: (n: number) => `${f.count(n, 'fact', 'facts')} that rules of vendor catalogs ask for`,
      products: (n: number) =>
        `${f.count(n, 'product', 'products')} outside Windows, nothing known about them`,
      rulesText:
        'The rules ask each machine: version of a file, value in the registry and the like. The list says which file of the machine answers.',
      productsText: 'Their updates stay Unknown until it is known whether the product is there.',
      text: (states: number) =>
        `${f.count(states, 'state depends', 'states depend')} on them. Each names what to fetch and from which machines.`,
      action: 'See what is missing',
    },
    'missing-months': {
      title: (n: number) => `${f.count(n, 'month is', 'months are')} missing in the catalogs`,
      text: (states: number) =>
        states === 0
          ? 'No state waits for them at present, but what superseded what in them is not known.'
          : `${f.count(states, 'state is', 'states are')} unknown because of them: the order of two updates cannot be told.`,
      action: 'See which',
    },
    review: {
      title: (n: number) => `Review ${f.count(n, 'update', 'updates')}`,
      text: 'Required somewhere and not decided yet.',
      action: 'Review',
    },
    voided: {
      title: (n: number) => `Look again at ${f.count(n, 'update', 'updates')}`,
      text: 'The content changed after the decision, so the authorization is void.',
      action: 'Look again',
    },
    'build-bundle': {
      title: (n: number) => `Build a bundle with ${f.count(n, 'update', 'updates')}`,
      text: 'Authorized and needed by machines.',
      action: 'Build',
    },
    'export-workspace': {
      title: 'Export the workspace',
      text: (age: string | null) =>
        age
          ? `The last export is ${age} old. The browser alone is no safe place.`
          : 'There is no export yet. The browser alone is no safe place.',
      action: 'Export',
    },
  },
  numbers: {
    title: 'In numbers',
    needing: (n: number): string => f.plural(n, 'machine needs something', 'machines need something'),
    needingOf: (all: number) => `of ${f.count(all, 'machine', 'machines')}`,
    decisions: (n: number): string =>
      f.plural(n, 'update waits for a decision', 'updates wait for a decision'),
    decisionsOf: (all: number) => `of ${f.count(all, 'update', 'updates')} in the catalogs`,
    facts: 'facts of Windows are missing',
    rulesOf: (n: number) => `and ${f.count(n, 'fact', 'facts')} that rules of vendor catalogs ask for`,
    productsOf: (n: number) =>
      `and ${f.count(n, 'product', 'products')} outside Windows, nothing known about them`,
    factsOf: (items: number) =>
      `${f.count(items, 'item', 'items')} left unknown, a product counts once a machine`,
  },
  map: {
    title: 'The way of an update',
    table: 'The way of an update as a table',
    step: 'Step',
    count: 'Count',
    parts: { in: 'Carried in', here: 'Decided here', out: 'Carried out' },
    steps: {
      catalogs: 'Catalogs',
      inventories: 'Inventories',
      scan: 'Scan',
      review: 'Review',
      authorized: 'Authorized',
      bundle: 'Bundle',
    },
    notes: {
      catalogs: (updates: number) => f.count(updates, 'update', 'updates'),
      inventories: (n: number) => f.count(n, 'machine', 'machines'),
      scan: (n: number): string => f.plural(n, 'state required', 'states required'),
      review: (n: number): string => f.plural(n, 'update to decide', 'updates to decide'),
      authorized: (n: number): string => f.plural(n, 'update', 'updates'),
      bundle: (n: number): string => f.plural(n, 'update ready', 'updates ready'),
    },
    notYet: 'not yet',
  },
  bars: {
    title: 'States by operating system',
    group: 'Operating system',
    none: 'There is no scan yet.',
    unknownOs: 'Operating system not known',
    machines: 'Machines',
  },
  ages: {
    title: 'Age of inventories',
    bands: ['up to 7 days', '8 to 30 days', '31 to 90 days', 'over 90 days', 'collection date not known'],
    band: 'Age',
    fileDates: (n: number) =>
      `Of ${f.count(n, 'machine', 'machines')} only the date of the file is known, and a copy makes that new: the inventory does not say when it was collected.`,
  },
  lastScan: (when: string, machines: number, updates: number) =>
    `Last scan ${when}: ${f.count(machines, 'machine', 'machines')}, ${f.count(updates, 'update', 'updates')}.`,
};
