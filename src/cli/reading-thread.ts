import { dirname } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { MuScope } from '../domain/index.ts';
import type { BatchItem } from '../tasks/read-batch.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { readPath } from './read-path.ts';
import type { GivenTrust } from './read-trust.ts';

/** What a thread is told it is for: the built command line is the program of both. */
interface Order {
  readonly role: typeof role;
  /** Folder of the build. */
  readonly built: string;
  /** What to take of a Microsoft Update catalog. */
  readonly scope?: MuScope;
  readonly trust: GivenTrust;
}

const role = 'patchferry-reading';

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === role;
}

/** In a thread that was started to read: answers every path with its item. Elsewhere it does nothing. */
export function serveReading(formatsOf: (built: string) => FileFormats): void {
  if (isMainThread || !isOrder(workerData)) return;
  const { built, scope, trust } = workerData;
  const formats = { ...formatsOf(built), ...(scope && { scope }) };
  parentPort?.on('message', (path: string) => {
    void readPath(path, formats, trust).then((items) => parentPort?.postMessage(items));
  });
}

export interface ReadingThread {
  /** The items of a file, or null where the thread ended before it answered. One file at a time. */
  read(path: string): Promise<readonly BatchItem[] | null>;
  end(): void;
}

/** @param program the built command line (main.js) */
export function startReading(program: string, trust: GivenTrust, scope?: MuScope): ReadingThread {
  const thread = new Worker(program, {
    workerData: { role, built: dirname(program), trust, ...(scope && { scope }) } satisfies Order,
  });
  let answer: (items: readonly BatchItem[] | null) => void = () => undefined;
  let over = false;
  const fail = (): void => {
    over = true;
    answer(null);
  };
  thread.on('message', (items: readonly BatchItem[]) => answer(items));
  thread.on('messageerror', fail);
  thread.on('error', fail);
  thread.on('exit', fail);
  return {
    read: (path) =>
      new Promise((done) => {
        answer = done;
        if (over) done(null);
        else thread.postMessage(path);
      }),
    end: () => void thread.terminate(),
  };
}
