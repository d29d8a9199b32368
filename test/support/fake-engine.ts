/** An engine in memory with invented data: pages can be seen and tested without the worker. */
import {
  countPairs,
  ok,
  readPlanes,
  reject,
  type Authorization,
  type JournalAct,
  type JournalEntry,
  type Machine,
  type ReportProgress,
  type ScanSummary,
  type Settings,
  type StateRow,
  type Update,
  type Verdict,
} from '../../src/domain/index.ts';
import type {
  Engine,
  ImportOptions,
  ProofRequest,
  ScopeRequest,
  Snapshot,
  WaitingAnswer,
  WaitingRow,
} from '../../src/tasks/engine.ts';
import { fakeMachines, fakeNow, fakeRow, fakeUpdates, sha } from './fake-data.ts';
import { fakeExplanation } from './fake-explanation.ts';
import {
  answeredWith, differenceOf, editionsOf, missingFactsOf, multiplied, nextOf,
  planOf, reportOf, statesOf, storageOf, waitingOf, withUbr,
} from './fake-snapshot.ts'; // prettier-ignore

import { FakeAnswers } from './fake-answers.ts';
import { fakeEntry, noReceipt, usualSettings } from './fake-defaults.ts';
import { fakeChoices } from './fake-scope.ts';
import { FakeRoots } from './fake-signatures.ts';

export interface FakeOptions {
  /** `huge` has 100,000 updates. */
  readonly fill: 'empty' | 'full' | 'huge';
  readonly settings?: Partial<Settings>;
  /** Milliseconds each step of a long job takes. */
  readonly pace?: number;
  readonly snapshot?: Partial<Snapshot>;
}

type FakeStep = { label: string; count: number; before: Map<string, Authorization> };

export class FakeEngine extends FakeAnswers implements Engine {
  #version = 1;
  #updates: readonly Update[] = [];
  #machines: readonly Machine[] = [];
  #authorizations = new Map<string, Authorization>();
  readonly #past: FakeStep[] = [];
  readonly #future: FakeStep[] = [];
  #journal: JournalEntry[] = [];
  #settings: Settings;
  #practice = false;
  readonly #roots = new FakeRoots();
  readonly importRoots = this.#roots.importRoots;
  readonly removeRoot = this.#roots.removeRoot;
  #waiting: readonly WaitingRow[] = [];
  #cancelled = false;
  readonly #options: FakeOptions;

  constructor(options: FakeOptions) {
    super();
    this.#options = options;
    this.#settings = { ...usualSettings, ...options.settings };
    this.#log('workspace-created');
    if (options.fill !== 'empty') this.#load(options.fill === 'huge');
  }

