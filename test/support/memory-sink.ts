import type { BagSink } from '../../src/formats/bundle/index.ts';

/** Keeps a bag in memory: path -> text. */
export function memorySink(): BagSink & { readonly files: Map<string, Uint8Array>; finished: boolean } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    finished: false,
    async open(path) {
      const chunks: Uint8Array[] = [];
      return {
        write: async (chunk) => void chunks.push(chunk),
        close: async () => void files.set(path, new Uint8Array(Buffer.concat(chunks))),
      };
    },
    async folder(path) {
      files.set(`${path}/`, new Uint8Array());
    },
    readBack: () => null,
    abandon: async () => files.size >= 0,
    async finish() {
      this.finished = true;
    },
  };
}
