/** An engine in memory with invented data: pages can be seen and tested without the worker. */
import {
  ok,
  patchStates,
  reject,
  type Authorization,
  type JournalAct,
  type JournalEntry,
  type Machine,
  type ReportProgress,
  type ScanSummary,
  type Settings,
  type StateMatrix,
  type StateRow,
  type Update,
  type Verdict,
} from '../../src/domain/index.ts';
import type {
  BundlePlanItem,
  BundleReceipt,
  EditionRow,
  Engine,
  FileOutcome,
  ImportOptions,
  ImportReport,
  MissingFact,
  NextStep,
  Snapshot,
} from '../../src/tasks/engine.ts';
import { fakeMachines, fakeNow, fakeRow, fakeUpdates, months, sha } from './fake-data.ts';
import { fakeExplanation } from './fake-explanation.ts';

export interface FakeOptions {
  /** `huge` has 100,000 updates. */
  readonly fill: 'empty' | 'full' | 'huge';
  readonly settings?: Partial<Settings>;
  /** Milliseconds each step of a long job takes. */
  readonly pace?: number;
  readonly snapshot?: Partial<Snapshot>;
}

const usual: Settings = {
  operator: 'M. Keller',
  site: 'Werk Nord, Leitstand 2',
  marking: '',
  language: 'en',
  theme: 'system',
  singleKeys: true,
  track: 'rollup',
};

const empty: BundleReceipt = {
  bundleId: '',
  files: 0,
  bytes: 0,
  manifestSha256: '',
  missing: [],
  unmatched: [],
  tooLargeForFat32: [],
  folder: '',
};

/** Copies an update until there are as many as a big catalog would bring. */
function multiplied(updates: readonly Update[], count: number): readonly Update[] {
  return Array.from({ length: count }, (_, i) => {
    const base = updates[i % updates.length] as Update;
    const kbNumber = 4_000_000 + i;
    return {
      ...base,
      id: `msrc:KB${kbNumber}`,
      kb: `KB${kbNumber}`,
      kbNumber,
      supersedes: [],
      supersededBy: [],
    };
  });
}

export class FakeEngine implements Engine {
  #version = 1;
  #updates: readonly Update[] = [];
  #machines: readonly Machine[] = [];
  #authorizations = new Map<string, Authorization>();
  #past: { label: string; count: number; before: Map<string, Authorization> }[] = [];
  #future: { label: string; count: number; before: Map<string, Authorization> }[] = [];
  #journal: JournalEntry[] = [];
  #settings: Settings;
  #practice = false;
  #cancelled = false;
  readonly #options: FakeOptions;

  constructor(options: FakeOptions) {
    this.#options = options;
    this.#settings = { ...usual, ...options.settings };
    this.#log('workspace-created');
    if (options.fill !== 'empty') this.#load(options.fill === 'huge');
  }

  cancel(): void {
    this.#cancelled = true;
  }

