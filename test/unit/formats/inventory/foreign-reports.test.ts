import { describe, expect, it } from 'vitest';
import { inventoryFormats } from '../../../../src/formats/index.ts';
import { utf16 } from '../../../support/encode-text.ts';
import { formatOfFile, inventoryRefusal, readAny, readingOf } from '../../../support/read-inventory.ts';

const oval = (items: string) =>
  `<oval_system_characteristics xmlns:x="urn:x"><generator/><system_info><primary_host_name>PC-1</primary_host_name></system_info><system_data>${items}</system_data></oval_system_characteristics>`;
const registry = (more: string, status = '') =>
  `<x:registry_item id="1"${status}><x:hive>HKEY_LOCAL_MACHINE</x:hive><x:key>SOFTWARE\\A</x:key>${more}</x:registry_item>`;

describe('OVAL system characteristics', () => {
  const answer = async (items: string) =>
    (await readingOf(oval(items), 'a.xml')).facts?.facts.map(({ subject, state, reason, value }) => [
      subject.kind,
      state,
      reason ?? value,
    ]);

  it('statuses never collapse: exists, does not exist, not collected, error (section 13.3)', async () => {
    const name = '<x:name>V</x:name>';
    const of = (status: string) => answer(registry(name, ` status="${status}"`));
    expect(await of('does not exist')).toEqual([['reg_value', 'absent', undefined]]);
    expect(await of('not collected')).toEqual([['reg_value', 'unavailable', 'not-collected']]);
    expect(await of('error')).toEqual([['reg_value', 'unavailable', 'error']]);
    expect(await of('a word of a later version')).toEqual([['reg_value', 'unavailable', 'not-collected']]);
  });

  it.each([
    ['a masked value', '<x:type>reg_sz</x:type><x:value mask="true"/>', 'masked'],
    ['a value that failed', '<x:type>reg_sz</x:type><x:value status="error"/>', 'error'],
    ['a number that is none', '<x:type>reg_dword</x:type><x:value>many</x:value>', 'error'],
    ['a number too large', '<x:type>reg_dword</x:type><x:value>4294967296</x:value>', 'error'],
    ['binary data that is none', '<x:type>reg_binary</x:type><x:value>0</x:value>', 'error'],
  ])('%s is unavailable, its key is there', async (_name, more, reason) => {
    expect(await answer(registry(`<x:name>V</x:name>${more}`))).toEqual([
      ['reg_key', 'known', true],
      ['reg_value', 'unavailable', reason],
    ]);
  });

  it('a file below system32 as a 32-bit program sees it is another file', async () => {
    const item = (view: string) =>
      `<x:file_item id="1"><x:filepath>C:\\Windows\\System32\\a.dll</x:filepath><x:windows_view>${view}</x:windows_view></x:file_item>`;
    expect(await answer(item('32_bit'))).toEqual([]);
    expect(await answer(item('64_bit'))).toEqual([['file', 'known', {}]]);
  });

  it('a file without a version and one nobody asked for are told apart', async () => {
    const item = (version: string) =>
      `<x:file_item id="1"><x:filepath>C:\\a.dll</x:filepath>${version}</x:file_item>`;
    expect(await answer(item('<x:version status="does not exist"/>'))).toEqual([
      ['file', 'known', { version: null }],
    ]);
    expect(await answer(item(''))).toEqual([['file', 'known', {}]]);
  });

  it('two items that contradict each other are unavailable, with a warning', async () => {
    const value = (data: string) =>
      registry(`<x:name>V</x:name><x:type>reg_sz</x:type><x:value>${data}</x:value>`);
    const reading = await readingOf(oval(value('a') + value('b')), 'a.xml');
    expect(reading.facts?.facts.at(-1)).toMatchObject({ state: 'unavailable', reason: 'contradiction' });
    expect(reading.warnings.map(({ code }) => code)).toContain('facts-contradict');
  });

  it('answers have grade A, and nothing is complete', async () => {
    expect((await readingOf(oval(registry('')), 'a.xml')).facts).toMatchObject({ grade: 'A', complete: [] });
  });

  it.each([
    ['cut', oval(registry('')).slice(0, -30), 'cut-off'],
    ['broken', oval('<a></b>'), 'not-well-formed'],
    ['nested deeply', oval(`${'<x:a>'.repeat(80)}${'</x:a>'.repeat(80)}`), 'too-deep'],
    ['with a document type', `<!DOCTYPE a>${oval('')}`, 'doctype-refused'],
  ])('%s it is refused by name', async (_name, text, code) => {
    expect(await inventoryRefusal(text, 'a.xml')).toMatchObject({ code, file: 'a.xml' });
  });
});

