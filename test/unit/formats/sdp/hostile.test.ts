import { describe, expect, it } from 'vitest';
import { readSdp, sniffSdp } from '../../../../src/formats/sdp/index.ts';
import { catalogXml, idOf, packageXml, readDocument, readRefusal } from '../../../support/sdp-package.ts';
import { craftZip, zipOf } from '../../../support/zip-archive.ts';

const one = packageXml({ id: 1 });
const bytes = (text: string) => new TextEncoder().encode(text);

function head(content: Uint8Array) {
  return { name: 'a.bin', size: content.length, bytes: content.subarray(0, 65536), text: '' };
}

describe('bad package files', () => {
  it('empty, cut, mis-nested, with a document type', async () => {
    expect((await readRefusal('')).code).toBe('file-empty');
    expect(await readRefusal(one.slice(0, -30))).toMatchObject({ code: 'cut-off', file: 'catalog.xml' });
    expect((await readRefusal(one.replace('</sdp:Properties>', '</sdp:Property>'))).code).toBe(
      'not-well-formed',
    );
    expect((await readRefusal(`<!DOCTYPE x [<!ENTITY a "b">]>${one}`)).code).toBe('doctype-refused');
    expect((await readRefusal('<html><body>403</body></html>')).code).toBe('web-page-instead');
  });

  it('another root', async () => {
    expect(await readRefusal('<Other/>')).toMatchObject({
      code: 'root-not-expected',
      details: { found: 'Other' },
    });
  });

  it('CAT18 rules 10,000 deep are refused with the limit named', async () => {
    const deep = '<lar:Not>'.repeat(10_000) + '</lar:Not>'.repeat(10_000);
    const refused = await readRefusal(packageXml({ id: 1, isInstalled: deep }));
    expect(refused).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'rule-depth', maximum: 200 },
    });
    expect(refused.place).toMatch(/^line \d+, SoftwareDistributionPackage/);
  });

  it('a package of a million leaves is refused with the limit named', async () => {
    const many = `<lar:And>${'<lar:True/>'.repeat(1_000_000)}</lar:And>`;
    expect((await readRefusal(packageXml({ id: 1, isInstalled: many }))).details).toEqual({
      limit: 'rule-elements',
      maximum: 200_000,
    });
  });

  it('CAT19 refused names', async () => {
    for (const name of ['constructor', '__proto__']) {
      const bad = packageXml({ id: 1, isInstalled: `<lar:${name}/>` });
      expect((await readRefusal(bad)).code).toBe('name-refused');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('cancelled while reading', async () => {
    const abort = new AbortController();
    abort.abort();
    for (const content of [bytes(one), zipOf({ 'a.sdp': one })]) {
      const read = await readSdp(new File([content as BlobPart], 'a'), { signal: abort.signal });
      expect(read).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    }
  });
});

describe('archives of packages', () => {
  const archive = zipOf({
    'V2/update_manifest.json': '{}',
    'V2/a.sdp': one,
    'V2/b.sdp': packageXml({ id: 2, created: '2022-01-01T00:00:00' }),
    'setup.exe': new Uint8Array(3000),
  });

  it('are recognised by their content and read as one document', async () => {
    expect(sniffSdp(head(archive))).toBe(true);
    const document = await readDocument(archive, 'Vendor V2.zip');
    expect(document).toMatchObject({
      id: 'example/vendor v2',
      root: 'SoftwareDistributionPackage',
      edition: 'SoftwareDistributionPackage@2022-01-01T00:00:00',
      bytes: archive.length,
    });
    expect(document.packages.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  });

  it('a catalog and its single files in one archive are the same packages once', async () => {
    const both = zipOf({ 'catalog.xml': catalogXml([{ id: 1 }]), 'V2/a.sdp': one });
    const document = await readDocument(both, 'both.zip');
    expect(document.packages.map(({ id }) => id)).toEqual([idOf(1)]);
    expect(document.root).toBe('SystemsManagementCatalog');
    expect(document.warnings).toEqual([]);
  });

  it('archives without packages are not taken, and refused if read all the same', async () => {
    const other = zipOf({ 'a.txt': 'hello' });
    expect(sniffSdp(head(other))).toBe(false);
    expect((await readRefusal(other, 'other.zip')).code).toBe('not-recognised');
  });

  it('a bad package in the archive is refused alone, named and counted; the others are used', async () => {
    const two = packageXml({ id: 2 });
    const bad = zipOf({
      'a.sdp': one,
      'V2/bad.sdp': two.slice(0, -30),
      'V2/worse.sdp': two.replace('<', '<<'),
    });
    const document = await readDocument(bad, 'v.zip');
    expect(document.packages).toHaveLength(1);
    const refused = document.warnings.filter(({ code }) => code === 'member-refused');
    expect(refused.map(({ details }) => details)).toMatchObject([
      { member: 'v.zip/V2/bad.sdp', fault: 'cut-off', refused: 2, of: 3 },
      { member: 'v.zip/V2/worse.sdp', fault: 'not-well-formed', refused: 2, of: 3 },
    ]);
    const nothing = zipOf({ 'V2/bad.sdp': one.slice(0, -30) });
    expect(await readRefusal(nothing, 'v.zip')).toMatchObject({ code: 'cut-off', file: 'v.zip/V2/bad.sdp' });
  });

  it('CAT26 a password is told', async () => {
    const locked = craftZip([{ name: 'a.sdp', content: bytes(one), flags: 1 }]);
    expect((await readRefusal(locked)).code).toBe('archive-protected');
  });

  it('LIM01 an archive in the archive is refused by depth', async () => {
    const nested = zipOf({ 'a.sdp': one, 'inner.zip': zipOf({ 'b.sdp': one }) });
    expect(await readRefusal(nested, 'v.zip')).toMatchObject({
      code: 'limit-exceeded',
      place: 'inner.zip',
      details: { limit: 'archive-depth', maximum: 1 },
    });
  });

  it('LIM01 a bomb is refused by its ratio, long before it is unpacked', async () => {
    const blank = `${one.slice(0, -100)}${' '.repeat(6_000_000)}`;
    const bomb = craftZip([{ name: 'a.sdp', content: bytes(blank) }]);
    expect(bomb.length).toBeLessThan(100_000);
    expect((await readRefusal(bomb)).details).toMatchObject({ limit: 'archive-ratio', maximum: 250 });
  });

  it('LIM03 too many entries are refused by their number', async () => {
    const content = new Uint8Array(1);
    const entries = Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, content, method: 0 }));
    expect((await readRefusal(craftZip(entries))).details).toEqual({
      limit: 'archive-entries',
      maximum: 50_000,
    });
  });

  it('LIM05 sizes that lie: what is counted decides', async () => {
    const content = bytes(one);
    const lies = [
      craftZip([{ name: 'a.sdp', content, declaredBytes: 10 }]),
      craftZip([{ name: 'a.sdp', content, declaredBytes: content.length * 2 }]),
      craftZip([{ name: 'a.sdp', content, crc: 1 }]),
    ];
    for (const lie of lies) {
      expect(await readRefusal(lie)).toMatchObject({ code: 'not-well-formed', place: 'a.sdp' });
    }
    // Sizes behind the data, as streaming writers put them, are no lie.
    const streamed = craftZip([{ name: 'a.sdp', content, descriptor: true }]);
    expect(sniffSdp(head(streamed))).toBe(true);
    expect((await readDocument(streamed)).packages).toHaveLength(1);
  });

  it('LIM05 a bomb that declares ten bytes is stopped all the same', async () => {
    const content = new Uint8Array(6_000_000).fill(32);
    const bomb = craftZip([{ name: 'a.sdp', content, declaredBytes: 10 }]);
    expect((await readRefusal(bomb)).details).toMatchObject({ limit: 'archive-ratio' });
  });

  it('ZIP01 names that leave the folder or mean a device are refused', async () => {
    for (const name of [
      '../x',
      '..\\x',
      '/abs',
      'C:\\x',
      '\\\\srv\\x',
      'a:stream',
      'CON',
      'x.',
      'x ',
      'a/NUL.sdp',
    ]) {
      const refused = await readRefusal(craftZip([{ name, content: bytes(one) }]));
      expect([name, refused.code]).toEqual([name, 'name-refused']);
    }
  });

  it('ZIP02 names equal after folding are refused', async () => {
    const content = bytes(one);
    const twice = craftZip([
      { name: 'A.sdp', content },
      { name: 'a.SDP', content },
    ]);
    expect(await readRefusal(twice)).toMatchObject({ code: 'name-refused', place: 'a.SDP' });
  });

  it('a cut archive, overlapping entries, other methods', async () => {
    expect((await readRefusal(archive.slice(0, 300))).code).toBe('cut-off');
    const unknown = craftZip([{ name: 'a.sdp', content: bytes(one), method: 14 }]);
    expect((await readRefusal(unknown)).code).toBe('archive-not-supported');
    const pair = craftZip([
      { name: 'a.sdp', content: bytes(one) },
      { name: 'b.sdp', content: bytes(one) },
    ]);
    // The second entry of the directory points at the first one's data.
    const view = new DataView(pair.buffer);
    const start = view.getUint32(pair.length - 6, true);
    view.setUint32(start + 46 + 5 + 42, 0, true);
    expect((await readRefusal(pair)).code).toBe('not-well-formed');
  });
});
