import { describe, expect, it } from 'vitest';
import { mergeMachines, valueOf } from '../../../src/domain/index.ts';
import { osFact } from '../../../src/scan/leaves/os-facts.ts';
import { readingOf } from '../../support/read-inventory.ts';
import { systeminfoText } from '../../support/systeminfo-text.ts';

const exported = (type: string) =>
  'Windows Registry Editor Version 5.00\r\n\r\n' +
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]\r\n' +
  '"CurrentBuild"="19045"\r\n"CurrentVersion"="6.3"\r\n"UBR"=dword:00000c0e\r\n\r\n' +
  `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\ProductOptions]\r\n"ProductType"="${type}"\r\n\r\n`;
const agent = (arch: string) =>
  '<REQUEST><CONTENT><HARDWARE><NAME>PC1</NAME></HARDWARE><OPERATINGSYSTEM><KERNEL_NAME>MSWin32</KERNEL_NAME>' +
  `<KERNEL_VERSION>10.0.19045</KERNEL_VERSION><ARCH>${arch}</ARCH></OPERATINGSYSTEM></CONTENT></REQUEST>`;

async function machineOf(files: Readonly<Record<string, string>>) {
  const readings = await Promise.all(Object.entries(files).map(([name, text]) => readingOf(text, name)));
  const named = readings.map((reading) => ({ reading, importedAt: 0, givenName: null }));
  const { machines, warnings } = mergeMachines(named, {}, () => true);
  expect(machines).toHaveLength(1);
  const [machine] = machines;
  if (!machine) throw new Error('no machine');
  return { os: machine.os, machine, warnings };
}

describe('operating system facts of several files of one machine', () => {
  it('complete each other without a word where they agree', async () => {
    const { os, warnings } = await machineOf({
      'PC1_systeminfo.txt': systeminfoText({ host: 'PC1' }),
      'PC1_registry.reg': exported('WinNT'),
    });
    expect([valueOf(os.ubr), valueOf(os.role), valueOf(os.architecture)]).toEqual([3086, 'client', 'x64']);
    expect(warnings).toEqual([]);
  });

  it('equals that differ leave the fact unavailable, and both files are named', async () => {
    const { os, warnings } = await machineOf({
      'PC1_systeminfo.txt': systeminfoText({ host: 'PC1' }),
      'PC1_registry.reg': exported('ServerNT'),
    });
    expect(valueOf(os.role)).toBeNull();
    expect(warnings).toEqual([
      {
        code: 'os-facts-contradict',
        file: 'PC1_registry.reg',
        details: { fact: 'role', first: 'PC1_registry.reg', second: 'PC1_systeminfo.txt', counts: '' },
      },
    ]);
  });

  it('stronger evidence counts against an agent, and the warning says which file', async () => {
    const { os, machine, warnings } = await machineOf({
      'PC1_systeminfo.txt': systeminfoText({ host: 'PC1' }),
      'PC1_fusion.xml': agent('32-bit'),
    });
    expect(valueOf(os.architecture)).toBe('x64');
    // Rules that ask the operating system get the same answer.
    expect(osFact(machine, 'architecture')).toMatchObject({ value: 9, file: 'PC1_systeminfo.txt' });
    expect(warnings).toMatchObject([
      {
        code: 'os-facts-contradict',
        details: { fact: 'architecture', counts: 'PC1_systeminfo.txt', second: 'PC1_fusion.xml' },
      },
    ]);
  });
});
