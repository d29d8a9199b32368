import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../../src/cli/find-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'find-files-'));
  mkdirSync(join(root, 'stick/b/c'), { recursive: true });
  mkdirSync(join(root, 'stick/System Volume Information'));
  for (const file of [
    'stick/z.txt',
    'stick/B.txt',
    'stick/b/c/a.txt',
    'stick/System Volume Information/x.dat',
  ]) {
    writeFileSync(join(root, file), '');
  }
});
afterEach(() => rmSync(root, { recursive: true }));

async function find(...paths: string[]): Promise<string[]> {
  const found = await findFiles(paths, root, () => undefined);
  return found.map((path) => relative(root, path));
}

describe('findFiles', () => {
  it('walks folders, sorted by code unit, without the folders of the system', async () => {
    expect(await find('stick')).toEqual(['stick/B.txt', 'stick/b/c/a.txt', 'stick/z.txt']);
  });

  it('counts a file once that is reached by several ways', async () => {
    symlinkSync(join(root, 'stick/z.txt'), join(root, 'stick/y-link.txt'));
    const once = ['stick/B.txt', 'stick/b/c/a.txt', 'stick/y-link.txt'];
    expect(await find('stick/z.txt', 'stick/../stick/z.txt', 'stick')).toEqual(once);
    expect(await find('stick', 'stick/z.txt')).toEqual(once);
  });

  it('ends where a link leads back up', async () => {
    symlinkSync(join(root, 'stick'), join(root, 'stick/b/loop'));
    expect(await find('stick')).toEqual(['stick/B.txt', 'stick/b/c/a.txt', 'stick/z.txt']);
  });

  it('skips a link that leads nowhere, and reports it', async () => {
    symlinkSync(join(root, 'gone'), join(root, 'stick/dangling'));
    const skipped: string[] = [];
    await findFiles(['stick'], root, (path) => skipped.push(relative(root, path)));
    expect(skipped).toEqual(['stick/dangling']);
  });

  it('says which path is not there, and what to do', async () => {
    await expect(find('stick', 'stock')).rejects.toThrow(
      /stock: there is no such file or folder\. Check the path/,
    );
  });

  it('refuses folders nested without end', async () => {
    mkdirSync(join(root, `deep${'/d'.repeat(30)}`), { recursive: true });
    await expect(find('deep')).rejects.toThrow(/nested deeper than 24/);
  });
});
