import { readFile as readBytes } from 'node:fs/promises';
import { join } from 'node:path';
import type { MuScope, StatePlanes } from '../domain/index.ts';
import { createKernelEngine, createReferenceEngine, createRowsEngine } from '../scan/index.ts';
import type { ScanEngine } from '../scan/index.ts';
import type { WorkspaceData } from '../store/index.ts';
import type { Model } from '../tasks/model.ts';
import type { BatchRemarks } from '../tasks/scan-contents.ts';
import { scanModel } from '../tasks/scan-fleet.ts';
import { unknownMachinesOf } from '../tasks/ubr-of-table.ts';
import type { EngineId } from './arguments.ts';
import { derive, formatsOf } from './composition.ts';
import type { Surroundings } from './surroundings.ts';
import { readDeclared } from './read-declared.ts';
import { readTrust } from './read-trust.ts';
import type { TrustPaths } from './read-trust.ts';
import { readInputs } from './read-inputs.ts';
import type { InputPaths } from './read-inputs.ts';

export interface Scanned {
  readonly data: WorkspaceData;
  readonly model: Model;
  /** Null where there is no catalog or no machine. */
  readonly states: StatePlanes | null;
  readonly remarks: BatchRemarks;
  /** Base names of files whose bytes another file brought already. */
  readonly nothingNew: readonly string[];
}

function engineOf(id: EngineId, built: string): ScanEngine {
  if (id === 'reference') return createReferenceEngine();
  if (id === 'rows') return createRowsEngine();
  return createKernelEngine(async () => WebAssembly.compile(await readBytes(join(built, 'scan.wasm'))));
}

/** Reads all files that were named and scans what they hold. */
export async function scanInputs(
  paths: InputPaths &
    TrustPaths & {
      readonly engine: EngineId;
      readonly declarations: string | null;
      readonly checksums: boolean;
      readonly scope: MuScope;
    },
  { from, built, terminal }: Surroundings,
): Promise<Scanned> {
  const trust = await readTrust(paths, from);
  const formats = { ...formatsOf(built), scope: paths.scope };
  const inputs = await readInputs(paths, from, formats, join(built, 'main.js'), terminal, trust);
  const settings = { ...inputs.data.settings, checksums: paths.checksums };
  const declarations = await readDeclared(paths.declarations, from);
  const data = { ...inputs.data, settings, declarations };
  const model = await derive(data);
  // No state depends on the time: the clock is for the page's own records.
  const job = { signal: new AbortController().signal, report: terminal.progress };
  const states = await scanModel(model, engineOf(paths.engine, built), () => 0, job);
  terminal.clear();
  const unknown = unknownMachinesOf(inputs.ubrTables, model.machines);
  return {
    data,
    model,
    states: states?.planes ?? null,
    remarks: { rejected: inputs.rejected, warnings: [...inputs.warnings, ...unknown] },
    nothingNew: inputs.nothingNew,
  };
}