  cancel = (): void => void (this.#cancelled = true);

  async snapshot(): Promise<Snapshot> {
    const states = statesOf(this.#updates, this.#machines);
    const counts = states && countPairs(states);
    const scan: ScanSummary | null = states && counts && {
      at: fakeNow - 3_600_000,
      machines: readPlanes(states).machines.length,
      updates: states.updates.length,
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
      catalogs: { editions: editionsOf(this.#updates), missingMonths: this.#machines.length > 0 ? ['2026-Jul'] : [], warnings: [] },
      updates: this.#updates,
      machines: this.#machines,
      states,
      scan,
      authorizations: [...this.#authorizations.values()],
      voided: this.#updates.length > 0 && this.#authorizations.size > 2 ? [[...this.#authorizations.keys()][0] ?? ''] : [],
      ignored: this.#machines.length > 0 ? [{ file: 'HQ-WS-0101_dxdiag.txt', format: 'dxdiag', reason: 'DirectX report: no rule uses it yet' }] : [],
      waiting: this.#waiting,
      next: nextOf(states, missingFactsOf(this.#updates, this.#machines)),
      undo: last ? { label: last.label, count: last.count } : null,
      redo: again ? { label: again.label, count: again.count } : null,
      storage: storageOf(this.#machines.length > 0),
      practice: this.#practice,
      trustedRoots: this.#roots.rows,
      missingFacts: missingFactsOf(this.#updates, this.#machines),
      missingRanges: this.#machines.length > 0 ? [{ from: '2026-07', to: '2026-07', months: 1, states: 0 }] : [],
      notServiced: this.#machines.filter((m) => m.name.startsWith('OLD-SCADA-2')).map((m) => m.id),
      ...this.#options.snapshot,
    };
  } // prettier-ignore

  /** What imports were asked for, in their order. */
  readonly asked: ImportOptions[] = [];

  async scopeChoices(file: File, request: ScopeRequest, report: ReportProgress) {
    if (!(await this.#steps(4, 'files', 'read', report))) return reject('cancelled', '');
    return fakeChoices(file, request);
  }

  async importFiles(files: readonly File[], options: ImportOptions, report: ReportProgress) {
    if (!(await this.#steps(files.length, 'files', 'read', report, files))) return reject('cancelled', '');
    this.asked.push(options);
    const [scope] = Object.values(options.scopes ?? {});
    if (scope) this.#settings = { ...this.#settings, catalogScope: scope };
    if (this.#machines.length === 0) this.#load(false);
    this.#log('inventory-imported', files[0]?.name);
    const brought = reportOf(files.map((f) => f.name), options); // prettier-ignore
    const names = new Set(files.map(({ name }) => name));
    const others = this.#waiting.filter(({ file }) => !names.has(file));
    this.#waiting = [...others, ...waitingOf(brought, fakeNow)];
    return ok(brought);
  }

  async answerWaiting(key: string, answer: WaitingAnswer) {
    const row = this.#waiting.find((each) => each.key === key);
    if (!row) return reject('not-waiting', '');
    this.#waiting = this.#waiting.filter((each) => each !== row);
    this.#version += 1;
    return ok(reportOf([row.file], answeredWith(row.file, answer)));
  }

  async dropWaiting(key: string) {
    this.#waiting = this.#waiting.filter((each) => each.key !== key);
    this.#log('waiting-dropped');
    return ok(null);
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

  compareEditions = async () => differenceOf(this.#updates.slice(0, 3).map((u) => u.id));

  async setUbr(machine: string, ubr: number | null) {
    this.#machines = this.#machines.map((m) => (m.id === machine ? withUbr(m, ubr) : m));
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
    this.#future.length = 0;
    for (const update of updates) {
      if (verdict === null) this.#authorizations.delete(update);
      else this.#authorizations.set(update, { update, verdict, reason, contentHash: '', at: fakeNow, by: this.#settings.operator, until }); // prettier-ignore
    }
    this.#log(verdict ?? 'withdrawn');
    return ok(null);
  }

  undo = async () => this.#step(this.#past, this.#future, 'undone');
  redo = async () => this.#step(this.#future, this.#past, 'redone');

  #step(from: FakeStep[], to: FakeStep[], act: JournalAct) {
    const step = from.pop();
    if (step) {
      to.push({ ...step, before: this.#authorizations });
      this.#authorizations = step.before;
      this.#log(act);
    }
    return ok(null);
  }

  planBundle = async () => planOf(this.#updates, this.#machines, [...this.#authorizations.values()]);

  async writeBundleZip(_request: unknown, report: ReportProgress) {
    if (!(await this.#steps(4, 'files', 'write', report))) return reject('cancelled', '');
    this.#log('bundle-written');
    return ok({ receipt: { ...noReceipt, bundleId: 'b-2026-11-21-01', files: 6, manifestSha256: sha(9) }, zip: new Blob(['bag']) });
  } // prettier-ignore

  async writeBundleFolder(_request: unknown, _folder: FileSystemDirectoryHandle, report: ReportProgress) {
    if (!(await this.#steps(4, 'files', 'write', report))) return reject('cancelled', '');
    return ok({ ...noReceipt, bundleId: 'b-2026-11-21-01', files: 6 });
  }

  async journal(from: number, count: number) {
    return {
      entries: this.#journal.slice(from, from + count),
      total: this.#journal.length,
      chainBrokenAt: null,
    };
  }

  async exportProof(request: ProofRequest) {
    this.#log('proof-exported', request.file);
    return ok(new Blob([JSON.stringify(await this.explain(request.machine, request.update))]));
  }

  exportWorkspace = async () => this.#done('workspace-exported', new Blob(['workspace']));

  restoreWorkspace = async () => this.#done('workspace-restored', null);

  #done<T>(act: JournalAct, value: T) {
    this.#log(act);
    return ok(value);
  }

  async saveSettings(settings: Settings) {
    this.#settings = settings;
    return this.#done('settings-changed', null);
  }

  async loadPractice(report: ReportProgress) {
    if (!(await this.#steps(12, 'machines', 'generate', report))) return reject('cancelled', '');
    this.#practice = true;
    this.#load(false);
    this.#log('practice-loaded');
    return ok(reportOf(this.#machines.map((m) => m.files[0]?.name ?? m.name), {})); // prettier-ignore
  }

  leavePractice = () => this.#emptied('practice-left');
  clearAll = () => this.#emptied('workspace-created');

  async #emptied(act: JournalAct) {
    [this.#updates, this.#machines, this.#practice] = [[], [], false];
    this.#authorizations.clear();
    this.#log(act);
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
    this.#past.length = 0;
    for (const m of this.#machines) this.#log('inventory-imported', m.files[0]?.name);
    this.#log('scanned');
  }

  #log(act: JournalAct, file = ''): void {
    this.#version += 1;
    this.#journal.push(fakeEntry(this.#journal.length + 1, act, file, this.#settings.operator));
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
