import { describe, expect, it } from 'vitest';
import { fileStem } from '../../../../src/formats/index.ts';
import { inventoryRefusal, kbsOf, readAny, readingOf } from '../../../support/read-inventory.ts';

const header =
  'Caption  CSName  Description  FixComments  HotFixID   InstallDate  InstalledBy  InstalledOn  ';
const row = (machine: string, id: string, end = '  '.repeat(20)) =>
  `         ${machine.padEnd(8)}Update                    ${id}${end}`;

describe('hotfix lists', () => {
  it('a table that ends inside its last id gives no wrong KB', async () => {
    const reading = await readingOf(
      `${header}\r\n${row('A', 'KB4487044')}\r\n${row('A', 'KB4487', '')}`,
      'a_qfe.txt',
    );
    expect(kbsOf(reading)).toEqual([4487044]);
    expect(reading.hotfixes?.completeness).toBe('cut');
  });

  it('a table that ends before the id of its last row is cut', async () => {
    const reading = await readingOf(
      `${header}\r\n${row('A', 'KB4487044')}\r\n         A       Upd`,
      'a_qfe.txt',
    );
    expect(kbsOf(reading)).toEqual([4487044]);
    expect(reading.hotfixes?.completeness).toBe('cut');
  });

  it('seven digits at the very end are whole', async () => {
    const reading = await readingOf(`${header}\r\n${row('A', 'KB4487044', '')}`, 'a_qfe.txt');
    expect(kbsOf(reading)).toEqual([4487044]);
    expect(reading.hotfixes?.completeness).toBe('complete');
  });

  it('one column is a table too', async () => {
    const reading = await readingOf('HotFixID   \r\r\nKB4487044  \r\r\nKB976902   \r\r\n\r\r\n', 'a_qfe.txt');
    expect(kbsOf(reading)).toEqual([976902, 4487044]);
  });

  it('the text of Get-HotFix is read, its dates are not, a shortened id is dropped', async () => {
    const text = [
      'Source        Description      HotFixID      InstalledBy          InstalledOn',
      '------        -----------      --------      -----------          -----------',
      'ALPHA         Update           KB5031539     NT AUTHORITY\\SYSTEM  11/12/2023 12:00:00 AM',
      'ALPHA         Update           KB50315...    NT AUTHORITY\\SYSTEM  11/12/2023 12:00:00 AM',
    ].join('\r\n');
    const reading = await readingOf(`\r\n${text}\r\n`, 'list.txt');
    expect(reading).toMatchObject({ machineName: 'ALPHA', hotfixes: { completeness: 'cut' } });
    expect(reading.hotfixes?.entries).toMatchObject([{ kb: 5031539, installedOn: null }]);
  });

  it('refuses rows of several machines and names the line of the second', async () => {
    const error = await inventoryRefusal(
      `${header}\r\n${row('A', 'KB4487044')}\r\n${row('B', 'KB4487044')}\r\n`,
      'q.txt',
    );
    expect(error).toMatchObject({ code: 'several-machines', place: 'line 3', details: { machines: 2 } });
  });

  it('a listing whose last record lacks properties is cut', async () => {
    const record = (id: string) => `\r\n\r\nCSName=A\r\nDescription=Update\r\nHotFixID=${id}\r\nStatus=\r\n`;
    const whole = await readingOf(record('KB4487044') + record('KB4487038'), 'a.txt');
    expect(whole.hotfixes?.completeness).toBe('complete');
    const text = record('KB4487044') + record('KB4487038');
    const cut = await readingOf(text.slice(0, text.lastIndexOf('KB4487038') + 6), 'a.txt');
    expect(cut.hotfixes?.completeness).toBe('cut');
    expect(kbsOf(cut)).toEqual([4487044]);
  });

  it('a listing with an empty line after every property is the same listing', async () => {
    const record = (id: string) => `CSName=A\r\nDescription=Update\r\nHotFixID=${id}\r\nStatus=\r\n`;
    const text = `\r\n${record('KB4487044')}\r\n${record('KB4487038')}`.replaceAll('\r\n', '\r\n\r\n');
    expect(kbsOf(await readingOf(text, 'a.txt'))).toEqual([4487038, 4487044]);
  });

  it.each([
    ['10_1809_x64_education_en-us_20190306_systeminfo.txt', '10_1809_x64_education_en-us_20190306'],
    ['7_sp1_fr_systeminfo_cmd.txt', '7_sp1_fr'],
    ['srv_2012r2_u1_systeminfo2.txt', 'srv_2012r2_u1'],
    ['PC1_QFE.TXT', 'PC1'],
    ['xp-Win32_QuickFixEngineering.wmi', 'xp'],
    ['inventory.of.pc7.txt', 'inventory.of.pc7'],
    ['systeminfo.txt', 'systeminfo'],
  ])('%s has the stem %s', (name, stem) => {
    expect(fileStem(name)).toBe(stem);
  });

  it('CLIXML with a document type declaration, cut or mis-nested is refused with its line', async () => {
    const open = '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">';
    const good = `${open}\n<Obj RefId="0"><Props><S N="HotFixID">KB4487044</S></Props></Obj>\n</Objs>`;
    expect(kbsOf(await readingOf(good, 'a.xml'))).toEqual([4487044]);
    const doctype = `<!DOCTYPE Objs [<!ENTITY a "b">]>\n${good}`;
    expect(await inventoryRefusal(doctype, 'a.xml')).toMatchObject({
      code: 'doctype-refused',
      file: 'a.xml',
    });
    expect(await inventoryRefusal(good.slice(0, -8), 'a.xml')).toMatchObject({ code: 'cut-off' });
    const crossed = await inventoryRefusal(good.replace('</S></Props>', '</Props></S>'), 'a.xml');
    expect(crossed).toMatchObject({ code: 'not-well-formed', file: 'a.xml' });
    expect(crossed.place).toMatch(/^line 2/);
  });

  it('properties called like parts of JavaScript objects are values like others or none', async () => {
    const text =
      '<Objs xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj><Props><S N="__proto__">x</S>' +
      '<S N="HotFixID">KB4487044</S></Props></Obj></Objs>';
    expect(kbsOf(await readingOf(text, 'a.xml'))).toEqual([4487044]);
    expect(Object.prototype).not.toHaveProperty('x');
  });

  it.each([
    ['a.txt', 'NAME: App\nPUBLISHER: Example\nPUBID: x\n', 'appx'],
    ['a.cab', 'MSCF\0\0\0\0rest', 'cabinet'],
    ['a.txt', '\r\n', 'empty-answer'],
    ['a.txt', '\r\n\r\nCaption=x64 Family\r\nCreationClassName=Win32_Processor\r\nName=CPU\r\n', 'wmic-list'],
  ])('%s beginning %j is recognised as %s and left aside', async (name, content, format) => {
    const result = await readAny(new File([content], name));
    expect(result).toMatchObject({ ok: true, value: { use: 'ignored', format } });
  });

  it('an update file that is a cabinet is not left aside', async () => {
    expect(await readAny(new File(['MSCF\0\0\0\0rest'], 'windows10.0-kb4487044-x64.msu'))).toBeNull();
  });

  it('settings of other programs and prose are not claimed', async () => {
    for (const text of [
      'PATH=C:\\x\r\nHOME=C:\\y\r\n',
      '[a]\r\nName=x\r\n',
      'Dear colleague: KB4487044 is out.',
      '{}',
    ]) {
      expect(await readAny(new File([text], 'a.txt'))).toBeNull();
    }
  });
});
