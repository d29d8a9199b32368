import { ok } from '../domain/index.ts';
import type { Result } from '../domain/index.ts';
import { scanJson } from '../formats/scan-json/index.ts';
import { journalRejections } from './journal-rejections.ts';
import { currentStates } from './model.ts';
import type { Job } from './ports.ts';
import { cancelled, expectingFailures } from './rejections.ts';
import { scanContents } from './scan-contents.ts';
import { scanModel } from './scan-fleet.ts';
import type { ScanPorts } from './scan-fleet.ts';
import type { Session } from './session.ts';

/** Characters gathered into one part of the file. */
const partLength = 1024 ** 2;

function gathered(pieces: Iterable<string>): Blob {
  const parts: Blob[] = [];
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (pending.length < partLength) continue;
    parts.push(new Blob([pending]));
    pending = '';
  }
  return new Blob([...parts, pending], { type: 'application/json' });
}

/**
 * The scan result as `patchferry-scan/1`, byte for byte what the command line writes for the same
 * files, rejected ones included (docs/decisions/0003). Scans first where the stored states are not those of what is stored now.
 *
 * @param all with the Not Required rows
 */
export function exportScan(
  session: Session,
  ports: ScanPorts,
  all: boolean,
  job: Job,
): Promise<Result<Blob>> {
  return expectingFailures(async () => {
    const { data } = session;
    const model = await ports.derive(data);
    const states = currentStates(data, model) ?? (await scanModel(model, ports.engine, session.clock, job));
    const rowsOf = states
      ? (machine: (typeof model.machines)[number]) =>
          model.rowsOfMachine(machine, states.planes, all ? 'all' : 'without-not-required')
      : () => [];
    const { entries } = await session.store.journal(1, data.journalLength);
    const remarks = { rejected: journalRejections(entries), warnings: [], entries };
    const file = gathered(scanJson(scanContents(data, model, rowsOf, remarks, all)));
    if (job.signal.aborted) return cancelled();
    const details = { machines: model.machines.length, updates: model.updates.length, bytes: file.size };
    const recorded = await session.commit({ journal: [{ act: 'scan-exported', details }] });
    // The file is there although its entry could not be stored: a full disk must not hold it back.
    const unrecorded = ['storage-full', 'read-only', 'storage-held'];
    return recorded.ok || unrecorded.includes(recorded.error.code) ? ok(file) : recorded;
  });
}
