import { describe, expect, it } from 'vitest';
import { encodeText } from '../../../../src/tasks/practice/text-encodings.ts';
import { writeQfeTable } from '../../../../src/tasks/practice/write-qfe-table.ts';
import { writeSysteminfo } from '../../../../src/tasks/practice/write-systeminfo.ts';

const facts = {
  language: 'de',
  host: 'PRACTICE-1',
  osName: 'Microsoft Windows 10 Pro',
  version: '10.0.19045',
} as const;

describe('writeSysteminfo', () => {
  it('pads the labels of the language to one column and numbers the hotfixes', () => {
    const text = writeSysteminfo({ ...facts, hotfixes: ['KB9400101', 'KB9400202'] });
    const lines = text.split('\r\n');
    // "Betriebssystemhersteller" and "Gesamter physischer Speicher" + colon: 29 characters, one blank.
    expect(lines[1]).toBe('Hostname:                     PRACTICE-1');
    expect(lines[3]).toBe('Betriebssystemversion:        10.0.19045 Nicht zutreffend Build 19045');
    const at = lines.indexOf('Hotfix(es):                   2 Hotfix(e) installiert.');
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '                              [01]: KB9400101',
      '                              [02]: KB9400202',
    ]);
  });

  it('cuts the list where the tool cuts it: 4,095 characters with one separator between items', () => {
    const hotfixes = Array.from({ length: 300 }, (_, index) => `KB${9_300_000 + index}`);
    const lines = writeSysteminfo({ ...facts, hotfixes }).split('\r\n');
    const first = lines.findIndex((line) => line.startsWith('Hotfix(es):'));
    const end = lines.findIndex((line) => line.startsWith('Netzwerkkarte(n):'));
    // 26 characters of count line, 99 items of 16 and some of 17, each with its separator.
    expect(lines[first]).toMatch(/300 Hotfix\(e\) installiert\.$/);
    expect(
      lines
        .slice(first, end)
        .map((line) => line.slice(30))
        .join('\n'),
    ).toHaveLength(4095);
    expect(end - first - 1).toBeLessThan(300);
  });

  it('says that there is no hotfix in the words of the language', () => {
    expect(writeSysteminfo({ ...facts, hotfixes: [] })).toContain(
      'Hotfix(es):                   Nicht zutreffend\r\n',
    );
  });
});

it('writeQfeTable makes every column as wide as its widest value and two blanks', () => {
  const [header, row] = writeQfeTable('', ['KB9400101']).split('\r\n');
  expect(header).toBe(
    'Description      FixComments  HotFixID   InstallDate  InstalledBy          InstalledOn  Name  ServicePackInEffect  Status  ',
  );
  expect(row).toBe(
    'Security Update               KB9400101               NT AUTHORITY\\SYSTEM  1/12/2026                                       ',
  );
});

describe('encodeText', () => {
  it('writes letters of code page 850', () => {
    // Values of the code page: e acute 82, a diaeresis 84, o acute A2.
    expect([...encodeText('é ä ó', 'cp850')]).toEqual([0x82, 0x20, 0x84, 0x20, 0xa2]);
  });

  it('writes UTF-16LE with its mark', () => {
    expect([...encodeText('A主', 'utf-16le-bom')]).toEqual([0xff, 0xfe, 0x41, 0x00, 0x3b, 0x4e]);
  });

  it('never writes a letter that the encoding has not', () => {
    expect(() => encodeText('主', 'cp850')).toThrow('cp850 has no 主');
  });
});
