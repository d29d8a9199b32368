import type { Result } from '../domain/index.ts';
import { answerWaiting } from '../tasks/answer-waiting.ts';
import { bundleContent } from '../tasks/bundle-content.ts';
import { clearAll } from '../tasks/clear-all.ts';
import { compareEditions } from '../tasks/compare-editions.ts';
import { decide } from '../tasks/decide.ts';
import type { Engine } from '../tasks/engine.ts';
import { exportProof } from '../tasks/export-proof.ts';
import { exportScan } from '../tasks/export-scan.ts';
import { exportWorkspace } from '../tasks/export-workspace.ts';
import { identifyFiles } from '../tasks/identify-files.ts';
import { importFiles } from '../tasks/import-files.ts';
import type { ImportPorts } from '../tasks/import-files.ts';
import { importRoots, removeRoot } from '../tasks/import-roots.ts';
import { inspectWorkspace } from '../tasks/inspect-workspace.ts';
import { linkMachines } from '../tasks/link-machines.ts';
import { leavePractice } from '../tasks/leave-practice.ts';
import { loadPractice } from '../tasks/load-practice.ts';
import type { AskStorage, Job } from '../tasks/ports.ts';
import { offerScope } from '../tasks/offer-scope.ts';
import { machineInventory } from '../tasks/machine-inventory.ts';
import { recordedFacts } from '../tasks/recorded-facts.ts';
import { removeMachine } from '../tasks/remove-machine.ts';
import { restoreWorkspace } from '../tasks/restore-workspace.ts';
import { saveSettings } from '../tasks/save-settings.ts';
import { scanFleet } from '../tasks/scan-fleet.ts';
import type { Session } from '../tasks/session.ts';
import { setUbr } from '../tasks/set-ubr.ts';
import { bundleable, snapshotMaker } from '../tasks/snapshot.ts';
import { broughtUpToDate } from '../tasks/up-to-date.ts';
import { explainState, stateRows } from '../tasks/state-rows.ts';
import { storedDetails } from '../tasks/stored-details.ts';
import { redo, undo } from '../tasks/undo.ts';
import { updateDetail } from '../tasks/update-detail.ts';
import { wholeDocument } from '../tasks/whole-document.ts';
import { dropWaiting } from '../tasks/waiting-files.ts';
import { declarationCalls } from './declaration-calls.ts';
import { bundleCalls } from './bundle-calls.ts';

/** The engine over one opened workspace; every call gets the signal of its own job. */
export interface EngineCore {
  engineFor(signal: AbortSignal): Engine;
  /** Makes this the only writer, and reads again what others may have written. */
  claim(): Promise<void>;
  /** Reads again what another tab wrote. */
  reload(): Promise<void>;
  /** Scans where the stored states are not those of what is stored. @returns whether it came to a scan */
  scanWhereDue(): Promise<boolean>;
}

export interface EnginePorts extends ImportPorts {
  readonly session: Session;
  /** Makes the store refuse every other writer. */
  readonly claimStore: () => Promise<void>;
  readonly askStorage: AskStorage;
  /** Why work is kept in memory only, or null. */
  readonly storageFailure: string | null;
  /** Name and version of this program, for papers. */
  readonly software: string;
  /** A lower-case GUID. */
  readonly newId: () => string;
}

const silent = (): void => undefined;

/** Puts the use cases together to what the page asks of the worker; tests compose it in Node. */
export function createEngine(ports: EnginePorts): EngineCore {
  const { session } = ports;
  const makeSnapshot = snapshotMaker();
  const model = () => ports.derive(session.data);

  function engineFor(signal: AbortSignal): Engine {
    const quiet: Job = { signal, report: silent };
    const alone = <T>(work: () => Promise<Result<T>>) => session.alone(signal, work);
    return {
      snapshot: async () => {
        const now = await model();
        const content = await bundleContent(bundleable(session, now));
        return makeSnapshot(session, now, await ports.askStorage(), ports.storageFailure, content);
      },
      identify: (files) => identifyFiles(files, ports.formats, session.data),
      scopeChoices: (file, request, report) =>
        offerScope(session, ports.formats, file, request, { signal, report }),
      importFiles: (files, options, report) =>
        alone(() => importFiles(session, ports, files, options, { signal, report })),
      answerWaiting: (key, answer, report) =>
        alone(() => answerWaiting(session, ports, key, answer, { signal, report })),
      dropWaiting: (key) => alone(() => dropWaiting(session, key)),
      scan: (report) => alone(() => scanFleet(session, ports, { signal, report })),
      rows: async (query) => stateRows(session.data, await model(), query),
      explain: async (machine, update) => explainState(session.data, await model(), machine, update),
      updateDetail: async (id) => {
        const { related, machines } = await model();
        return updateDetail(id, { related, machines, read: storedDetails(session) });
      },
      recordedFacts: async (machine) => recordedFacts(await model(), machine),
      machineInventory: async (machine) =>
        machineInventory(session.data, await model(), machine, session.clock()),
      compareEditions: async (older, newer) => {
        const [a, b] = [older, newer].map((key) => session.data.editions.find((each) => each.key === key));
        if (!a || !b) return null;
        const store = session.store;
        return compareEditions(await wholeDocument(a, store), await wholeDocument(b, store));
      },
      setUbr: (machine, ubr) => alone(() => setUbr(session, ports, machine, ubr, quiet)),
      removeMachine: (machine) => alone(() => removeMachine(session, ports, machine, quiet)),
      linkMachines: (from, to) => alone(() => linkMachines(session, ports, from, to, quiet)),
      decide: (updates, verdict, reason, until) =>
        alone(async () => decide(session, (await model()).updates, { updates, verdict, reason, until })),
      ...declarationCalls(session, ports, quiet, alone),
      undo: () => alone(() => undo(session, ports, quiet)),
      redo: () => alone(() => redo(session, ports, quiet)),
      ...bundleCalls(ports, model, signal),
      journal: async (from, count) => ({
        ...(await session.store.journal(from, count)),
        chainBrokenAt: await session.store.verifyJournal(),
      }),
      exportScan: (all) => alone(() => exportScan(session, ports, all, quiet)),
      exportProof: (request) =>
        alone(async () => exportProof(session, await model(), request, ports.software)),
      exportWorkspace: (report) => alone(() => exportWorkspace(session, { signal, report })),
      inspectWorkspace: (file, report) => inspectWorkspace(file, { signal, report }),
      restoreWorkspace: (file, report) => alone(() => restoreWorkspace(session, file, { signal, report })),
      importRoots: (files) => alone(() => importRoots(session, files)),
      removeRoot: (sha256) => alone(() => removeRoot(session, sha256)),
      saveSettings: (settings) => alone(() => saveSettings(session, settings)),
      loadPractice: (report) => alone(() => loadPractice(session, ports, { signal, report })),
      leavePractice: () => alone(() => leavePractice(session, ports, quiet)),
      clearAll: () => alone(() => clearAll(session)),
    };
  }

  return {
    engineFor,
    async claim() {
      await ports.claimStore();
      await session.reload();
    },
    reload: () => session.reload(),
    async scanWhereDue() {
      const { signal } = new AbortController();
      const done = await session.alone(signal, () =>
        broughtUpToDate(session, ports, { signal, report: silent }),
      );
      return done.ok && done.value;
    },
  };
}
