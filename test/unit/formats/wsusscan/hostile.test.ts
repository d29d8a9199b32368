import { wholeScope } from '../../../../src/domain/index.ts';
import { describe, expect, it } from 'vitest';
import {
  readCatalog,
  readMasterList,
  readMicrosoftUpdate,
  shardOpener,
} from '../../../../src/formats/wsusscan/index.ts';
import type { FileSource } from '../../../../src/formats/index.ts';
import { stored } from '../../../support/cabinet-blocks.ts';
import {
  fileOf,
  guidOf,
  nestedCatalog,
  packageXml,
  plainCabinet,
  readRefusal,
  utf8,
} from '../../../support/mu-cabinet.ts';
import { smallCatalog } from '../../../support/small-mu-catalog.ts';
import { openTestEngine, quiet } from '../../../support/open-engine.ts';
import { unsignedAllowed } from '../../../support/unsigned.ts';

const good = nestedCatalog(smallCatalog);
const sink = { revisions: () => undefined, details: () => undefined };

/** Where the bytes of `inner` begin in `outer`. */
function placeOf(outer: Uint8Array, inner: Uint8Array): number {
  const text = Buffer.from(outer.buffer, outer.byteOffset, outer.length);
  return text.indexOf(Buffer.from(inner));
}

describe('hostile catalogs', () => {
  it('CAT03 cut at half: both sizes are told', async () => {
    const half = good.slice(0, good.length / 2);
    expect(await readRefusal(half)).toMatchObject({
      code: 'cut-off',
      file: 'wsusscn2.cab',
      details: { expectedBytes: good.length, actualBytes: half.length },
    });
  });

  it('CAT03 an inner cabinet that is cut names itself', async () => {
    const shard = plainCabinet({ 'c/1': 'x'.repeat(1000) });
    const cabinet = plainCabinet(
      {
        'index.xml': '<INDEX><CABLIST XOR="0"><CAB NAME="package2.cab" RANGESTART="0"/></CABLIST></INDEX>',
        'package.cab': plainCabinet({
          'package.xml': packageXml({
            updates: `<Update UpdateId="${guidOf(1)}" RevisionNumber="1" RevisionId="1"/>`,
          }),
        }),
        'package2.cab': shard.slice(0, shard.length - 20),
      },
      stored,
    );
    expect(await readRefusal(cabinet)).toMatchObject({ code: 'cut-off', file: 'wsusscn2.cab/package2.cab' });
  });

  it('a flipped bit in the data is found by its check sum', async () => {
    const flipped = good.slice();
    const at = placeOf(good, utf8('RANGESTART'));
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect(await readRefusal(flipped)).toMatchObject({ code: 'archive-damaged', file: 'wsusscn2.cab' });
  });

  it('CAT23 names that lead out are refused', async () => {
    for (const name of ['..\\package3.cab', 'C:\\a.cab', '\\\\server\\a', 'c/../../x']) {
      const cabinet = plainCabinet({ 'index.xml': '', 'package.cab': '', [name]: '' });
      expect(await readRefusal(cabinet)).toMatchObject({ code: 'name-refused' });
    }
    const inner = nestedCatalog({ ...smallCatalog, fragments: { ...smallCatalog.fragments, '../c/1': 'x' } });
    expect(await readRefusal(inner)).toMatchObject({
      code: 'name-refused',
      file: 'wsusscn2.cab/package2.cab',
    });
  });

  it('CAT17 entities in the master list: refused at once, memory flat', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(100)}"><!ENTITY c "${'&a;'.repeat(1000)}">]>`;
    for (const [name, xml] of [
      ['package.cab/package.xml', packageXml(smallCatalog).replace('?>', `?>${bomb}`)],
    ] as const) {
      expect(await readRefusal(nestedCatalog({ ...smallCatalog, packageXml: xml }))).toMatchObject({
        code: 'doctype-refused',
        file: `wsusscn2.cab/${name}`,
      });
    }
    expect(await readRefusal(nestedCatalog({ ...smallCatalog, index: `${bomb}<INDEX/>` }))).toMatchObject({
      code: 'doctype-refused',
    });
  });

  it('CAT18 a master list 10,000 levels deep', async () => {
    const deep = packageXml({ updates: '<Update>'.repeat(10_000) });
    expect(await readRefusal(nestedCatalog({ ...smallCatalog, packageXml: deep }))).toMatchObject({
      code: 'too-deep',
      details: { maximum: 16 },
    });
  });

  it('CAT19 refused names in the master list', async () => {
    const named = packageXml({ updates: '<constructor/>' });
    expect(await readRefusal(nestedCatalog({ ...smallCatalog, packageXml: named }))).toMatchObject({
      code: 'name-refused',
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('parts that are missing are named', async () => {
    const list = plainCabinet({ 'package.xml': packageXml(smallCatalog) });
    expect(await readRefusal(plainCabinet({ 'package.cab': list, 'other.xml': '' }))).toMatchObject({
      code: 'element-missing',
    });
    const empty = plainCabinet({
      'index.xml': '<INDEX><CABLIST/></INDEX>',
      'package.cab': plainCabinet({ 'a.xml': '' }),
    });
    expect(await readRefusal(empty)).toMatchObject({
      code: 'element-missing',
      details: { element: 'package.xml' },
    });
  });

  it('an inner cabinet that is none is refused with its name', async () => {
    const cabinet = plainCabinet({
      'index.xml': '<INDEX><CABLIST/></INDEX>',
      'package.cab': 'hello, this is no cabinet at all, not even nearly',
    });
    expect(await readRefusal(cabinet)).toMatchObject({ file: 'wsusscn2.cab/package.cab' });
  });

  it('CAT21 cancelled at any point', async () => {
    const file = fileOf(good);
    const abort = new AbortController();
    abort.abort();
    expect(await readMicrosoftUpdate(file, { signal: abort.signal })).toMatchObject({
      error: { code: 'cancelled' },
    });
    const master = await readMasterList(file, {});
    const reading = readCatalog(file, master, wholeScope, sink, { signal: abort.signal });
    await expect(reading).rejects.toMatchObject({ rejection: { code: 'cancelled' } });
  });

  it('INV12 a medium that fails is told as such', async () => {
    const failing: FileSource = {
      name: 'wsusscn2.cab',
      size: good.length,
      stream: () => new Blob([good]).stream(),
      arrayBuffer: () => Promise.reject(new Error('gone')),
      slice: (from, to) => {
        const part = new Blob([good]).slice(from, to);
        return (from ?? 0) > 0
          ? Object.assign(part, { arrayBuffer: () => Promise.reject(new Error('gone')) })
          : part;
      },
    };
    const read = await readMicrosoftUpdate(failing, unsignedAllowed);
    expect(read).toMatchObject({ ok: false, error: { code: 'file-unreadable', file: 'wsusscn2.cab' } });
  });
});

it('a sink that takes its time holds the reading up: only what two slices of the file bring is under way', async () => {
  const updates = Array.from(
    { length: 3000 },
    (_, i) => `<Update UpdateId="${guidOf(i)}" RevisionNumber="1" RevisionId="${String(i)}"/>`,
  );
  const fragments = Object.fromEntries(
    Array.from({ length: 3000 }, (_, i) => [
      `c/${String(i)}`,
      `<UpdateIdentity UpdateID="${guidOf(i)}" RevisionNumber="1"/><Properties UpdateType="Software"/><!--${'x'.repeat(2000)}-->`,
    ]),
  );
  const ranges = Array.from({ length: 30 }, (_, i) => i * 100);
  const file = fileOf(nestedCatalog({ updates: updates.join(''), fragments, ranges, packing: stored }));
  const master = await readMasterList(file, {});
  let [underWay, most, seen] = [0, 0, 0];
  const slow = async (batch: readonly unknown[]): Promise<void> => {
    underWay += 1;
    seen += batch.length;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
  };
  const report = await readCatalog(
    file,
    master,
    wholeScope,
    { revisions: slow, details: () => undefined },
    {},
  );
  expect([report.revisions, seen, underWay]).toEqual([3000, 3000, 0]);
  // 6 MB of fragments in slices of 1 MiB; without waiting all 30 shards would be under way together.
  expect(most).toBeLessThan(16);
});

it('a shard that is read elsewhere gives the same: bytes are pushed, the report comes back', async () => {
  const ids: string[] = [];
  const file = fileOf(good);
  const master = await readMasterList(file, {});
  const { readShards } = await import('../../../../src/formats/wsusscan/index.ts');
  const open = await shardOpener(
    {
      revisions: (batch) => void ids.push(...batch.map(({ updateId }) => updateId)),
      details: () => undefined,
    },
    {},
  );
  const seen: string[] = [];
  const report = await readShards(
    file,
    master,
    wholeScope,
    (request) => {
      seen.push(request.file);
      // As a worker would get it.
      const port = open(structuredClone(request));
      return { push: (bytes) => port.push(bytes.slice()), drain: () => port.drain(), end: () => port.end() };
    },
    {},
  );
  expect(seen.sort()).toEqual(['wsusscn2.cab/package2.cab', 'wsusscn2.cab/package3.cab']);
  expect([report.revisions, ids.length]).toEqual([12, 12]);
});

it('in a batch with a bad catalog the good one is taken, and the bad one is in the journal', async () => {
  const { engine } = await openTestEngine();
  const files = [fileOf(good.slice(0, good.length / 2), 'bad.cab'), fileOf(good, 'good.cab')];
  const imported = await engine.importFiles(files, { signatureOverrides: { 'good.cab': 'a test' } }, quiet);
  expect(imported).toMatchObject({ ok: true });
  const outcomes = imported.ok ? imported.value.files : [];
  expect(outcomes.find(({ file }) => file === 'bad.cab')).toMatchObject({
    outcome: 'rejected',
    error: { code: 'cut-off' },
  });
  expect(outcomes.find(({ file }) => file === 'good.cab')).toMatchObject({ outcome: 'imported' });
});
