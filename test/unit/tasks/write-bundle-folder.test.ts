import { describe, expect, it } from 'vitest';
import { writeBundleFolder } from '../../../src/tasks/write-bundle.ts';
import { bundleInput } from '../../support/bundle-input.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { hasTool, layOut, scratchFolder, sha256sumCheck } from '../../support/unpack.ts';
import { join } from 'node:path';

const root = 'North-January';
const update = `${root}/data/updates/1/windows10.0-kb9000001-x64_0123abcd.msu`;

describe('a bundle written into a folder', () => {
  it.skipIf(!hasTool('sha256sum'))('passes sha256sum -c and has no mark of being unfinished', async () => {
    const folder = memoryFolder();
    const written = await writeBundleFolder(bundleInput(), folder.handle);
    expect(written.ok).toBe(true);
    expect([...folder.files().keys()]).not.toContain(`${root}/UNFINISHED.txt`);
    expect(folder.folders()).toContain(`${root}/out`);
    const scratch = scratchFolder();
    try {
      layOut(folder.files(), scratch.path);
      for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        expect(sha256sumCheck(list, join(scratch.path, root))).toEqual({ status: 0, text: '' });
      }
    } finally {
      scratch.remove();
    }
  });

  it('never fills up a folder that is not empty', async () => {
    const folder = memoryFolder();
    folder.files().set(`${root}/notes.txt`, new Uint8Array([1]));
    expect(await writeBundleFolder(bundleInput(), folder.handle)).toMatchObject({
      ok: false,
      error: { code: 'bundle-folder-not-empty', file: root, place: 'notes.txt' },
    });
    expect([...folder.files().keys()]).toEqual([`${root}/notes.txt`]);
  });

  it.each([
    [400, 'NotFoundError', 'bundle-write-failed'],
    [400, 'QuotaExceededError', 'bundle-medium-full'],
    [0, 'NotAllowedError', 'bundle-write-failed'],
  ])(
    'PKG10 a stick that fails after %i bytes with %s leaves no bag that verifies',
    async (bytes, name, code) => {
      for (const keepsFolders of [false, true]) {
        const folder = memoryFolder({ failAfter: { bytes, name }, keepsFolders });
        folder.files().set('earlier-bundle/bagit.txt', new Uint8Array([1]));
        const left = keepsFolders ? 'yes' : 'no';
        expect(await writeBundleFolder(bundleInput(), folder.handle)).toMatchObject({
          ok: false,
          error: { code, details: { folder: root, left } },
        });
        const files = [...folder.files().keys()];
        expect(files).toContain('earlier-bundle/bagit.txt');
        expect(files.some((path) => path.startsWith(root))).toBe(keepsFolders);
        expect(folder.folders().includes(root)).toBe(keepsFolders);
        if (keepsFolders) expect(files).toContain(`${root}/UNFINISHED.txt`);
        expect(files).not.toContain(`${root}/manifest-sha256.txt`);
      }
    },
  );

  it('PKG10 a cancelled bundle leaves no folder; one that stays is told by its name', async () => {
    for (const keepsFolders of [false, true]) {
      const folder = memoryFolder({ keepsFolders });
      const stop = new AbortController();
      const report = () => stop.abort();
      const input = { ...bundleInput(), report, signal: stop.signal };
      expect(await writeBundleFolder(input, folder.handle)).toMatchObject({
        ok: false,
        error: keepsFolders
          ? { code: 'bundle-write-failed', details: { folder: root, left: 'yes', reason: 'cancelled' } }
          : { code: 'cancelled' },
      });
      expect(folder.folders().includes(root)).toBe(keepsFolders);
    }
  });

  it('what is refused before writing makes no folder', async () => {
    const folder = memoryFolder();
    const input = bundleInput();
    const files = [new File([], 'windows10.0-kb9000001-x64.msu')];
    expect(
      await writeBundleFolder({ ...input, request: { ...input.request, files } }, folder.handle),
    ).toMatchObject({
      error: { code: 'file-empty' },
    });
    expect(folder.folders()).toEqual([]);
  });

  it('a stick that keeps other bytes than were written is found out, and named', async () => {
    const corrupt = (path: string, bytes: Uint8Array): Uint8Array =>
      path === update ? bytes.map(() => 0) : bytes;
    const folder = memoryFolder({ corrupt });
    expect(await writeBundleFolder(bundleInput(), folder.handle)).toMatchObject({
      ok: false,
      error: { code: 'bundle-verify-failed', file: update.slice(root.length + 1) },
    });
    expect([...folder.files().keys()]).toEqual([]);
  });

  it('reports copied and verified bytes up to the whole', async () => {
    const seen: string[] = [];
    const report = (progress: { phase: string; done: number; total: number }): void => {
      seen.push(`${progress.phase} ${progress.done}/${progress.total}`);
    };
    await writeBundleFolder({ ...bundleInput(), report }, memoryFolder().handle);
    expect(seen).toEqual(['write 12/24', 'verify 24/24']);
  });
});
