import { expect, it } from 'vitest';
import type { MuDetail, MuRevision } from '../../src/domain/index.ts';
import { rowsInScope, shardOpener } from '../../src/formats/wsusscan/index.ts';
import { FragmentCollector } from '../../src/formats/wsusscan/fragment-text.ts';
import { MasterRows, readMasterList } from '../../src/formats/wsusscan/index.ts';
import { mszip, stored } from '../support/cabinet-blocks.ts';
import { fileOf, flatCatalog, utf8 } from '../support/mu-cabinet.ts';
import { pick, seeded, whole } from '../support/seeded.ts';
import { smallCatalog } from '../support/small-mu-catalog.ts';

/** Random sizes that add up to `length`. */
function* piecesOf(bytes: Uint8Array, random: () => number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length;) {
    const step = 1 + whole(random, pick(random, [1, 3, 40, 2000, 40_000]));
    yield bytes.subarray(at, at + step);
    at += step;
  }
}

it('any split of the bytes of a shard gives the same revisions and details', async () => {
  const read = async (cabinet: Uint8Array, pieces: Iterable<Uint8Array>) => {
    const master = await readMasterList(fileOf(cabinet), {});
    const revisions: MuRevision[] = [];
    const details: MuDetail[] = [];
    const open = await shardOpener(
      {
        revisions: (batch) => void revisions.push(...batch),
        details: (batch) => void details.push(...batch),
      },
      {},
    );
    const rows = new MasterRows(master.columns);
    const wanted = rowsInScope(rows, { products: null, classifications: null });
    const port = open({
      file: 'a.cab',
      columns: master.columns,
      wanted,
      languages: ['en', 'de'],
      isMissing: false,
    });
    for (const piece of pieces) {
      // The buffer is used again, as readers do.
      const buffer = piece.slice();
      port.push(buffer);
      buffer.fill(0);
    }
    return { revisions, details, report: await port.end() };
  };
  for (const packing of [stored, mszip]) {
    const cabinet = flatCatalog({ ...smallCatalog, packing });
    const expected = await read(cabinet, [cabinet]);
    expect(expected.revisions).toHaveLength(12);
    for (let seed = 0; seed < 25; seed += 1) {
      expect(await read(cabinet, piecesOf(cabinet, seeded(seed)))).toEqual(expected);
    }
  }
});

it('any split of the bytes of a fragment gives the same text', () => {
  const texts = [
    'é€😀 <a b="ü"/>',
    '\uFEFF<a/>',
    '<?xml version="1.0"?><a/>',
    '<assembly d="a>b"><assemblyIdentity name="ä"/><b/>é</assembly>é',
    '',
    '<',
  ];
  const wide = (text: string): Uint8Array =>
    new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (mark) => mark.charCodeAt(0)).buffer);
  for (const bytes of [
    ...texts.map(utf8),
    wide('<a b="é"/>'),
    Uint8Array.of(0x3c, 0xff, 0x3e),
    Uint8Array.of(0xc3),
  ]) {
    const textOf = (pieces: Iterable<Uint8Array>) => {
      const collector = new FragmentCollector(bytes.length);
      for (const piece of pieces) {
        const buffer = piece.slice();
        collector.write(buffer);
        buffer.fill(0);
      }
      return collector.end();
    };
    const expected = textOf([bytes]);
    for (let seed = 0; seed < 60; seed += 1) expect(textOf(piecesOf(bytes, seeded(seed)))).toEqual(expected);
    expect(textOf(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
  }
});
