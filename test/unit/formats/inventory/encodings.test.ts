import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factOf, mergeRecordedFacts, valueOf } from '../../../../src/domain/index.ts';
import { decodeCodePage, decodeText } from '../../../../src/formats/inventory/decode/index.ts';
import { utf16 } from '../../../support/encode-text.ts';
import { kbsOf, readingOf } from '../../../support/read-inventory.ts';
import { systeminfoText } from '../../../support/systeminfo-text.ts';

const golden = (name: string, file: string) =>
  decodeText(readFileSync(join(import.meta.dirname, '../../../golden', name, file))).text;

/** Texts of every format that is read line by line. */
const texts: readonly (readonly [format: string, file: string, text: string])[] = [
  ['systeminfo', 'a_systeminfo.txt', systeminfoText({ name: 'Microsoft Windows 10 für Größe', hotfixes: ['KB4487044'] })],
  ['qfe-table', 'a_qfe.txt', 'CSName  Description  HotFixID   InstalledOn  \r\nWERK-1  Größe       KB4487044  2/13/2019    \r\n'],
  ['qfe-csv', 'a.csv', 'Node,Description,HotFixID,InstalledOn\r\nWERK-1,Größe,KB4487044,2/13/2019\r\n'],
  ['wmic-list', 'a.wmi', '\r\n\r\nCSName=WERK-1\r\nDescription=Größe\r\nHotFixID=KB4487044\r\nInstalledOn=2/13/2019\r\n\r\n'],
  ['registry', 'a.reg', golden('inventory-registry-v4', 'halle_registry.reg').replace('REGEDIT4', 'Windows Registry Editor Version 5.00')],
  ['dism-packages', 'a_dism.txt', golden('inventory-dism-list', 'WERK-11_dism.txt')],
  ['msinfo32-text', 'a.txt', golden('inventory-msinfo-text', 'lager_msinfo32.txt').replace('R2 Standard', 'R2 für Größe')],
]; // prettier-ignore

const wide: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-16LE with mark', (text) => utf16(text, 'le', true)],
  ['UTF-16LE without mark', (text) => utf16(text, 'le', false)],
  ['UTF-16BE with mark', (text) => utf16(text, 'be', true)],
  ['UTF-8 with mark', (text) => new TextEncoder().encode(`\ufeff${text}`)],
];

/** Everything a file says, without what differs with its bytes. */
const said = (reading: object) =>
  JSON.stringify(reading, (key, value: unknown) => (key === 'sha256' || key === 'bytes' ? 0 : value));

describe.each(texts)('%s in every encoding', (format, file, text) => {
  it.each(wide)('%s says what UTF-8 says', async (_, encode) => {
    const plain = await readingOf(new TextEncoder().encode(text), file);
    expect(plain.format).toBe(format);
    expect(JSON.stringify(plain)).toMatch(/Größe|Grüße|5028412|KB4487044/);
    expect(said(await readingOf(encode(text) as BlobPart, file))).toBe(said(plain));
  });
});

/** Text in a page, by the page's own table read backwards. */
function inPage(text: string, page: string): Uint8Array<ArrayBuffer> {
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decodeCodePage(Uint8Array.of(code), page), code] as const),
  );
  return Uint8Array.from(text, (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new Error(`${letter} is not in ${page}`);
    return code;
  });
}

/** Page, tag of a language that uses it, a word with its letters, the word for "installed". */
const pages = [
  ['cp437', 'en-us', 'Größe ½', 'Installed'],
  ['cp850', 'fr', 'français Ø', 'Installé'],
  ['cp852', 'cs', 'Průmysl žluť', 'Nainstalováno'],
  ['ibm866', 'ru', 'Ознакомительная версия', 'Установлено'],
  ['cp857', 'tr', 'İşletme ğ', 'Yüklü'],
] as const;

describe.each(pages)('%s', (page, tag, word, installed) => {
  it('systeminfo: the locale tag tells the page, letters are right, nothing is guessed', async () => {
    const text = systeminfoText({ name: `Windows 10 ${word}`, hotfixes: ['KB4487044'] }).replaceAll(
      'en-us;',
      `${tag};`,
    );
    const reading = await readingOf(inPage(text, page), 'a_systeminfo.txt');
    expect(reading.os && valueOf(reading.os.name)).toBe(`Windows 10 ${word}`);
    expect(reading.warnings.map(({ code }) => code)).not.toContain('encoding-guessed');
    expect(kbsOf(reading)).toEqual([4487044]);
  });

  it('lists of KBs: numbers are right whatever the page, and a guess is said', async () => {
    const table = `CSName  Description  HotFixID   InstalledOn  \r\nWERK-1  ${word.padEnd(11)}  KB4487044  2/13/2019    \r\n`;
    const list = `\r\n\r\nCSName=WERK-1\r\nDescription=${word}\r\nHotFixID=KB4487044\r\nInstalledOn=2/13/2019\r\n\r\n`;
    const csv = `Node,Description,HotFixID,InstalledOn\r\nWERK-1,${word},KB4487044,2/13/2019\r\n`;
    for (const text of [table, list, csv]) {
      const reading = await readingOf(inPage(text, page), 'a_qfe.txt');
      expect(reading).toMatchObject({
        machineName: 'WERK-1',
        hotfixes: { entries: [{ kb: 4487044, installedOn: '2019-02-13' }] },
        warnings: [{ code: 'encoding-guessed' }],
      });
    }
  });

  it('package list: the word for "installed" shows the page', async () => {
    const name = 'Package_for_KB5028412~31bf3856ad364e35~amd64~~19041.3205.1.2';
    const text = `\r\nVersion: 10.0.19041.844\r\n\r\nX: 10.0.19045.3086\r\n\r\nX : ${name}\r\nX : ${installed}\r\nX : Update\r\nX : \r\n\r\n${word}.\r\n`;
    const reading = await readingOf(inPage(text, page), 'a_dism.txt');
    const { table } = mergeRecordedFacts([reading]);
    expect(factOf(table ?? undefined, { kind: 'cbs_package', identity: name })).toMatchObject({ value: 112 });
    expect(kbsOf(reading)).toEqual([5028412]);
  });
});
