import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/arguments.ts';

const parse = (line: string) => parseArguments(line === '' ? [] : line.split(' '));

describe('arguments', () => {
  it('takes several paths after one option, and the option again', () => {
    expect(parse('scan --catalog a b --inventory c --catalog d --inventory=e --out -')).toEqual({
      command: 'scan',
      catalogs: ['a', 'b', 'd'],
      inventories: ['c', 'e'],
      ubr: null,
      declarations: null,
      engine: 'wasm',
      checksums: false,
      scope: { products: null, classifications: null, languages: ['en'] },
      roots: [],
      allowUnsigned: null,
      out: '-',
      all: false,
    });
  });

  it('reads what to take of a Microsoft Update catalog, and refuses what is no id', () => {
    const id = '0FA1201D-4330-4fa8-8ae9-b877473b6441';
    expect(
      parse(`scan --catalog a --inventory b --products ${id} --classifications ${id} --languages de zh-CN`),
    ).toMatchObject({
      scope: {
        products: [id.toLowerCase()],
        classifications: [id.toLowerCase()],
        languages: ['de', 'zh-cn'],
      },
    });
    expect(() => parse('scan --catalog a --inventory b --products Windows')).toThrow(/"windows" is none/);
  });

  it('writes to standard output when no file is named', () => {
    expect(parse('scan --catalog a --inventory b')).toMatchObject({ out: '-' });
  });

  it('reads explain with all its options', () => {
    expect(
      parse(
        'explain --catalog a --inventory b --machine PC1 --update msrc:KB4487044 --json --engine rows --ubr u.csv',
      ),
    ).toEqual({
      command: 'explain',
      catalogs: ['a'],
      inventories: ['b'],
      ubr: 'u.csv',
      declarations: null,
      engine: 'rows',
      checksums: false,
      scope: { products: null, classifications: null, languages: ['en'] },
      roots: [],
      allowUnsigned: null,
      machine: 'PC1',
      update: 'msrc:KB4487044',
      json: true,
    });
  });

  it('reads catalog diff: two files, then options', () => {
    const plain = {
      command: 'catalog-diff',
      older: 'a.cab',
      newer: 'b.cab',
      json: false,
      roots: [],
      allowUnsigned: null,
    };
    expect(parse('catalog diff a.cab b.cab')).toEqual(plain);
    expect(parse('catalog diff a.cab b.cab --json --root r.cer')).toEqual({
      ...plain,
      json: true,
      roots: ['r.cer'],
    });
    for (const line of ['catalog', 'catalog diff a.cab', 'catalog diff a b c', 'catalog diff a b --all']) {
      expect(() => parse(line)).toThrow(/catalog diff/);
    }
  });

  it('shows help and version wherever they are asked for', () => {
    expect(parse('scan --catalog --help')).toEqual({ command: 'help' });
    expect(parse('--version')).toEqual({ command: 'version' });
  });

  it.each([
    ['', /No command is given: give scan, explain or catalog diff/],
    ['scam --catalog a', /"scam" is no command: give scan, explain or catalog diff/],
    ['scan --inventory b', /"--catalog" is missing: give catalog files, or folders with them/],
    ['scan --catalog a', /"--inventory" is missing: give inventory files/],
    ['scan --catalog --inventory b', /"--catalog" needs a value/],
    ['scan --catalog a --catalog --inventory b', /"--catalog" needs a value/],
    ['scan --catalog a --inventory b --out', /"--out" needs a value/],
    ['scan --catalog a --inventory b --out c d', /"d" belongs to no option/],
    ['scan a --catalog b --inventory c', /"a" belongs to no option/],
    ['scan --catalog a --inventory b --out c --out d', /"--out" is given twice/],
    ['scan --catalog a --inventory b --all=yes', /"--all" takes no value/],
    ['scan --catalog a --inventory b --engine gpu', /"gpu" is no engine: give one of reference, rows, wasm/],
    ['scan --catalog a --inventory b --machine c', /"--machine" is no option of scan/],
    ['explain --catalog a --inventory b --update c', /"--machine" is missing/],
    ['explain --catalog a --inventory b --machine c', /"--update" is missing/],
  ])('says what to do about "%s"', (line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
