import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../../src/domain/index.ts';
import { inventoryRefusal, kbsOf, readingOf } from '../../../support/read-inventory.ts';
import { systeminfoText } from '../../../support/systeminfo-text.ts';

const read = (text: string, name = 'alpha_systeminfo.txt') => readingOf(text, name);

describe('systeminfo', () => {
  it('gives every fact the line it was read in', async () => {
    const { os } = await read(systeminfoText({ hotfixes: ['KB5031539'] }));
    const evidence = os?.version.state === 'known' ? os.version.evidence : null;
    expect(evidence).toMatchObject({ file: 'alpha_systeminfo.txt', line: 4 });
    expect(evidence?.text).toMatch(/^OS Version: +10\.0\.19045 N\/A Build 19045$/);
    expect(evidence?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(os?.ubr).toEqual({ state: 'unavailable', reason: 'not-collected' });
  });

  it.each([
    ['x64-based PC', 'x64'],
    ['X86-based PC', 'x86'],
    ['ARM64-based PC', 'arm64'],
    ['x64-basierter PC', 'x64'],
  ])('%s is %s', async (type, expected) => {
    const { os } = await read(systeminfoText({ type }));
    expect(os && valueOf(os.architecture)).toBe(expected);
  });

  it.each([
    ['6.1.7601 Service Pack 1 Build 7601', '6.1.7601', 1],
    ['5.1.2600 Build 2600', '5.1.2600', 0],
    ['5.2.3790 Service Pack 2 Build 3790', '5.2.3790', 2],
    ['10.0.26100 N/A Build 26100', '10.0.26100', 0],
    ['6.1.7601 Пакет обновления 1 построение 7601', '6.1.7601', 1],
  ])('reads %s', async (written, version, servicePack) => {
    const { os } = await read(systeminfoText({ version: written }));
    expect(os && [valueOf(os.version), valueOf(os.servicePack)]).toEqual([version, servicePack]);
  });

  it.each([
    ['Microsoftr Windows Serverr 2008 Standard', 'server'],
    ['Microsoft Hyper-V Server 2016', 'server'],
    ['MICROSOFT WINDOWS SERVER 2022', 'server'],
    ['Microsoft Windows 11 Enterprise', 'client'],
  ])('%s is a %s', async (name, role) => {
    const { os } = await read(systeminfoText({ name }));
    expect(os && valueOf(os.role)).toBe(role);
  });

  it('makes no complete list of one with an entry that means to be a KB number and is none', async () => {
    const hotfixes = ['KB5031539', 'KB99999999999999999999', 'KB5031540'];
    const { hotfixes: list, warnings } = await read(systeminfoText({ hotfixes }));
    expect(list?.completeness).toBe('cut');
    expect(list?.entries.map(({ kb }) => kb)).toEqual([5031539, null, 5031540]);
    expect(warnings).toMatchObject([
      { code: 'kb-not-readable', details: { id: 'KB99999999999999999999', count: 1 } },
    ]);
  });

  it('knows every item shape and makes a KB number of none that has none', async () => {
    const hotfixes = ['KB893803v2', 'KB2803821-v2 - Update', 'Q147222', 'File 1', '943729', 'KB4487044'];
    const reading = await read(
      systeminfoText({ hotfixes: [...hotfixes, '{11111111-2222-3333-4444-555555555555}'] }),
    );
    expect(reading.hotfixes?.entries.map((entry) => entry.kb)).toEqual([
      893803,
      2803821,
      147222,
      null,
      943729,
      4487044,
      null,
    ]);
  });

  it('a number with too few digits in the middle of a list is no KB', async () => {
    const reading = await read(systeminfoText({ hotfixes: ['KB2862', 'KB4487044'] }));
    expect(kbsOf(reading)).toEqual([4487044]);
  });

  it('always drops the last item of a list with fewer items than declared', async () => {
    const text = systeminfoText({ declared: '5 Hotfix(s) Installed.', hotfixes: ['KB4487044', 'KB4487038'] });
    const reading = await read(text);
    expect(reading.hotfixes?.completeness).toBe('cut');
    expect(kbsOf(reading)).toEqual([4487044]);
    expect(reading.warnings).toMatchObject([{ code: 'list-cut', details: { declared: 5, read: 1 } }]);
  });

  it('a list with more items than declared proves no absence', async () => {
    const text = systeminfoText({ declared: '1 Hotfix(s) Installed.', hotfixes: ['KB4487044', 'KB4487038'] });
    const reading = await read(text);
    expect(reading.hotfixes?.completeness).toBe('cut');
    expect(kbsOf(reading)).toEqual([4487038, 4487044]);
  });

  it('a file that ends inside the last item gives no wrong KB', async () => {
    const text = systeminfoText({ hotfixes: ['KB4487044', 'KB4487038'] });
    const reading = await read(text.slice(0, text.indexOf('KB4487038') + 8));
    expect(reading.hotfixes?.completeness).toBe('cut');
    expect(kbsOf(reading)).toEqual([4487044]);
  });

  it('N/A is a complete empty list', async () => {
    const reading = await read(systeminfoText({ name: 'Microsoft Windows Server 2022 Standard' }));
    expect(reading.hotfixes).toEqual({ completeness: 'complete', entries: [] });
  });

  it('INV09 a missing hotfix line is a missing list, never an empty one; the other facts stand', async () => {
    const reading = await read(systeminfoText({ declared: null }));
    expect(reading.hotfixes).toBeNull();
    expect(reading.warnings).toMatchObject([{ code: 'section-missing', details: { section: 'hotfixes' } }]);
    expect(reading.os && valueOf(reading.os.version)).toBe('10.0.19045');
  });

  it('INV09 not even when the logon server is N/A and stands above the network cards', async () => {
    const text = systeminfoText({ declared: null }).replace('\\\\ALPHA', 'N/A');
    expect((await read(text)).hotfixes).toBeNull();
  });

  it('INV09 a missing system type leaves only the architecture unknown', async () => {
    const text = systeminfoText({ hotfixes: ['KB4487044'] }).replace(/^System Type.*\r\n/m, '');
    const { os } = await read(text);
    expect(os?.architecture.state).toBe('unavailable');
    expect(os && valueOf(os.servicePack)).toBe(0);
  });

  it('a name that no computer can have counts as missing', async () => {
    for (const host of ['...', '***', '<removed>', 'N/A', '<img src=x onerror=alert(1)>', 'A\u202eB']) {
      const reading = await read(systeminfoText({ host }));
      expect(reading.machineName).toBeNull();
      expect(reading.warnings.map((warning) => warning.code)).toEqual(['name-not-legal']);
      expect(reading.warnings[0]?.details['line']).toBe(2);
    }
  });

  it('a name of another operating system is a warning, and the build stands', async () => {
    const reading = await read(systeminfoText().replace(/^(OS Name: +).*$/m, '$1Foo OS'));
    expect(reading.warnings).toMatchObject([
      { code: 'os-name-differs', details: { name: 'Foo OS', version: '10.0.19045', line: 3 } },
    ]);
    expect(reading.os && valueOf(reading.os.version)).toBe('10.0.19045');
  });

  it('a prompt and a command before the output are no machine', async () => {
    const text = `Microsoft Windows [Version 10.0.19045.3693]\r\n\r\nC:\\>systeminfo\r\n${systeminfoText()}`;
    const reading = await read(text);
    expect(reading.machineName).toBe('ALPHA');
  });

  it('refuses two outputs in one file and names the line of the second', async () => {
    const first = systeminfoText();
    const error = await inventoryRefusal(first + systeminfoText({ host: 'BETA' }), 'all.txt');
    const line = first.split('\r\n').length + 1;
    expect(error).toMatchObject({ code: 'several-machines', file: 'all.txt', place: `line ${line}` });
  });

  it('refuses a version line that contradicts itself', async () => {
    const error = await inventoryRefusal(systeminfoText({ version: '10.0.19045 N/A Build 17763' }), 'a.txt');
    expect(error).toMatchObject({ code: 'os-facts-inconsistent', file: 'a.txt', place: 'line 4' });
  });

  it('product id and time of installation tell a renamed machine', async () => {
    const before = await read(systeminfoText({ host: 'OLD' }));
    const after = await read(systeminfoText({ host: 'NEW' }));
    expect(before.installation).toBe('00330-11111-22222-AA333 1/2/2023, 3:04:05 AM');
    expect(after.installation).toBe(before.installation);
  });
});
