import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli } from '../../../src/cli/build.js';
import { readFiles } from '../../../src/cli/read-files.ts';
import { readPath } from '../../../src/cli/read-path.ts';
import type { BatchItem } from '../../../src/tasks/read-batch.ts';
import { standardFormats as formats } from '../../../src/tasks/standard-formats.ts';
import { buildTimeout } from '../../support/cli.ts';

const sample = fileURLToPath(new URL('../../golden/cli-two-editions/input/first.xml', import.meta.url));

const trust = { roots: [], allowUnsigned: null, at: 0 };

/** Large enough for a thread each: comments may follow the last tag. */
const padding = `<!-- ${'-x'.repeat(500)} -->\n`.repeat(5 * 1024);

describe('reading files in several threads', () => {
  let folder = '';
  let paths: string[] = [];
  let alone: readonly (readonly BatchItem[])[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'read-files-'));
    const text = readFileSync(sample, 'utf8');
    const files: Readonly<Record<string, string>> = {
      'a.xml': text + padding,
      'b.xml': text,
      'c.xml': text.slice(0, text.length / 2) + padding,
      'd.txt': `nothing that is known${padding}`,
      'e.xml': `${text}\n${padding}`,
    };
    paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    paths.push(join(folder, 'gone.xml'));
    alone = await Promise.all(paths.map((path) => readPath(path, formats, trust)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function read(program: string) {
    const done: number[] = [];
    const items = await readFiles(paths, formats, program, (_, count) => done.push(count), trust);
    expect(done).toEqual(paths.map((_, at) => at + 1));
    return items;
  }

  it(
    'gives what one thread gives, file by file, failures too',
    async () => {
      const items = await read(join(await builtCli(), 'main.js'));
      expect(items).toEqual(alone);
      expect(items.flat().map(({ kind }) => kind)).toEqual([
        'catalog',
        'catalog',
        'rejected',
        'rejected',
        'catalog',
        'rejected',
      ]);
    },
    buildTimeout,
  );

  it('reads the files of a thread that cannot work itself', async () => {
    expect(await read(join(folder, 'no-program.js'))).toEqual(alone);
    writeFileSync(join(folder, 'ends.mjs'), 'process.exit(3);');
    expect(await read(join(folder, 'ends.mjs'))).toEqual(alone);
  });
});
