import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Rejection, Result } from '../../../src/domain/index.ts';
import { writeBundle, writeBundleZip, type WriteBundleInput } from '../../../src/tasks/write-bundle.ts';
import { bundleInput, row, update } from '../../support/bundle-input.ts';
import { memorySink } from '../../support/memory-sink.ts';
import { hasTool, scratchFolder, sha256sumCheck, unzipTo } from '../../support/unpack.ts';

const schema = readFileSync(join(import.meta.dirname, '../../../src/formats/bundle/manifest.xsd'), 'utf8');
const id = '00000000-0000-4000-8000-000000000001';
const root = 'North-January';
const withFiles = (files: File[], allowEmpty = false): WriteBundleInput => ({
  ...bundleInput(),
  request: { name: 'North, January', machines: [], grades: [], files, allowEmpty },
});

interface ZipContent {
  readonly bytes: Uint8Array;
  readonly entries: Record<string, Uint8Array>;
  readonly texts: Record<string, string>;
}

async function zipTexts(input: WriteBundleInput): Promise<ZipContent> {
  const written = await writeBundleZip(input);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const bytes = new Uint8Array(await written.value.zip.arrayBuffer());
  const entries = unzipSync(bytes);
  const texts = Object.entries(entries).map(([path, content]) => [path, strFromU8(content)]);
  return { bytes, entries, texts: Object.fromEntries(texts) as Record<string, string> };
}

async function rejection(input: WriteBundleInput): Promise<Rejection> {
  const sink = memorySink();
  const written: Result<unknown> = await writeBundle(input, sink);
  if (written.ok) throw new Error('was written');
  expect(sink.finished).toBe(false);
  expect([...sink.files.keys()]).not.toContain('manifest-sha256.txt');
  return written.error;
}

