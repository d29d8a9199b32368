import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/formats/format-error.ts';
import { hashFile, sha256Hex } from '../../../src/formats/hash.ts';

// FIPS 180-4 example "abc", and the digest of nothing as `sha256sum /dev/null` prints it.
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
// FIPS 180-4: one million times "a".
const million = 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0';

async function failure(work: Promise<unknown>): Promise<FormatError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FormatError)) throw new Error(`no FormatError: ${String(error)}`);
  return error;
}

/** A file that gives other bytes than its size promised, as one that is written while it is read. */
function lying(size: number, pieces: readonly string[]): File {
  const real = new File([...pieces], 'moving.xml');
  return Object.defineProperty(real, 'size', { value: size });
}

describe('hashing', () => {
  it('gives the published SHA-256 values', async () => {
    expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(abc);
    expect(await hashFile(new File(['ab', 'c'], 'a'), {})).toBe(abc);
    expect(await hashFile(new File([], 'a'), {})).toBe(nothing);
    expect(await hashFile(new File(['a'.repeat(1_000_000)], 'a'), {})).toBe(million);
  });

  it('reports rising byte counts up to the size', async () => {
    const seen: number[] = [];
    await hashFile(new File(['a'.repeat(300_000)], 'a'), { onBytes: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(300_000);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(1);
  });

  it('stops when asked, between two pieces', async () => {
    const stop = new AbortController();
    const reading = hashFile(new File(['a'.repeat(1_000_000)], 'big.xml'), {
      signal: stop.signal,
      onBytes: () => stop.abort(),
    });
    const error = await failure(reading);
    expect(error.rejection).toMatchObject({ code: 'cancelled', file: 'big.xml' });
    expect(error.rejection.place).not.toBe('byte 1000000');
  });

  it('says so when the file shrinks or grows while it is read', async () => {
    const shrunk = await failure(hashFile(lying(10, ['abc']), {}));
    expect(shrunk.rejection).toEqual({
      code: 'file-changed-while-read',
      file: 'moving.xml',
      place: 'byte 3',
      details: { expectedBytes: 10, readBytes: 3 },
    });
    const grown = await failure(hashFile(lying(2, ['abc']), {}));
    expect(grown.rejection.code).toBe('file-changed-while-read');
  });

  it('tells a failing medium from a changed file by the name of the error', async () => {
    const broken = (name: string) => {
      const stream = () =>
        new ReadableStream<Uint8Array>({
          pull() {
            throw new DOMException('gone', name);
          },
        });
      return hashFile(Object.assign(new File(['abc'], 'stick.xml'), { stream }) as unknown as File, {});
    };
    expect((await failure(broken('NotReadableError'))).rejection.code).toBe('file-changed-while-read');
    expect((await failure(broken('NotFoundError'))).rejection.code).toBe('file-unreadable');
  });
});
