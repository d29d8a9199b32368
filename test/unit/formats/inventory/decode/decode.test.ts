import { describe, expect, it } from 'vitest';
import {
  countLines,
  decodeCodePage,
  decodeText,
  escapeUnstorable,
  pagesOfLocale,
  splitLines,
} from '../../../../../src/formats/inventory/decode/index.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const wide = (text: string) => [...Buffer.from(text, 'utf16le')];
const bytes = (...parts: readonly number[][]) => new Uint8Array(parts.flat());

// The eight cases of inventory-sources, section 2.
describe('decoding', () => {
  it('1: UTF-16LE and UTF-16BE with a byte order mark', () => {
    expect(decodeText(bytes([0xff, 0xfe], wide('Größe')))).toMatchObject({
      text: 'Größe',
      encoding: 'utf-16le',
    });
    const swapped = Buffer.from('Größe', 'utf16le').swap16();
    expect(decodeText(bytes([0xfe, 0xff], [...swapped])).text).toBe('Größe');
  });

  it('2: UTF-8 with and without a byte order mark, also cut inside a letter', () => {
    const utf8 = [...Buffer.from('Имя', 'utf8')];
    expect(decodeText(bytes([0xef, 0xbb, 0xbf], utf8)).text).toBe('Имя');
    expect(decodeText(bytes(utf8))).toMatchObject({ text: 'Имя', encoding: 'utf-8', guessed: false });
    expect(decodeText(bytes(utf8).subarray(0, 5)).text).toBe('Им');
  });

  it('3: UTF-16LE and UTF-16BE without a mark, also when the first word is not ASCII', () => {
    expect(decodeText(bytes(wide('Host Name: A'))).text).toBe('Host Name: A');
    expect(decodeText(new Uint8Array(Buffer.from('Host Name: A', 'utf16le').swap16())).text).toBe(
      'Host Name: A',
    );
    const chinese = '主机名: DESKTOP-1\r\nOS: Windows 10 and more text';
    expect(decodeText(bytes(wide(chinese))).text).toBe(chinese);
    const russian = 'Имя узла:                 DC-1 и дальше текст      Windows Server 2016';
    expect(decodeText(bytes(wide(russian))).text).toBe(russian);
  });

  it('4: ASCII followed by UTF-16LE, at an even and at an odd place', () => {
    const message = 'Please wait while WMIC is being installed.';
    const table = 'Caption  CSName  HotFixID  ';
    expect(decodeText(bytes(ascii(message), wide(table))).text).toBe(message + table);
    expect(decodeText(bytes(ascii(`${message} `), wide(table))).text).toBe(`${message} ${table}`);
    expect(decodeText(bytes(ascii(message), [0xff, 0xfe], wide(table))).text).toBe(message + table);
  });

  it('5: OEM code pages, chosen by the ASCII locale tag', () => {
    // 0x84 is ä in 437, 850 and 852; 0x81 is Б in 866; GBK D6 D0 is 中; 0x9e is × in 850 and ş in 857.
    const tagged = (tag: string, ...letters: number[]) =>
      bytes(ascii(`Name: `), letters, ascii(`\r\nx: ${tag};y`));
    expect(decodeText(tagged('de-at', 0x84)).text).toContain('ä');
    expect(decodeText(tagged('cs', 0x9f)).text).toContain('č');
    expect(decodeText(tagged('ru', 0x81, 0x82)).text).toContain('БВ');
    expect(decodeText(tagged('tr', 0x9f)).text).toContain('ş');
    expect(decodeText(tagged('el', 0x80)).text).toContain('Α');
    expect(decodeText(tagged('zh-cn', 0xd6, 0xd0)).text).toContain('中');
    expect(decodeText(tagged('zh-tw', 0xa4, 0xa4)).text).toContain('中');
    expect(decodeText(tagged('ja', 0x93, 0xfa)).text).toContain('日');
    expect(decodeText(tagged('ko', 0xb0, 0xa1)).text).toContain('가');
    expect(decodeText(tagged('ru', 0x81)).guessed).toBe(false);
  });

  it('5: Western text from a Windows page is told from console text by its bytes', () => {
    const ansi = bytes(
      ascii('Systemgebietsschema: de;Deutsch\r\nVerf'),
      [0xfc],
      ascii('gbarer Arbeitsspeicher'),
    );
    expect(decodeText(ansi)).toMatchObject({ encoding: 'windows-1252' });
    expect(decodeText(ansi).text).toContain('Verfügbarer');
  });

  it('5: without a tag the page is a guess and says so; the technician can choose', () => {
    const table = bytes(ascii('HotFixID  InstalledBy\r\nKB5031539  J'), [0x81], ascii('rgen'));
    expect(decodeText(table)).toMatchObject({ encoding: 'cp850', guessed: true });
    expect(decodeText(table, 'ibm866')).toMatchObject({ encoding: 'ibm866', guessed: false });
    expect(decodeText(table, 'ibm866').text).toContain('JБrgen');
  });

  it('6: non-breaking spaces are spaces', () => {
    const text = bytes(ascii('Nom: Windows'), [0xff], ascii('7 '), [0x82], ascii('\r\nx: fr;y'));
    expect(decodeText(text).text).toContain('Windows 7 é');
    expect(decodeText(bytes(wide('2\u00a0047\u202fMo and some more'))).text).toBe('2 047 Mo and some more');
  });

  it('7: CR CR LF, CR LF, LF and CR end a line each', () => {
    expect(splitLines('a\r\r\nb\r\nc\nd\re')).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(splitLines('a\n')).toEqual(['a', '']);
    expect(countLines('a\nb\n')).toBe(3);
  });

  it('8: a mark and a line end are a line without text', () => {
    expect(splitLines(decodeText(bytes([0xff, 0xfe, 0x0d, 0, 0x0a, 0])).text)).toEqual(['', '']);
  });

  it('INV17 NUL and lone surrogates are kept and can be written escaped', () => {
    const text = decodeText(bytes([0xff, 0xfe], [0x41, 0, 0, 0, 0, 0xd8, 0x42, 0])).text;
    expect(text).toBe('A\u0000\ud800B');
    expect(escapeUnstorable(text)).toBe('A\\u0000\\ud800B');
    expect(escapeUnstorable('😀 \u202e')).toBe('😀 \u202e');
    expect(decodeText(bytes(ascii('one '), [0], ascii(' stray zero in eight-bit text'))).text).toContain(
      '\u0000',
    );
  });

  it('says when the bytes end inside a letter', () => {
    expect(decodeText(bytes([0xff, 0xfe], wide('ab'), [0x63]))).toMatchObject({
      text: 'ab',
      cutInLetter: true,
    });
  });
});

describe('code pages', () => {
  // One letter of each table that no other Western guess would give: values of the Unicode mapping files.
  it.each([
    ['cp437', 0x9e, '₧'],
    ['cp720', 0xe0, 'ض'],
    ['cp737', 0x98, 'α'],
    ['cp775', 0xd0, 'ą'],
    ['cp850', 0xd0, 'ð'],
    ['cp852', 0xd8, 'ě'],
    ['cp855', 0xa0, 'а'],
    ['cp857', 0xa7, 'ğ'],
    ['cp858', 0xd5, '€'],
    ['cp862', 0x80, 'א'],
    ['cp864', 0xc7, 'ﺍ'],
    ['cp869', 0xa4, 'Α'],
  ])('%s has its letters', (page, byte, letter) => {
    expect(decodeCodePage(new Uint8Array([0x41, byte]), page)).toBe(`A${letter}`);
  });

  it('reads longer tags by their longest known part', () => {
    expect(pagesOfLocale('sr-cyrl-rs')[0]).toBe('cp855');
    expect(pagesOfLocale('sr-latn-rs')[0]).toBe('cp852');
    expect(pagesOfLocale('en-us')[0]).toBe('cp437');
    expect(pagesOfLocale('xx')[0]).toBe('cp850');
  });
});
