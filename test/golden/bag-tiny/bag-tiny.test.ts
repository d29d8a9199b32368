import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bagWriter } from '../../../src/formats/bundle/index.ts';
import { memorySink } from '../../support/memory-sink.ts';
import { hasTool, layOut, scratchFolder, sha256sumCheck } from '../../support/unpack.ts';

const json = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'));
const input = json('input.json') as {
  root: string;
  texts: [path: string, text: string][];
  info: [label: string, value: string][];
};
const expected = json('expected.json') as Record<string, string>;

async function writeTinyBag(): Promise<ReturnType<typeof memorySink>> {
  const sink = memorySink();
  const bag = bagWriter(sink, input.root);
  for (const [path, text] of input.texts) await bag.text(path, text);
  await bag.finish(input.info);
  return sink;
}

it('a tiny bag has exactly the files and hashes of RFC 8493 and sha256sum', async () => {
  const { files } = await writeTinyBag();
  const texts = Object.fromEntries(
    [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  );
  expect(texts).toEqual(expected);
});

it('the hash lists are the last files written', async () => {
  const { files } = await writeTinyBag();
  expect([...files.keys()].slice(-2)).toEqual(['manifest-sha256.txt', 'tagmanifest-sha256.txt']);
});

it.skipIf(!hasTool('sha256sum'))(
  'sha256sum -c agrees with the lists, and sees one changed byte',
  async () => {
    const { files } = await writeTinyBag();
    const folder = scratchFolder();
    try {
      layOut(files, folder.path);
      expect(sha256sumCheck('manifest-sha256.txt', folder.path)).toEqual({ status: 0, text: '' });
      expect(sha256sumCheck('tagmanifest-sha256.txt', folder.path)).toEqual({ status: 0, text: '' });
      layOut(new Map([['data/manifest.xml', new TextEncoder().encode('<List/>\n')]]), folder.path);
      expect(sha256sumCheck('manifest-sha256.txt', folder.path).status).toBe(1);
    } finally {
      folder.remove();
    }
  },
);
