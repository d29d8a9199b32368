import { Zip, ZipPassThrough } from 'fflate';
import { formatError } from '../format-error.ts';
import type { BagFileSink, BagSink } from './sink.ts';

/**
 * Entry times are DOS times: local, in steps of two seconds. Built from local parts they are the same
 * bytes in every time zone (PKG06); noon, so that no change to summer time lies near.
 */
const fixedTime = (): Date => new Date(2000, 0, 1, 12, 0, 0);

/** Chunks are handed to the browser's blob storage in blocks of this many bytes: memory stays bounded. */
const blockSize = 8 * 2 ** 20;

const dosDirectory = 0x10;

export interface ZipSink extends BagSink {
  /** The whole archive; call after `finish`. */
  blob(): Blob;
}

/**
 * A stored (not compressed) ZIP of which `root` is the only top folder, without Zip64, as Windows has
 * opened it since XP. At most 4 GiB: the caller checks with `fitsZip` first.
 */
export function zipSink(root: string): ZipSink {
  const blocks: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let waitingBytes = 0;
  let finished = false;

  const flush = (): void => {
    if (waiting.length > 0) blocks.push(new Blob(waiting));
    waiting = [];
    waitingBytes = 0;
  };
  const zip = new Zip((error, chunk, final) => {
    if (error) throw formatError('bundle-write-failed', root, '', { reason: error.message }, error);
    waiting.push(chunk as Uint8Array<ArrayBuffer>);
    waitingBytes += chunk.length;
    if (waitingBytes >= blockSize || final) flush();
    finished ||= final;
  });
  const add = (path: string): ZipPassThrough => {
    const entry = new ZipPassThrough(`${root}/${path}`);
    entry.mtime = fixedTime();
    zip.add(entry);
    return entry;
  };

  return {
    async open(path): Promise<BagFileSink> {
      const entry = add(path);
      return {
        write: async (chunk) => entry.push(chunk, false),
        close: async () => entry.push(new Uint8Array(0), true),
      };
    },
    async folder(path) {
      const entry = add(`${path}/`);
      entry.attrs = dosDirectory;
      entry.push(new Uint8Array(0), true);
    },
    readBack: () => null,
    // Nothing was handed out: the parts go with this object.
    abandon: () => Promise.resolve(true),
    async finish() {
      zip.end();
    },
    blob() {
      if (!finished) throw new Error('the ZIP is not finished');
      return new Blob(blocks, { type: 'application/zip' });
    },
  };
}
