import { describe, expect, it } from 'vitest';
import { looksLikeUbrTable, readUbrTable } from '../../../../src/formats/ubr-table/index.ts';

const read = (content: BlobPart, name = 'ubr.csv') => readUbrTable(new File([content], name), {});

describe('table of update build revisions', () => {
  it.each([
    ['commas', 'machine,ubr\r\nPC1,5122\r\n"PC 2",107\r\n'],
    ['semicolons and other case', 'Machine;UBR\nPC1;5122\nPC 2;107'],
    ['a byte order mark, blanks and an empty line', '\uFEFFmachine , ubr\n PC1 , 5122 \n\nPC 2,107\n'],
  ])('reads %s', async (_what, text) => {
    const table = await read(text);
    expect(table.ok && table.value.rows.map(({ machine, ubr }) => [machine, ubr])).toEqual([
      ['PC1', 5122],
      ['PC 2', 107],
    ]);
  });

  it('reads UTF-16 as spreadsheets write it', async () => {
    const units = new Uint16Array([...'\uFEFFmachine\tubr\r\nPC1\t5122\r\n'].map((c) => c.charCodeAt(0)));
    expect(await read(units)).toMatchObject({
      ok: true,
      value: { rows: [{ machine: 'PC1', ubr: 5122, line: 2 }] },
    });
  });

  it.each([
    ['no header', 'PC1,5122\n', 'line 1'],
    ['a version instead of the revision', 'machine,ubr\nPC1,10.0.17763.5122\n', 'line 2'],
    ['a negative revision', 'machine,ubr\nPC1,-1\n', 'line 2'],
    ['a revision beyond all bounds', 'machine,ubr\nPC1,1000000\n', 'line 2'],
    ['a cell too many', 'machine,ubr\nPC1,1\nPC2,2,3\n', 'line 3'],
    ['no name', 'machine,ubr\n,1\n', 'line 2'],
    ['one machine with two revisions', 'machine,ubr\nPC1,1\npc1,2\n', 'line 3'],
    ['a quote that never ends', 'machine,ubr\n"PC1,1\n', 'line 2'],
  ])('refuses %s and says where', async (_what, text, place) => {
    expect(await read(text)).toMatchObject({
      ok: false,
      error: { code: 'ubr-table-malformed', file: 'ubr.csv', place },
    });
  });

  it('refuses an empty file, and one too large before reading it', async () => {
    expect(await read('')).toMatchObject({ ok: false, error: { code: 'file-empty' } });
    const huge = { name: 'huge.csv', size: 500_000_000 } as File;
    expect(await readUbrTable(huge, {})).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });

  it('is told by its header', () => {
    const head = (text: string) => ({ name: '', size: 0, bytes: new Uint8Array(), text });
    expect(looksLikeUbrTable(head('machine,ubr\n'))).toBe(true);
    expect(looksLikeUbrTable(head('Machine;UBR'))).toBe(true);
    expect(looksLikeUbrTable(head('machine,ubr,owner\n'))).toBe(false);
  });
});