describe('MBSA reports', () => {
  it('read the name behind the domain, and leave dates unread that read differently elsewhere', async () => {
    const text =
      '<?xml version="1.0" encoding="UTF-16"?><SecScan DisplayName="WERK\\PC-2" Date="7/8/2031 9:02 AM"/>';
    const reading = await readingOf(utf16(text, 'le', true), 'a.mbsa');
    expect(reading).toMatchObject({ machineName: 'PC-2', marks: { domain: 'WERK' }, collectedAt: null });
  });

  it('are refused by name where they are cut', async () => {
    expect(await inventoryRefusal('<SecScan><Check ID="1">', 'a.mbsa')).toMatchObject({ code: 'cut-off' });
  });
});

describe('instances of Win32_PatchState', () => {
  const mof = 'instance of Win32_PatchState\n{\n ID = "MS31-001";\n Status = "Applicable";\n};\n';

  it('a listing of them is told from listings of other classes', async () => {
    const text = '\r\n\r\nID=MS31-001\r\nQNumbers=5001301\r\nStatus=Installed\r\nTitle=T\r\n\r\n';
    expect((await formatOfFile(new File([text], 'a.txt')))?.id).toBe('patch-state');
    const reading = await readingOf(text, 'PC-3.txt');
    expect(reading.reported?.entries).toMatchObject([{ bulletin: 'MS31-001', state: 'installed' }]);
    expect(reading.records?.[0]?.values).toMatchObject({ QNumbers: '5001301' });
  });

  it('a MOF that is cut is refused with the line where its last instance begins', async () => {
    expect(await inventoryRefusal(mof + mof.slice(0, -4), 'a.mof')).toMatchObject({
      code: 'cut-off',
      place: 'line 6',
    });
  });

  it('values in one line, lists and escapes are read', async () => {
    const text =
      'instance of Win32_PatchState { ID = ""; Title = "a \\"b\\" \\\\ c; d"; Languages = {"x", "y"}; Status = "Installed"; };';
    const reading = await readingOf(text, 'a.mof');
    expect(reading.records?.[0]?.values).toMatchObject({ Title: 'a "b" \\ c; d', Languages: 'x, y' });
  });

  it('rows of two machines are refused: nobody knows whose they are', async () => {
    const text = 'Node,ID,QNumbers,Status\nPC-1,MS31-001,1,Installed\nPC-2,MS31-001,1,Installed\n';
    expect(await inventoryRefusal(text, 'a.csv')).toMatchObject({ code: 'several-machines' });
  });

  it('a row of another length is told, not shifted', async () => {
    const text = 'ID,QNumbers,Status,Title\nMS31-001,5001301,Installed,T\nMS31-002,5001302,Installed\n';
    const reading = await readingOf(text, 'a.csv');
    expect(reading.reported?.entries).toHaveLength(1);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['list-cut']);
  });

  it('a MOF of a million braces takes no long time', async () => {
    const text = `instance of Win32_PatchState\n{\n ID = ${'{'.repeat(60_000)}\n};\n`;
    const began = performance.now();
    await readAny(new File([text], 'a.mof'));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('management information files', () => {
  it('an IDMIF describes another thing and is left aside', async () => {
    const text = '//Architecture<Printer>\n//UniqueID<P7>\nStart Component\n Name = "P"\nEnd Component\n';
    expect(await readAny(new File([text], 'a.mif'))).toMatchObject({
      value: { use: 'ignored', reason: 'of-another-thing' },
    });
  });

  it.each([
    ['a block without end', 'Start Component\n Start Group\n  Name = "A"\n', 'cut-off'],
    ['an end without start', 'Start Component\nEnd Group\n', 'not-well-formed'],
    ['blocks without bottom', `Start Component\n${'Start Group\n'.repeat(50)}`, 'too-deep'],
  ])('with %s is refused with its line', async (_name, text, code) => {
    expect(await inventoryRefusal(text, 'a.mif')).toMatchObject({ code, file: 'a.mif' });
  });

  it('names of JavaScript objects are values or none', async () => {
    const text =
      'Start Component\nStart Group\nName = "__proto__"\nStart Attribute\nName = "constructor"\nValue = "x"\nEnd Attribute\nStart Attribute\nName = "a"\nValue = "y"\nEnd Attribute\nEnd Group\nEnd Component\n';
    const reading = await readingOf(text, 'a.mif');
    expect(reading.records).toMatchObject([{ group: '__proto__', values: { a: 'y' } }]);
    expect(Object.keys(reading.records?.[0]?.values ?? {})).toEqual(['a']);
  });
});

it('formats without a real sample say so', () => {
  const without = inventoryFormats.filter(({ sample }) => sample === 'none').map(({ id }) => id);
  expect(without).toEqual(expect.arrayContaining(['sms-report', 'oval', 'mbsa', 'patch-state', 'mif']));
  expect(without).not.toContain('wua-results');
});