  async snapshot(): Promise<Snapshot> {
    const matrix = this.#matrix();
    const counts = { Required: 0, Installed: 0, Unknown: 0, NotRequired: 0 };
    for (const code of matrix?.codes ?? []) counts[patchStates[code] ?? 'Unknown'] += 1;
    const scan: ScanSummary | null = matrix && {
      at: fakeNow - 3_600_000,
      machines: matrix.machines.length,
      updates: matrix.updates.length,
      required: counts.Required,
      installed: counts.Installed,
      unknown: counts.Unknown,
      notRequired: counts.NotRequired,
      engine: 'wasm',
      elapsedMs: 34,
    };
    const last = this.#past.at(-1);
    const again = this.#future.at(-1);
    return {
      version: this.#version,
      settings: this.#settings,
      catalogs: { editions: this.#editions(), missingMonths: this.#machines.length > 0 ? ['2026-Jul'] : [] },
      updates: this.#updates,
      machines: this.#machines,
      states: matrix,
      scan,
      authorizations: [...this.#authorizations.values()],
      voided: this.#updates.length > 0 && this.#authorizations.size > 2 ? [[...this.#authorizations.keys()][0] ?? ''] : [],
      ignored: this.#machines.length > 0 ? [{ file: 'HQ-WS-0101_dxdiag.txt', format: 'dxdiag', reason: 'DirectX report: no rule uses it yet' }] : [],
      next: this.#next(matrix),
      undo: last ? { label: last.label, count: last.count } : null,
      redo: again ? { label: again.label, count: again.count } : null,
      storage: {
        mode: 'browser',
        persisted: false,
        usedBytes: 41_300_000,
        quotaBytes: 10_700_000_000,
        lastExportAt: this.#machines.length > 0 ? fakeNow - 9 * 86_400_000 : null,
        changesSinceExport: this.#machines.length > 0 ? 14 : 0,
        clearedByBrowser: false,
        failure: null,
      },
      practice: this.#practice,
      missingFacts: this.#missingFacts(),
      notServiced: this.#machines.filter((m) => m.name.startsWith('OLD-SCADA-2')).map((m) => m.id),
      ...this.#options.snapshot,
    };
  } // prettier-ignore

  async identify(files: readonly File[]) {
    return files.map((f) => ({ name: f.name, bytes: f.size, kind: kindOf(f.name), format: '' }));
  }

  async importFiles(files: readonly File[], options: ImportOptions, report: ReportProgress) {
    if (!(await this.#steps(files.length, 'files', 'read', report, files))) return reject('cancelled', '');
    if (this.#machines.length === 0) this.#load(false);
    this.#log('inventory-imported', files[0]?.name);
    return ok(this.#report(files.map((f) => f.name), options)); // prettier-ignore
  }

  async scan(report: ReportProgress) {
    if (!(await this.#steps(this.#machines.length, 'machines', 'scan', report)))
      return reject('cancelled', '');
    this.#log('scanned');
    return ok((await this.snapshot()).scan as ScanSummary);
  }

  async rows(query: { readonly machine?: string; readonly update?: string }): Promise<readonly StateRow[]> {
    return this.#updates
      .filter((u) => query.update === undefined || u.id === query.update)
      .flatMap((u) =>
        this.#machines
          .filter((m) => query.machine === undefined || m.id === query.machine)
          .map((m) => fakeRow(m, u)),
      );
  }

  async explain(machine: string, update: string) {
    const m = this.#machines.find((each) => each.id === machine);
    const u = this.#updates.find((each) => each.id === update);
    return m && u ? fakeExplanation(fakeRow(m, u), m, u) : null;
  }

  async compareEditions() {
    const ids = this.#updates.slice(0, 3).map((u) => u.id);
    return { document: months[1], added: ids.slice(0, 1), revised: ids.slice(1, 2), gone: ids.slice(2) };
  }

  async setUbr(machine: string, ubr: number | null) {
    this.#machines = this.#machines.map((m): Machine => {
      if (m.id !== machine) return m;
      const fact: Machine['os']['ubr'] =
        ubr === null
          ? { state: 'unavailable', reason: 'not-collected' }
          : { state: 'known', value: ubr, evidence: { file: '', sha256: '', line: null, text: String(ubr) } };
      return { ...m, os: { ...m.os, ubr: fact } };
    });
    this.#log('ubr-set');
    return ok(null);
  }

  async removeMachine(machine: string) {
    this.#machines = this.#machines.filter((m) => m.id !== machine);
    this.#log('machine-removed');
    return ok(null);
  }

  async linkMachines(from: string, _to: string) {
    this.#machines = this.#machines.filter((m) => m.id !== from);
    this.#log('machines-linked');
    return ok(null);
  }

  async decide(updates: readonly string[], verdict: Verdict | null, reason: string, until: string | null) {
    this.#past.push({
      label: verdict ?? 'withdrawn',
      count: updates.length,
      before: new Map(this.#authorizations),
    });
    this.#future = [];
    for (const update of updates) {
      if (verdict === null) this.#authorizations.delete(update);
      else this.#authorizations.set(update, { update, verdict, reason, contentHash: '', at: fakeNow, by: this.#settings.operator, until }); // prettier-ignore
    }
    this.#log(verdict ?? 'withdrawn');
    return ok(null);
  }

  async undo() {
    const step = this.#past.pop();
    if (step) {
      this.#future.push({ ...step, before: this.#authorizations });
      this.#authorizations = step.before;
      this.#log('undone');
    }
    return ok(null);
  }

  async redo() {
    const step = this.#future.pop();
    if (step) {
      this.#past.push({ ...step, before: this.#authorizations });
      this.#authorizations = step.before;
      this.#log('redone');
    }
    return ok(null);
  }

  async planBundle() {
    const items = [...this.#authorizations.values()].flatMap((a, order): BundlePlanItem[] => {
      const update = this.#updates.find((u) => u.id === a.update);
      const machines = update ? this.#machines.filter((m) => fakeRow(m, update).state === 'Required') : [];
      if (a.verdict !== 'authorized' || !update?.kb || machines.length === 0) return [];
      return [
        {
          update: update.id,
          kb: update.kb,
          title: update.title,
          order: order + 1,
          products: update.products.map((p) => p.name),
          machines: machines.map((m) => m.id),
          restart: update.restart,
          url: update.url,
          supersedes: update.supersedes.map((kb) => `KB${kb}`),
        },
      ];
    });
    const machines = [...new Set(items.flatMap((i) => i.machines))].sort();
    return { items, leftOut: [], machines };
  }

  async writeBundleZip(_request: unknown, report: ReportProgress) {
    if (!(await this.#steps(4, 'files', 'write', report))) return reject('cancelled', '');
    this.#log('bundle-written');
    return ok({ receipt: { ...empty, bundleId: 'b-2026-11-21-01', files: 6, manifestSha256: sha(9) }, zip: new Blob(['bag']) });
  } // prettier-ignore

  async writeBundleFolder(_request: unknown, _folder: FileSystemDirectoryHandle, report: ReportProgress) {
    if (!(await this.#steps(4, 'files', 'write', report))) return reject('cancelled', '');
    return ok({ ...empty, bundleId: 'b-2026-11-21-01', files: 6 });
  }

  async journal(from: number, count: number) {
    return {
      entries: this.#journal.slice(from, from + count),
      total: this.#journal.length,
      chainBrokenAt: null,
    };
  }

  async exportScan() {
    return ok(new Blob(['{}']));
  }

  async exportWorkspace() {
    this.#log('workspace-exported');
    return ok(new Blob(['workspace']));
  }

  async restoreWorkspace() {
    this.#log('workspace-restored');
    return ok(null);
  }

  async saveSettings(settings: Settings) {
    this.#settings = settings;
    this.#log('settings-changed');
    return ok(null);
  }

  async loadPractice(report: ReportProgress) {
    if (!(await this.#steps(12, 'machines', 'generate', report))) return reject('cancelled', '');
    this.#practice = true;
    this.#load(false);
    this.#log('practice-loaded');
    return ok(this.#report(this.#machines.map((m) => m.files[0]?.name ?? m.name), {})); // prettier-ignore
  }

  async clearAll() {
    this.#updates = [];
    this.#machines = [];
    this.#authorizations.clear();
    this.#log('workspace-created');
    return ok(null);
  }

  #load(huge: boolean): void {
    const updates = fakeUpdates();
    this.#updates = huge ? multiplied(updates, 100_000) : updates;
    this.#machines = fakeMachines();
    const [a, b, c, d] = this.#updates.filter((u) => u.products[0]?.family === 'Windows').map((u) => u.id);
    void this.decide([a ?? '', b ?? ''], 'authorized', '', null);
    void this.decide([c ?? ''], 'declined', 'Replaced by the August update at this site', null);
    void this.decide([d ?? ''], 'deferred', 'Wait for the next maintenance window', '2026-12-15');
    this.#past = [];
    for (const m of this.#machines) this.#log('inventory-imported', m.files[0]?.name);
    this.#log('scanned');
  }

  #log(act: JournalAct, file = ''): void {
    const index = this.#journal.length + 1;
    this.#version += 1;
    this.#journal.push({
      index,
      at: fakeNow - (60 - index) * 60_000,
      by: this.#settings.operator,
      act,
      file,
      fileSha256: file ? sha(index) : '',
      details: {},
      hash: sha(index * 31),
    });
  }

  #matrix(): StateMatrix | null {
    if (this.#updates.length === 0 || this.#machines.length === 0) return null;
    const codes = new Uint8Array(this.#updates.length * this.#machines.length);
    let at = 0;
    for (const u of this.#updates) {
      for (const m of this.#machines) codes[at++] = patchStates.indexOf(fakeRow(m, u).state);
    }
    return {
      catalogKey: sha(1),
      updates: this.#updates.map((u) => u.id),
      machines: this.#machines.map((m) => m.id),
      codes,
    };
  }

  #editions(): readonly EditionRow[] {
    if (this.#updates.length === 0) return [];
    return months.map((month, i) => ({
      key: `msrc:${month}:${sha(700 + i)}`,
      document: month,
      title: `${month.slice(5)} 2026 Security Updates`,
      revision: String(40 + i * 7),
      currentReleaseDate: `2026-0${[5, 6, 8, 9][i]}-2${i}T07:00:00Z`,
      file: `${month.toLowerCase()}.xml`,
      bytes: 1_900_000 + i * 340_000,
      sha256: sha(700 + i),
      importedAt: fakeNow - (40 - i) * 86_400_000,
      current: true,
      counts: { vulnerabilities: 80 + i, vendorFixes: 600, kbs: 12, kbProducts: 24, productElements: 200, products: 90 },
      warnings: i === 1 ? [{ code: 'supersedence-differs', details: { kb: 'KB5075011' } }] : [],
    }));
  } // prettier-ignore

  #missingFacts(): readonly MissingFact[] {
    const found = new Map<string, { kind: string; subject: string; machines: Set<string>; states: number }>();
    for (const u of this.#updates.slice(0, 100)) {
      for (const m of this.#machines) {
        for (const { kind, subject } of fakeRow(m, u).blockers) {
          const fact = found.get(`${kind} ${subject}`) ?? { kind, subject, machines: new Set(), states: 0 };
          fact.machines.add(m.id);
          fact.states += 1;
          found.set(`${kind} ${subject}`, fact);
        }
      }
    }
    return [...found.values()].map((f) => ({ ...f, machines: f.machines.size }));
  }

  #next(matrix: StateMatrix | null): readonly NextStep[] {
    if (!matrix) return [{ kind: 'bring-catalog' }, { kind: 'bring-inventories' }];
    const facts = this.#missingFacts();
    return [
      { kind: 'missing-facts', facts: facts.length, states: facts.reduce((n, f) => n + f.states, 0) },
      { kind: 'review', updates: 9 },
      { kind: 'build-bundle', updates: 2 },
      { kind: 'export-workspace', lastExportAt: fakeNow - 9 * 86_400_000 },
    ];
  }

  #report(names: readonly string[], options: ImportOptions): ImportReport {
    return {
      files: names.map((file): FileOutcome => outcomeOf(file, options)),
      differences: [
        { document: '2026-Sep', added: ['msrc:KB5083000'], revised: ['msrc:KB5083011'], gone: [] },
      ],
      warnings: [{ code: 'list-cut', file: 'LAB-PC-03_systeminfo.txt', details: { listed: 142 } }],
      scan: null,
      elapsedMs: 840,
    };
  }

  async #steps(total: number, unit: 'files' | 'machines', phase: 'read' | 'scan' | 'write' | 'generate', report: ReportProgress, files: readonly File[] = []) {
    this.#cancelled = false;
    for (let done = 0; done <= total; done++) {
      if (this.#cancelled) return false;
      report({ phase, done, total, unit, item: files[done]?.name ?? '' });
      if (this.#options.pace) await new Promise((next) => setTimeout(next, this.#options.pace));
    }
    return true;
  } // prettier-ignore
}

function kindOf(name: string) {
  if (name.endsWith('.patchferry')) return 'workspace' as const;
  return name.endsWith('.xml') ? ('catalog' as const) : ('inventory' as const);
}

/** The name of a file says what becomes of it: `cut…`, `nameless…`, `older…`, `same…`, `dxdiag…`. */
function outcomeOf(file: string, options: ImportOptions): FileOutcome {
  const kind = kindOf(file);
  const format = kind === 'catalog' ? 'msrc' : 'systeminfo';
  if (file.startsWith('cut')) {
    const details = { found: '301 MB', wanted: '612 MB' };
    return { file, outcome: 'rejected', error: { code: 'cut-off', file, place: 'line 812', details } };
  }
  if (file.startsWith('nameless') && !options.names?.[file])
    return { file, outcome: 'needs-name', stem: 'nameless' };
  if (file.startsWith('older') && !options.overrides?.[file]) {
    const details = { date: '2026-05-13', stored: '2026-06-11' };
    return { file, outcome: 'older', error: { code: 'older-edition', file, place: '', details } };
  }
  const subject = options.names?.[file] ?? file.replace(/_.*$/, '');
  if (file.startsWith('same')) return { file, outcome: 'nothing-new', kind, format, subject };
  if (file.startsWith('dxdiag'))
    return { file, outcome: 'ignored', format: 'dxdiag', reason: 'DirectX report' };
  return { file, outcome: 'imported', kind, format, subject, detail: { facts: 21 } };
}
