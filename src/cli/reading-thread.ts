import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { BatchItem } from '../tasks/read-batch.ts';
import type { FileFormats } from '../tasks/read-file.ts';
import { readPath } from './read-path.ts';

/** What a thread is told it is for: the built command line is the program of both. */
const role = 'patchferry-reading';

/** In a thread that was started to read: answers every path with its item. Elsewhere it does nothing. */
export function serveReading(formats: FileFormats): void {
  if (isMainThread || workerData !== role) return;
  parentPort?.on('message', (path: string) => {
    void readPath(path, formats).then((item) => parentPort?.postMessage(item));
  });
}

export interface ReadingThread {
  /** The item of a file, or null where the thread ended before it answered. One file at a time. */
  read(path: string): Promise<BatchItem | null>;
  end(): void;
}

/** @param program the built command line (main.js) */
export function startReading(program: string): ReadingThread {
  const thread = new Worker(program, { workerData: role });
  let answer: (item: BatchItem | null) => void = () => undefined;
  let over = false;
  const fail = (): void => {
    over = true;
    answer(null);
  };
  thread.on('message', (item: BatchItem) => answer(item));
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
