import { createRequire } from 'node:module';
import type { SevenZipModuleFactory } from '7z-wasm';

/** What its type declarations leave out (Emscripten's file system). */
interface FileSystem {
  writeFile(path: string, bytes: Uint8Array): void;
  makedev(major: number, minor: number): number;
  registerDevice(
    device: number,
    operations: {
      open(stream: { seekable: boolean }): void;
      close(): void;
      write(stream: unknown, bytes: Uint8Array, from: number, length: number): number;
    },
  ): void;
  mkdev(path: string, mode: number, device: number): void;
  open(path: string, flags: string): unknown;
  close(stream: unknown): void;
  dupStream(stream: unknown, descriptor: number): unknown;
  getStream(descriptor: number): unknown;
}

/**
 * Unpacks all members of an archive with 7-Zip compiled to WebAssembly, in memory, to a sink that counts.
 * Each time with a fresh instance, made before the clock starts.
 *
 * @param root folder of package.json
 */
export async function unpackWith7z(
  root: string,
  archive: Uint8Array,
): Promise<{ readonly bytes: number; readonly seconds: number }> {
  const factory = createRequire(`${root}/package.json`)('7z-wasm') as SevenZipModuleFactory;
  const silent = (): void => undefined;
  const module = await factory({ print: silent, printErr: silent });
  const files = module.FS as unknown as FileSystem;
  let bytes = 0;
  const device = files.makedev(64, 0);
  files.registerDevice(device, {
    open: (stream) => void (stream.seekable = false),
    close: silent,
    write: (_stream, _bytes, _from, length) => {
      bytes += length;
      return length;
    },
  });
  files.mkdev('/counter', 0o666, device);
  const counter = files.open('/counter', 'w');
  files.close(files.getStream(1));
  files.dupStream(counter, 1);
  files.writeFile('/a.cab', archive);
  const began = performance.now();
  module.callMain(['x', '-so', '/a.cab']);
  return { bytes, seconds: (performance.now() - began) / 1000 };
}
