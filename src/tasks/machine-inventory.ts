import { ageVerdicts, muUpdateId } from '../domain/index.ts';
import type {
  InventoryRecord,
  NamedReading,
  PatchState,
  ReportedRun,
  ReportedState,
  Update,
  WaitingReport,
} from '../domain/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import { currentStates } from './model.ts';
import type { Model } from './model.ts';

/** What was collected from one machine, as it was collected (C31), with the times of it (C07). */
export interface MachineInventory {
  /** ISO text of the latest time a file of it gives, or null. */
  readonly collectedAt: string | null;
  /** Milliseconds since 1970 of the latest import. */
  readonly receivedAt: number | null;
  /** Milliseconds since 1970 of the scan whose states are shown, or null. */
  readonly evaluatedAt: number | null;
  readonly records: readonly MachineRecord[];
  readonly verdicts: readonly MachineVerdict[];
  readonly waiting: readonly WaitingReport[];
}

export interface MachineRecord {
  readonly group: string;
  readonly values: InventoryRecord['values'];
  readonly file: string;
  readonly line: number | null;
}

export interface MachineVerdict {
  readonly verdict: ReportedState;
  readonly reporter: string;
  readonly tool: string;
  readonly scannedAt: string | null;
  readonly receivedAt: number;
  readonly file: string;
  /** The newest run of the tool did not confirm it. */
  readonly isStale: boolean;
  /** Position in `records` of the record it was read from, or null. */
  readonly record: number | null;
  /** Updates of the catalogs that it can be about, with our own state. */
  readonly own: readonly { readonly update: string; readonly state: PatchState }[];
  readonly agreement: Agreement;
}

/** `open`: our state is Unknown; `not-in-catalog`: no imported catalog has the update, or nothing was scanned. */
export type Agreement = 'agrees' | 'differs' | 'open' | 'not-in-catalog';

/**
 * Records and verdicts of one machine. A verdict is joined by update id and revision where it has one, else
 * by its KBs; of several updates of one KB one that says the same is enough. Verdicts decide nothing.
 * Null for an unknown machine.
 */
export function machineInventory(
  data: WorkspaceData,
  model: Model,
  machine: string,
  now: number,
): MachineInventory | null {
  const found = model.machines.find(({ id }) => id === machine);
  if (!found) return null;
  const readings = model.readingsOf(machine);
  const states = currentStates(data, model);
  const own = new OwnStates(model.updates, states ? model.rowsOfMachine(found, states.planes) : []);
  const records: MachineRecord[] = [];
  const places = new Map<ReportedState, number>();
  for (const { reading } of readings) {
    for (const { group, values, line, meaning } of reading.records ?? []) {
      if (meaning?.reported) places.set(meaning.reported, records.length);
      records.push({ group, values, file: reading.file, line });
    }
  }
  const verdicts = ageVerdicts(runsOf(readings), now).map(({ item, age }): MachineVerdict => {
    const matching = own.of(item.verdict);
    return {
      ...item,
      isStale: age === 'stale',
      record: places.get(item.verdict) ?? null,
      own: matching,
      agreement: agreement(item.verdict, matching),
    };
  });
  const collected = readings.flatMap(({ reading }) => reading.collectedAt ?? []).sort();
  const received = readings.map(({ importedAt }) => importedAt);
  return {
    collectedAt: collected.at(-1) ?? null,
    receivedAt: received.length === 0 ? null : Math.max(...received),
    evaluatedAt: states?.summary.at ?? null,
    records,
    verdicts,
    waiting: model.waitingReports.filter((report) => report.machine.toLowerCase() === machine),
  };
}

type RunItem = Pick<MachineVerdict, 'verdict' | 'reporter' | 'tool' | 'scannedAt' | 'receivedAt' | 'file'>;

function runsOf(readings: readonly NamedReading[]): readonly ReportedRun<RunItem>[] {
  return readings.flatMap(({ reading, importedAt }) => {
    const { reported, file } = reading;
    if (!reported) return [];
    const { reporter, tool, scannedAt } = reported;
    const entries = reported.entries.map((verdict) => ({
      state: verdict,
      item: { verdict, reporter, tool, scannedAt, receivedAt: importedAt, file },
    }));
    // Files without a time are no sequence: each stands for itself.
    const kind = scannedAt === null ? `${reporter} ${file}` : reporter;
    return [{ kind, at: scannedAt === null ? null : Date.parse(scannedAt), entries }];
  });
}

function agreement({ state }: ReportedState, own: MachineVerdict['own']): Agreement {
  if (own.length === 0) return 'not-in-catalog';
  const same = { required: 'Required', installed: 'Installed', 'not-required': 'NotRequired' } as const;
  if (own.some((one) => one.state === same[state])) return 'agrees';
  return own.every((one) => one.state === 'Unknown') ? 'open' : 'differs';
}

/** Our own states by the names that other tools use. */
class OwnStates {
  private readonly byId = new Map<string, PatchState>();
  private readonly byKb = new Map<number, string[]>();
  private readonly revisions = new Map<string, number>();

  constructor(
    updates: readonly Update[],
    rows: readonly { readonly update: string; readonly state: PatchState }[],
  ) {
    for (const { update, state } of rows) this.byId.set(update, state);
    for (const { id, kbNumber, revision } of updates) {
      if (revision !== undefined) this.revisions.set(id, revision);
      if (kbNumber !== null) this.byKb.set(kbNumber, [...(this.byKb.get(kbNumber) ?? []), id]);
    }
  }

  of({ updateId, revision, kbs }: ReportedState): MachineVerdict['own'] {
    const exact = updateId === null ? null : muUpdateId(updateId);
    // Another revision may have other rules: then only the KB joins them.
    const isExact = exact !== null && (revision === null || this.revisions.get(exact) === revision);
    const ids = isExact && this.byId.has(exact) ? [exact] : kbs.flatMap((kb) => this.byKb.get(kb) ?? []);
    return [...new Set(ids)].flatMap((update) => {
      const state = this.byId.get(update);
      return state === undefined ? [] : [{ update, state }];
    });
  }
}
