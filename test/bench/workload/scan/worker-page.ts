/** A page of a real Chromium with one worker a variant, driven from Node: one of them runs at a time. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../support/find-browser.js';
import type { Request } from '../scan-worker.ts';

export interface WorkerPage {
  readonly origin: string;
  /** @param name a worker of its own for each name */
  ask(name: string, request: Request): Promise<unknown>;
  /** Ends a worker. */
  end(name: string): Promise<void>;
  close(): Promise<void>;
}

type Workers = typeof globalThis & { benchWorkers?: Map<string, Worker> };

/** @param folder holds `worker.js` and what it loads */
export async function openWorkerPage(folder: string, kernel: Buffer): Promise<WorkerPage> {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length), readFileSync(path)]),
  );
  const server = createServer(({ url = '' }, response) => {
    const script = files.get(url);
    const [type, body] = script
      ? ['text/javascript', script]
      : url === '/scan.wasm'
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
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(origin);
  return {
    origin,
    async ask(name, request) {
      const answer = await page.evaluate(
        (given) =>
          new Promise<{ value?: unknown; error?: string }>((resolve) => {
            const workers = ((globalThis as Workers).benchWorkers ??= new Map<string, Worker>());
            const worker = workers.get(given.name) ?? new Worker('/worker.js', { type: 'module' });
            workers.set(given.name, worker);
            worker.onmessage = ({ data }) => resolve(data as { value?: unknown; error?: string });
            worker.onerror = ({ message }) => resolve({ error: message });
            worker.postMessage(given.request);
          }),
        { name, request },
      );
      if (answer.error !== undefined) throw new Error(`${name}: ${answer.error}`);
      return answer.value;
    },
    async end(name) {
      await page.evaluate((given) => {
        const workers = (globalThis as Workers).benchWorkers;
        workers?.get(given)?.terminate();
        workers?.delete(given);
      }, name);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