describe('the bag', () => {
  it('holds the tag files, the papers, the update under its own name, and an empty out folder', async () => {
    const { texts } = await zipTexts(bundleInput());
    expect(Object.keys(texts).sort()).toEqual(
      [
        'README.txt',
        'bag-info.txt',
        'bagit.txt',
        'data/manifest.xml',
        'data/shopping-list.csv',
        'data/shopping-list.html',
        'data/updates/1/windows10.0-kb9000001-x64_0123abcd.msu',
        'manifest-sha256.txt',
        'out/',
        'tagmanifest-sha256.txt',
      ].map((path) => `${root}/${path}`),
    );
  });

  it('bag-info.txt says who, when and how much', async () => {
    const { texts, entries } = await zipTexts(bundleInput());
    const payload = Object.entries(entries).filter(([path]) => path.startsWith(`${root}/data/`));
    const bytes = payload.reduce((sum, [, content]) => sum + content.length, 0);
    expect(texts[`${root}/bag-info.txt`]).toBe(
      [
        'Source-Organization: Station North',
        `External-Identifier: ${id}`,
        'External-Description: North, January',
        'Bagging-Date: 2099-01-21',
        'Bag-Software-Agent: Patchferry 0.1.0',
        `Payload-Oxum: ${bytes}.4`,
        '',
      ].join('\n'),
    );
  });

  it('README.txt is ASCII with CRLF and counts the payload', async () => {
    const input = { ...bundleInput(), settings: { ...bundleInput().settings, marking: 'GEHEIM – süß' } };
    const { texts } = await zipTexts(input);
    const readme = texts[`${root}/README.txt`] ?? '';
    expect(readme).toMatch(/^[\x20-\x7E\r\n]+$/);
    expect(readme.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(readme).toContain('GEHEIM ? s??');
    expect(readme).toContain('must say 4:');
  });

  it.skipIf(!hasTool('unzip') || !hasTool('sha256sum'))(
    'unpacked by unzip it passes sha256sum -c',
    async () => {
      const written = await writeBundleZip(bundleInput());
      const folder = scratchFolder();
      try {
        if (written.ok) await unzipTo(written.value.zip, folder.path);
        for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
          expect(sha256sumCheck(list, join(folder.path, root))).toEqual({ status: 0, text: '' });
        }
      } finally {
        folder.remove();
      }
    },
  );

  it('PKG06 built twice, and in another time zone, it has the same bytes', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'UTC';
      const first = (await zipTexts(bundleInput())).bytes;
      process.env['TZ'] = 'Asia/Tokyo';
      const second = (await zipTexts(bundleInput())).bytes;
      expect(Buffer.compare(first, second)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('PKG06 files attached in another order give the same bytes', async () => {
    const files = [new File(['one'], 'a-kb9000001.msu'), new File(['two'], 'b-kb9000001.msu')];
    const first = (await zipTexts(withFiles(files))).bytes;
    const second = (await zipTexts(withFiles([...files].reverse()))).bytes;
    expect(Buffer.compare(first, second)).toBe(0);
  });
});

describe('manifest.xml', () => {
  const validate = async (xml: string): Promise<string[]> => {
    const { errors } = await validateXML({
      xml: [{ fileName: 'manifest.xml', contents: xml }],
      schema: [{ fileName: 'manifest.xsd', contents: schema }],
    });
    return errors.map((error) => error.message);
  };

  it('is valid against its schema', async () => {
    const { texts } = await zipTexts(bundleInput());
    expect(await validate(texts[`${root}/data/manifest.xml`] ?? '')).toEqual([]);
  });

  it('repeats the licence or edition that machines need for an update, and stays valid', async () => {
    const input = bundleInput();
    const remarks = [{ mark: 'ltsc-edition-only', machines: 1 }] as const;
    const items = input.plan.items.map((item) => ({ ...item, remarks }));
    const { texts } = await zipTexts({ ...input, plan: { ...input.plan, items } });
    const manifest = texts[`${root}/data/manifest.xml`] ?? '';
    expect(manifest).toContain('<remark mark="ltsc-edition-only" machines="1"/>');
    expect(await validate(manifest)).toEqual([]);
    expect(texts[`${root}/data/shopping-list.csv`]).toContain('1 of 1 machine: installs only on an LTSC');
  });

  it('is valid for hostile texts, marks and an empty plan too', async () => {
    const base = bundleInput();
    const hostile = {
      ...base,
      software: '"><x/>&\u0000\uD800',
      settings: { ...base.settings, site: ']]>\u202E\n<a>' },
    };
    const { texts } = await zipTexts(hostile);
    expect(await validate(texts[`${root}/data/manifest.xml`] ?? '')).toEqual([]);
    const marked = {
      ...base,
      rows: () => [row(update(9000001), 'pc1', { marks: ['needs-esu-licence', 'licence-unknown'] })],
    };
    const markedXml = (await zipTexts(marked)).texts[`${root}/data/manifest.xml`] ?? '';
    expect(markedXml).toContain('marks="needs-esu-licence licence-unknown"');
    expect(await validate(markedXml)).toEqual([]);
    const empty = { ...withFiles([], true), plan: { items: [], leftOut: [], machines: [] } };
    expect(await validate((await zipTexts(empty)).texts[`${root}/data/manifest.xml`] ?? '')).toEqual([]);
  });

  it('the schema refuses a target that is no listed machine, and a path that leaves the bag', async () => {
    const xml = (await zipTexts(bundleInput())).texts[`${root}/data/manifest.xml`] ?? '';
    expect(await validate(xml.replace('target machine="pc1"', 'target machine="pc9"'))).not.toEqual([]);
    expect(await validate(xml.replace('data/updates/1/', '../'))).not.toEqual([]);
  });

  it('binds each update to the content that was authorized, its machines and its file', async () => {
    const xml = (await zipTexts(bundleInput())).texts[`${root}/data/manifest.xml`];
    expect(xml).toContain('content-hash="content-9000001"');
    expect(xml).toContain('authorized-by="T. Technician" authorized-at="2099-01-20T00:00:00Z"');
    expect(xml).toContain('<target machine="pc1" state="Required" reason="build-below" grade="measured"/>');
    // sha256sum of "update file\n"
    expect(xml).toContain(
      '<file path="data/updates/1/windows10.0-kb9000001-x64_0123abcd.msu" bytes="12" ' +
        'sha256="1f7005047c8796d46419877f99aaf5a45daae2100cba14addd05af2f655bdbe4" original-name="windows10.0-kb9000001-x64_0123abcd.msu"/>',
    );
    expect(xml).toContain('<supersedes kb="KB9000000"/>');
    expect(xml).toContain('<update update="msrc:KB9000000" reason="superseded" by="msrc:KB9000001"/>');
    expect(xml).toContain('edition="2099-Jan@2099-01-14T08:00:00"');
  });
});

describe('update files', () => {
  it('PKG01 a KB without a file is named, and stands on the shopping list', async () => {
    const written = await writeBundle(withFiles([], true), memorySink());
    expect(written.ok && written.value.receipt.missing).toEqual(['KB9000001']);
    const { texts } = await zipTexts(withFiles([], true));
    expect(texts[`${root}/data/shopping-list.html`]).toContain('To fetch: 1');
    expect(texts[`${root}/data/shopping-list.csv`]).toContain('Search.aspx?q=KB9000001,1,to fetch');
    expect(texts[`${root}/README.txt`]).toContain('To fetch:  KB9000001');
  });

  it('PKG01 an attached file that cannot be read any more stops the build and is named', async () => {
    const file = new File(['update file\n'], 'windows10.0-kb9000001-x64.msu');
    Object.defineProperty(file, 'stream', {
      value: () =>
        new ReadableStream({
          start: (control) => control.error(new DOMException('gone', 'NotFoundError')),
        }),
    });
    expect(await rejection(withFiles([file]))).toMatchObject({
      code: 'file-unreadable',
      file: 'windows10.0-kb9000001-x64.msu',
      details: { cause: 'NotFoundError: gone' },
    });
  });

  it('an attached file that shrinks while it is copied stops the build', async () => {
    const file = new File(['update file\n'], 'kb9000001.msu');
    Object.defineProperty(file, 'stream', { value: () => new Blob(['upda']).stream() });
    expect(await rejection(withFiles([file]))).toMatchObject({
      code: 'file-changed-while-read',
      details: { expectedBytes: 12, readBytes: 4 },
    });
  });

  it('PKG13 a bundle without any update file needs explicit consent', async () => {
    expect(await rejection(withFiles([]))).toMatchObject({ code: 'bundle-empty', details: { updates: 1 } });
    expect((await writeBundle(withFiles([], true), memorySink())).ok).toBe(true);
  });

  it('a file of no planned KB is left out and named', async () => {
    const files = [
      new File(['x'], 'kb9000001.msu'),
      new File(['y'], 'kb90000011.msu'),
      new File(['z'], 'notes.txt'),
    ];
    const written = await writeBundle(withFiles(files), memorySink());
    expect(written.ok && written.value.receipt.unmatched).toEqual(['kb90000011.msu', 'notes.txt']);
    expect(written.ok && written.value.receipt.missing).toEqual([]);
  });

  it('a checkpoint file belongs to the KB its folder is named after', async () => {
    const checkpoint = new File(['x'], 'windows11.0-kb8999999-x64.msu');
    Object.defineProperty(checkpoint, 'webkitRelativePath', {
      value: 'stick/KB9000001/windows11.0-kb8999999-x64.msu',
    });
    const sink = memorySink();
    await writeBundle(withFiles([checkpoint]), sink);
    expect([...sink.files.keys()]).toContain('data/updates/1/windows11.0-kb8999999-x64.msu');
  });

  it('ZIP01 a file whose name leaves the folder is refused by name', async () => {
    expect(await rejection(withFiles([new File(['x'], 'a:kb9000001.msu')]))).toMatchObject({
      code: 'bundle-name-refused',
      file: 'a:kb9000001.msu',
      details: { reason: 'stream-or-drive' },
    });
  });

  it('ZIP02 two files whose names differ only by case are refused by name', async () => {
    const files = [new File(['x'], 'KB9000001.msu'), new File(['y'], 'kb9000001.MSU')];
    expect(await rejection(withFiles(files))).toMatchObject({
      code: 'bundle-names-collide',
      details: { other: 'KB9000001.msu' },
    });
  });

  it('PKG09 a name with Unicode is stored under a safe name, the original kept in the manifest', async () => {
    const { texts } = await zipTexts(withFiles([new File(['x'], 'Größe kb9000001.msu')]));
    expect(texts[`${root}/data/updates/1/Gr__e kb9000001.msu`]).toBe('x');
    expect(texts[`${root}/data/manifest.xml`]).toContain('original-name="Größe kb9000001.msu"');
  });

  it('a web page saved under the name of an update is refused, and so is an empty file', async () => {
    const page = new File(['\n<!DOCTYPE html><title>proxy</title>'], 'kb9000001.msu');
    expect((await rejection(withFiles([page]))).code).toBe('web-page-instead');
    expect((await rejection(withFiles([new File([], 'kb9000001.msu')]))).code).toBe('file-empty');
  });

  it('PKG08 what does not fit into a ZIP of 4 GiB is refused before anything is read', async () => {
    const large = new File(['x'], 'kb9000001.msu');
    Object.defineProperty(large, 'size', { value: 5_000_000_000 });
    expect(await writeBundleZip(withFiles([large]))).toMatchObject({
      ok: false,
      error: { code: 'bundle-too-large-for-zip', details: { bytes: 5_000_000_000, limit: 4_294_967_295 } },
    });
  });

  it('a cancelled build ends without hash lists', async () => {
    const signal = AbortSignal.abort();
    expect((await rejection({ ...bundleInput(), signal })).code).toBe('cancelled');
  });
});

it('the journal draft names bundle, counts and the manifest by hash', async () => {
  const written = await writeBundle(bundleInput(), memorySink());
  if (!written.ok) throw new Error(written.error.code);
  const { receipt, journal } = written.value;
  expect(journal).toMatchObject({
    act: 'bundle-written',
    details: {
      bundle: id,
      updates: 1,
      machines: 1,
      files: 4,
      manifestSha256: receipt.manifestSha256,
      missing: '',
      name: 'North-January',
      typed: 'North, January',
    },
  });
});
