import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findBrowser } from '../support/find-browser.js';
import type { BenchInput, BenchResult } from './measure.ts';
import type { Measured, Order } from './workload/measure-scan.ts';

const machines = 10_000;
const runs = 7;
/** Nanoseconds a pair of the base lines in Chromium, as measured when the layout was chosen. */
const published = { objects: 240, rows: 13.7, 'guarded-rows': 1.88 };

/** The fleet scan at full size in a worker of a real Chromium, every variant in one run. */
export async function run({ root, built }: BenchInput): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scan-'));
  const kernel = join(built, 'scan.wasm');
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      build: {
        outDir: folder,
        target: 'es2022',
        minify: false,
        lib: {
          entry: join(root, 'test/bench/workload/scan-worker.ts'),
          formats: ['es'],
          fileName: () => 'worker.js',
        },
      },
    });
    const script = readFileSync(join(folder, 'worker.js'));
    const full = await inBrowser(script, readFileSync(kernel), { updates: 30_000, machines, runs });
    const usual = await inBrowser(script, readFileSync(kernel), { updates: 5_000, machines, runs: 5 });
    return result(full, usual, statSync(kernel).size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function inBrowser(script: Buffer, kernel: Buffer, order: Omit<Order, 'kernel'>): Promise<Measured> {
  const server = createServer((request, response) => {
    const [type, body] =
      request.url === '/worker.js'
        ? ['text/javascript', script]
        : request.url === '/scan.wasm'
          ? ['application/wasm', kernel]
          : ['text/html', '<!doctype html><title>bench</title>'];
    // Isolated pages have a clock that is fine enough for one block.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const answer = await page.evaluate(
      (given) =>
        new Promise<{ value?: unknown; error?: string }>((resolve) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data as { value?: unknown; error?: string });
          worker.onerror = ({ message }) => resolve({ error: message });
          worker.postMessage(given);
        }),
      { ...order, kernel: `${origin}/scan.wasm` },
    );
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer.value as Measured;
  } finally {
    await browser.close();
    server.close();
  }
}

/** Others use the machine too: the least of several runs is the nearest to what the work takes. */
function least(values: readonly number[]): number {
  return Math.min(...values);
}

function result(full: Measured, usual: Measured, wasm: number): BenchResult {
  const { kernel: pair, objects, rows, guardedRows: guarded } = full.nanosecondsPerPair;
  const figure = (name: string, value: number, unit: string, target?: number) => ({
    name: `scan/${name}`,
    value,
    unit,
    ...(target === undefined ? {} : { target }),
  });
  return {
    figures: [
      figure('pair', pair, 'ns', 0.6),
      figure('objects-pair', objects, 'ns', published.objects * 1.3),
      figure('rows-pair', rows, 'ns', published.rows * 1.3),
      figure('guarded-rows-pair', guarded, 'ns', published['guarded-rows'] * 1.3),
      figure('in-memory', least(full.inMemory), 'ms'),
      figure('end-to-end', least(full.endToEnd), 'ms'),
      figure('reading', least(full.reading), 'ms'),
      figure('compile', least(full.compileTimes) / 1000, 's', 1.5),
      figure('counting', least(full.summing), 'ms'),
      figure('states', full.stateBytes / 2 ** 20, 'MiB'),
      figure('memory', full.memory / 2 ** 20, 'MiB', 64),
      figure('worker-memory', full.owned / 2 ** 20, 'MiB', 64),
      figure('wasm', wasm / 1024, 'KiB', 16),
      figure('usual-fleet', least(usual.endToEnd), 'ms'),
    ],
    ratios: [
      { name: 'scan/objects', value: objects / pair },
      { name: 'scan/rows', value: rows / pair },
      { name: 'scan/guarded-rows', value: guarded / pair },
      { name: 'scan/end-to-end', value: least(full.endToEnd) / least(full.reading) },
    ],
    details: { full, usual, published },
  };
}
