import { expect } from 'vitest';
import {
  compileMsrc,
  createKernelEngine,
  createReferenceEngine,
  createRowsEngine,
  describeMachine,
} from '../../src/scan/index.ts';
import type { DescribeOptions, MsrcCompilation } from '../../src/scan/index.ts';
import type { Machine, StateRow } from '../../src/domain/index.ts';
import { catalogDocument } from './catalog-documents.ts';
import type { MadeDocument } from './catalog-documents.ts';
import { kernelModule } from './kernel-module.ts';
import { withMatrix } from './state-matrix.ts';

let compiled: Promise<WebAssembly.Module> | null = null;
const oneModule = (): Promise<WebAssembly.Module> => (compiled ??= kernelModule());

export const engines = [createReferenceEngine(), createRowsEngine(), createKernelEngine(oneModule)].map(
  withMatrix,
);

/** Scans with every engine, requires one result, and gives the rows of the first machine by KB or id. */
export async function rowsOf(
  documents: readonly MadeDocument[],
  machine: Machine,
  options?: DescribeOptions,
): Promise<ReadonlyMap<number | string, StateRow>> {
  const compilation = await compileMsrc(documents.map(catalogDocument));
  return describeAll(compilation, machine, options);
}

export async function describeAll(
  compilation: MsrcCompilation,
  machine: Machine,
  options?: DescribeOptions,
): Promise<ReadonlyMap<number | string, StateRow>> {
  const [reference, ...others] = await Promise.all(
    engines.map((engine) => engine.scan(compilation.catalog, [machine])),
  );
  for (const other of others) expect(other).toEqual(reference);
  const describer = describeMachine(compilation, machine, reference?.codes ?? [], options);
  return new Map(
    compilation.catalog.updates.map(({ update }, i) => [
      /KB(\d+)/.test(update) ? Number(update.slice(7)) : update,
      describer.row(i),
    ]),
  );
}

/** `Required older-cumulative-listed listed KB4487044`: what a row says, in one line. */
export function inShort(row: StateRow | undefined): string {
  if (row === undefined) return 'no row';
  const by = row.by === null ? '' : ` KB${String(row.by)}`;
  return `${row.state} ${row.reason}${row.grade === null ? '' : ` ${row.grade}`}${by}`;
}
