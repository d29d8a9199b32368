import { describe, expect, it } from 'vitest';
import { ok, reject } from '../../../src/domain/index.ts';
import type { CatalogFormat, InventoryFormat } from '../../../src/formats/index.ts';
import { readFile, type FileFormats } from '../../../src/tasks/read-file.ts';
import { document, sha } from '../formats/scan-json/contents.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const catalogs: CatalogFormat = {
  id: 'msrc',
  title: '',
  kind: 'catalog',
  sniff: (head) => head.text.startsWith('<cvrfdoc'),
  read: async (file) =>
    file.size > 20
      ? ok(document('2026-Feb', '2026-02-10', sha('a'), 1))
      : reject('cut-off', file.name, 'line 1'),
};
const inventories: InventoryFormat = {
  id: 'wmic-list',
  title: '',
  kind: 'inventory',
  sniff: (head) => head.text.includes('Caption='),
  read: async () => ok({ use: 'ignored', format: 'wmic-list', reason: 'other-wmi-class', sha256: sha('b') }),
};
const formats: FileFormats = { catalogs: [catalogs], inventories: [inventories], decode };

const read = (content: string | Uint8Array<ArrayBuffer>, name = 'some.txt') =>
  readFile(new File([content], name), formats, {});

describe('readFile', () => {
  it('CAT25 a file renamed .txt is recognised by its content', async () => {
    expect(await read('<cvrfdoc> and more than twenty bytes', 'notes.txt')).toMatchObject({
      kind: 'catalog',
      format: 'msrc',
      document: { id: '2026-Feb' },
    });
  });

  it('hands on what the format rejects, with file and place', async () => {
    expect(await read('<cvrfdoc>', 'feb.xml')).toEqual({
      kind: 'rejected',
      error: { code: 'cut-off', file: 'feb.xml', place: 'line 1', details: {} },
    });
  });

  it('hands on what the format ignores', async () => {
    expect(await read('\r\nCaption=x')).toMatchObject({ kind: 'ignored', reason: 'other-wmi-class' });
  });

  it.each([
    ['CAT01 an empty file', '', 'file-empty'],
    ['CAT02 a web page', '<!DOCTYPE html><html><body>502 Bad Gateway', 'web-page-instead'],
    ['text of no known kind', 'hello', 'not-recognised'],
    // Flags at offset 6: bit 0 is set where the entry is encrypted (APPNOTE, section 4.4.4).
    ['CAT26 a ZIP with a password', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 1, 0]), 'archive-protected'],
    ['a ZIP', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'archive-not-supported'],
    ['a cabinet', new TextEncoder().encode('MSCF....'), 'archive-not-supported'],
  ])('%s is rejected by name', async (_what, content, code) => {
    expect(await read(content, 'given.bin')).toMatchObject({
      kind: 'rejected',
      error: { code, file: 'given.bin' },
    });
  });

  it.each([
    'README.md',
    'PROVENANCE.md',
    'LICENSE',
    'Thumbs.db',
    'desktop.ini',
    '.DS_Store',
    'SHA256SUMS',
    '._a.txt',
  ])('%s lies beside the real files and is ignored', async (name) => {
    expect(await read('hello', name)).toMatchObject({ kind: 'ignored', reason: 'accompanying-file' });
  });

  it('a real file is read whatever it is called', async () => {
    expect(await read('<cvrfdoc> and more than twenty bytes', 'README.md')).toMatchObject({
      kind: 'catalog',
    });
  });
});
