import {
  notCollected,
  type Authorization,
  type Machine,
  type Settings,
  type StateRow,
  type Update,
} from '../../src/domain/index.ts';
import type { StoredEdition } from '../../src/store/store.ts';
import type { BundlePlan } from '../../src/tasks/engine.ts';
import type { WriteBundleInput } from '../../src/tasks/write-bundle.ts';

/** An update with invented content; `kb` gives id, KB and content hash. */
export function update(kb: number, changes: Partial<Update> = {}): Update {
  return {
    id: `msrc:KB${kb}`,
    kb: `KB${kb}`,
    kbNumber: kb,
    title: `Update KB${kb}`,
    documents: ['2099-Jan'],
    subTypes: ['Security Update'],
    products: [{ id: '11931', name: 'Windows 10 Version 22H2 for x64-based Systems', family: 'Windows' }],
    cves: [],
    severity: 'Important',
    exploited: false,
    disclosed: false,
    restart: 'yes',
    supersedes: [],
    supersededBy: [],
    url: `https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB${kb}`,
    knownIssues: [],
    contentHash: `content-${kb}`,
    ...changes,
  };
}

export function machine(id: string): Machine {
  const fact = notCollected;
  return {
    id,
    name: id.toUpperCase(),
    os: {
      version: fact,
      name: fact,
      servicePack: fact,
      architecture: fact,
      role: fact,
      installation: fact,
      ubr: fact,
      edition: fact,
    },
    hotfixes: { completeness: 'missing', entries: [] },
    files: [],
    history: [],
    incomplete: [],
  };
}

export function authorized(of: Update, changes: Partial<Authorization> = {}): Authorization {
  return {
    update: of.id,
    verdict: 'authorized',
    reason: '',
    contentHash: of.contentHash,
    at: Date.UTC(2099, 0, 20),
    by: 'T. Technician',
    until: null,
    ...changes,
  };
}

export function row(of: Update, machineId: string, changes: Partial<StateRow> = {}): StateRow {
  return {
    machine: machineId,
    update: of.id,
    state: 'Required',
    reason: 'build-below',
    grade: 'measured',
    possible: [],
    blockers: [],
    by: null,
    marks: [],
    supersededBy: null,
    ...changes,
  };
}

export const settings: Settings = {
  operator: 'T. Technician',
  site: 'Station North',
  marking: '',
  language: 'en',
  theme: 'system',
  singleKeys: false,
  track: 'rollup',
};

export function edition(): StoredEdition {
  return {
    key: `msrc:2099-Jan:${'a'.repeat(64)}`,
    importedAt: 0,
    current: true,
    document: {
      source: 'msrc',
      id: '2099-Jan',
      title: 'January 2099 Security Updates',
      revision: '1',
      initialReleaseDate: '2099-01-13T08:00:00',
      currentReleaseDate: '2099-01-14T08:00:00',
      file: '2099-Jan.xml',
      bytes: 10,
      sha256: 'a'.repeat(64),
      products: [],
      vulnerabilities: [],
      remediations: [],
      clickToRun: [],
      knownIssues: [],
      counts: { vulnerabilities: 0, vendorFixes: 0, kbs: 0, kbProducts: 0, productElements: 0, products: 0 },
      warnings: [],
    },
  };
}

/** One update for one machine, its file attached. */
export function bundleInput(changes: Partial<WriteBundleInput> = {}): WriteBundleInput {
  const only = update(9000001);
  const plan: BundlePlan = {
    items: [
      {
        update: only.id,
        kb: 'KB9000001',
        title: only.title,
        order: 1,
        products: only.products.map((product) => product.name),
        machines: ['pc1'],
        remarks: [],
        restart: 'yes',
        url: only.url,
        supersedes: ['KB9000000'],
      },
    ],
    leftOut: [{ update: 'msrc:KB9000000', reason: 'superseded', by: only.id }],
    machines: ['pc1'],
  };
  return {
    plan,
    request: {
      name: 'North, January',
      machines: [],
      grades: [],
      files: [new File(['update file\n'], 'windows10.0-kb9000001-x64_0123abcd.msu')],
      allowEmpty: false,
    },
    updates: [only],
    machines: [machine('pc1')],
    authorizations: [authorized(only)],
    editions: [edition()],
    rows: () => [row(only, 'pc1')],
    settings,
    practice: false,
    bundleId: '00000000-0000-4000-8000-000000000001',
    now: Date.UTC(2099, 0, 21, 1, 20, 30),
    software: 'Patchferry 0.1.0',
    ...changes,
  };
}
