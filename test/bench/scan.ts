import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { median } from './measure.ts';
import type { BenchInput, BenchResult } from './measure.ts';
import { stepOfObjects } from './workload/scan/objects-variant.ts';
import { openWorkerPage } from './workload/scan/worker-page.ts';
import type { WorkerPage } from './workload/scan/worker-page.ts';
import type { Measured, VariantName } from './workload/scan-worker.ts';

const machines = 10_000;
/** Updates of the whole workload, and of a usual fleet. */
const updates = { full: 30_000, usual: 5_000 };
const runs = 7;
/** Nanoseconds a pair of the base lines in Chromium, as measured when the layout was chosen. */
const published = { objects: 240, rows: 13.7, 'guarded-rows': 1.88 };

/** The fleet scan at full size in a real Chromium: every variant in a worker of its own, by turns, in one run. */
export async function run({ root, built }: BenchInput): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-'));
  const kernel = join(built, 'scan.wasm');
  try {
    await build({
      root,
      base: './',
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      worker: { format: 'es' },
      build: {
        outDir: folder,
        target: 'es2022',
        minify: false,
        modulePreload: false,
        rollupOptions: {
          input: join(root, 'test/bench/workload/scan-worker.ts'),
          output: { entryFileNames: 'worker.js' },
        },
      },
    });
    const page = await openWorkerPage(folder, readFileSync(kernel));
    try {
      const inMemory = await byTurns(page, updates.full, ['kernel', 'guarded-rows', 'rows', 'objects']);
      const { compile } = await byTurns(page, updates.full, ['compile']);
      const { stored } = await byTurns(page, updates.full, ['stored']);
      const { stored: usual } = await byTurns(page, updates.usual, ['stored']);
      const full = { ...inMemory, compile, stored };
      judge(full);
      return result(full, usual, statSync(kernel).size);
    } finally {
      await page.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rounds of all variants by turns, so that all of them meet the same disturbances. */
async function byTurns<Name extends VariantName>(
  page: WorkerPage,
  count: number,
  names: readonly Name[],
): Promise<Pick<Measured, Name>> {
  const order = { kernel: `${page.origin}/scan.wasm`, updates: count, machines };
  for (const variant of names) await page.ask(variant, { call: 'prepare', variant, order });
  for (let round = 0; round < runs; round++) {
    for (const name of names) await page.ask(name, { call: 'round' });
  }
  const found: Partial<Record<Name, unknown>> = {};
  for (const name of names) {
    found[name] = await page.ask(name, { call: 'finish' });
    await page.end(name);
  }
  return found as Pick<Measured, Name>;
}

/** Figures of wrong answers mean nothing. @throws if a variant comes to other states than the others */
function judge({ kernel, rows, 'guarded-rows': guarded, objects, stored }: Measured): void {
  guarded.marks.forEach((mark, at) => {
    if (kernel.marks[at] !== mark) throw new Error(`kernel: machine ${String(at)} has other states`);
    if (rows.marks[at] !== mark) throw new Error(`rows: machine ${String(at)} has other states`);
  });
  objects.marks.forEach((mark, at) => {
    if (guarded.marks[at * stepOfObjects] !== mark) {
      throw new Error(`objects: machine ${String(at)} has other states`);
    }
  });
  if (stored.counts.join() !== kernel.counts.join()) {
    throw new Error(`the scan from the store has ${stored.counts.join()}, not ${kernel.counts.join()}`);
  }
}

function result(full: Measured, usual: Measured['stored'], wasm: number): BenchResult {
  const { kernel, stored } = full;
  const pair = kernel.perPair.median;
  const baseLines = ['objects', 'rows', 'guarded-rows'] as const;
  const figure = (name: string, value: number, unit: string, target?: number) => ({
    name: `scan/${name}`,
    value,
    unit,
    ...(target === undefined ? {} : { target }),
  });
  return {
    figures: [
      figure('pair', pair, 'ns', 0.6),
      ...baseLines.map((name) =>
        figure(`${name}-pair`, full[name].perPair.median, 'ns', published[name] * 1.3),
      ),
      figure('in-memory', median(kernel.whole), 'ms'),
      figure('end-to-end', median(stored.endToEnd), 'ms'),
      figure('reading', median(stored.reading), 'ms'),
      figure('compile', median(full.compile.milliseconds) / 1000, 's', 1.5),
      figure('counting', median(stored.summing), 'ms'),
      figure('states', stored.stateBytes / 2 ** 20, 'MiB'),
      figure('memory', kernel.memory / 2 ** 20, 'MiB', 64),
      figure('worker-memory', kernel.owned / 2 ** 20, 'MiB', 64),
      figure('wasm', wasm / 1024, 'KiB', 16),
      figure('usual-fleet', median(usual.endToEnd), 'ms'),
    ],
    ratios: [
      ...baseLines.map((name) => ({ name: `scan/${name}`, value: full[name].perPair.median / pair })),
      { name: 'scan/end-to-end', value: median(stored.endToEnd) / median(stored.reading) },
    ],
    details: {
      full: { ...full, ...withoutMarks(full) },
      usual,
      published,
      pairs: machines * updates.full,
    },
  };
}

/** Marks are judged, not reported. */
function withoutMarks(full: Measured): Partial<Record<VariantName, unknown>> {
  const names = ['kernel', 'objects', 'rows', 'guarded-rows'] as const;
  return Object.fromEntries(names.map((name) => [name, { ...full[name], marks: full[name].marks.length }]));
}
