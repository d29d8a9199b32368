import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeMachines, valueOf } from '../../../../src/domain/index.ts';
import type { InventoryReading } from '../../../../src/domain/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { kbsOf, readAny, readingOf } from '../../../support/read-inventory.ts';

const folders = ['systeminfo', 'wmic-qfe-table', 'wmic-list', 'clixml'];
const ignored = [
  '7-Win32_Processor.wmi',
  'proxmox-Win32_Bios.wmi',
  'win7-sp1-x64-Win32_OperatingSystem.wmi',
  'E16_GetDotNetDllFileVersions.xml',
  'E16_GetVisualCRedistributableInstalledVersion.xml',
  'E16_Win32_OperatingSystem.xml',
  'E19_GetServerRebootPending1.xml',
  'E19_RemoteRegistryValueProductName.xml',
];

function realFiles(): readonly (readonly [folder: string, name: string])[] {
  if (!hasData('inventory')) return [];
  return folders.flatMap((folder) =>
    readdirSync(join(dataFolder, 'inventory', folder)).map((name) => [folder, name] as const),
  );
}

function realFile(folder: string, name: string): File {
  return new File([readFileSync(join(dataFolder, 'inventory', folder, name))], name);
}

/**
 * ASCII letters of a file, whatever its encoding: zero bytes of UTF-16 are dropped. Ids, versions and
 * labels' numbers are ASCII in every sample (inventory-sources, section 2).
 */
function asciiLines(folder: string, name: string): string[] {
  const text = readFileSync(join(dataFolder, 'inventory', folder, name)).toString('latin1');
  return text.replaceAll('\0', '').split(/\r*\n/);
}

const numberOf = (id: string): number[] => {
  const digits = /^(?:KB|Q)?(\d{6,7})(?!\d)/.exec(id)?.[1];
  return digits === undefined ? [] : [Number(digits)];
};

/** KBs of a systeminfo file by another way: items of a KB's shape, without the last one of a cut list. */
function listedBySearch(name: string): number[] {
  const lines = asciiLines('systeminfo', name);
  const isItem = (line: string) => /^\s+\[\d+/.test(line);
  const first = lines.findIndex((line) => /^\s+\[0?1\] ?: (?:KB\d|Q\d|File 1|\d{6}|\{)/.test(line));
  const end = lines.findIndex((line, at) => at > first && !isItem(line));
  const items = lines.slice(first, end);
  const declared = Number(/\d+/.exec((lines[first - 1] ?? '').replace(/^[^:]*:/, ''))?.[0]);
  const whole = declared > items.length ? items.slice(0, -1) : items;
  return whole.flatMap((line) => numberOf(line.replace(/^\s+\[\d+\] ?: /, '')));
}

/** KBs of a wmic table by another way: the first id behind two blanks, or the last one of a `File 1` row. */
function tabledBySearch(name: string): number[] {
  return asciiLines('wmic-qfe-table', name).flatMap((line) => {
    if (/ File 1 /.test(line)) return numberOf(line.match(/KB\d{6,7}/g)?.at(-1) ?? '');
    const id = /(?:^| {2})(KB\d{6,7}|Q\d{6}|94\d{4})(?=[ v_-]|$)/.exec(line)?.[1];
    return numberOf(id ?? '');
  });
}

const unique = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);

/** Version by the beginning of the name its collector gave the file. */
const versions: readonly (readonly [start: string, version: string, servicePack: number])[] = [
  ['10_1803', '10.0.17134', 0],
  ['10_1809', '10.0.17763', 0],
  ['10_21H1', '10.0.19043', 0],
  ['10_21H2', '10.0.19044', 0],
  ['10_22H2', '10.0.19045', 0],
  ['10_rtm', '10.0.10240', 0],
  ['11_21H2', '10.0.22000', 0],
  ['7_sp1', '6.1.7601', 1],
  ['8.1_u1', '6.3.9600', 0],
  ['srv_2003_sp1', '5.2.3790', 1],
  ['srv_2003r2_sp2', '5.2.3790', 2],
  ['srv_2008_rtm', '6.0.6001', 1],
  ['srv_2012r2', '6.3.9600', 0],
  ['srv_2019', '10.0.17763', 0],
  ['vista_x64_sp0', '6.0.6000', 0],
  ['vista_x64_sp1', '6.0.6001', 1],
  ['vista_x64_sp2', '6.0.6002', 2],
  ['xp_rtm', '5.1.2600', 0],
  ['xp_sp1', '5.1.2600', 1],
  ['xp_sp2_x64', '5.2.3790', 2],
  ['xp_sp2_x86', '5.1.2600', 2],
];

async function realReadings(): Promise<InventoryReading[]> {
  const readings: InventoryReading[] = [];
  for (const [folder, name] of realFiles()) {
    const result = await readAny(realFile(folder, name));
    if (result?.ok && result.value.use === 'reading') readings.push(result.value.reading);
  }
  return readings;
}

describe.skipIf(!hasData('inventory'))('the real inventory files', () => {
  const inFolder = (wanted: string) =>
    realFiles().flatMap(([folder, name]) => (folder === wanted ? [name] : []));

  it.each(inFolder('systeminfo'))('systeminfo %s', async (name) => {
    const reading = await readingOf(await realFile('systeminfo', name).arrayBuffer(), name);
    const expected = versions.find(([start]) => name.startsWith(start));
    const { os } = reading;
    expect(os && [valueOf(os.version), valueOf(os.servicePack)]).toEqual(expected?.slice(1));
    // Names without an architecture are of x64 machines, by the tables of the samples' page.
    expect(os && valueOf(os.architecture)).toBe(name.includes('x86') ? 'x86' : 'x64');
    expect(os && valueOf(os.role)).toBe(name.startsWith('srv') ? 'server' : 'client');
    expect(kbsOf(reading)).toEqual(unique(listedBySearch(name)));
    const isCut = /(?:7_sp1_x64_enterprise_en-us_20190305|ultimaten_de|xp_sp2_x64)_systeminfo/.test(name);
    expect(reading.hotfixes?.completeness).toBe(isCut ? 'cut' : 'complete');
    expect(reading.machineName).toEqual(
      name.includes('education_es') ? null : expect.stringMatching(/^[\w-]+$/),
    );
  });

  it.each(inFolder('wmic-qfe-table'))('wmic table %s', async (name) => {
    const reading = await readingOf(await realFile('wmic-qfe-table', name).arrayBuffer(), name);
    expect(kbsOf(reading)).toEqual(unique(tabledBySearch(name)));
    const rows = asciiLines('wmic-qfe-table', name).filter((line) => /\S {2,}\S/.test(line.trim()));
    const before = rows.findIndex((line) => line.includes('HotFixID'));
    expect(reading.hotfixes?.entries).toHaveLength(rows.length - before - 1);
    expect(reading.hotfixes?.completeness).toBe('complete');
    const hasNames = asciiLines('wmic-qfe-table', name).some((line) => line.includes('CSName'));
    expect(reading.machineName !== null).toBe(hasNames);
  });

  it('the list of XP and the objects of an Exchange server are read', async () => {
    const [list, objects] = [
      await readingOf(
        await realFile('wmic-list', 'xp-Win32_QuickFixEngineering.wmi').arrayBuffer(),
        'xp-Win32_QuickFixEngineering.wmi',
      ),
      await readingOf(await realFile('clixml', 'E19_GetHotFix.xml').arrayBuffer(), 'E19_GetHotFix.xml'),
    ];
    const lines = asciiLines('wmic-list', 'xp-Win32_QuickFixEngineering.wmi');
    expect(list.hotfixes?.entries).toHaveLength(lines.filter((line) => line.startsWith('HotFixID=')).length);
    expect(list.machineName).toMatch(/^ORDI-DE-/);
    expect(objects).toMatchObject({ machineName: 'SOLO-E19A' });
    expect(objects.hotfixes?.entries.map((entry) => [entry.kb, entry.installedOn])).toEqual([
      [4486153, '2020-02-27'],
      [4464455, '2018-10-29'],
    ]);
  });

  it('the other eight files of these folders are ignored, the other 45 are used', async () => {
    const left: string[] = [];
    for (const [folder, name] of realFiles()) {
      const result = await readAny(realFile(folder, name));
      if (result?.ok && result.value.use === 'ignored') left.push(name);
    }
    expect(left.sort()).toEqual([...ignored].sort());
    expect(await realReadings()).toHaveLength(45);
  });

  it('every file of the other folders without a reader of its own is recognised and left aside', async () => {
    for (const folder of ['appx-text', 'cab-container']) {
      for (const name of readdirSync(join(dataFolder, 'inventory', folder))) {
        expect([name, await readAny(realFile(folder, name))]).toMatchObject([
          name,
          { value: { use: 'ignored' } },
        ]);
      }
    }
  });

  it('the 45 files are 30 machines, two of which have several builds', async () => {
    const readings = (await realReadings()).map((reading) => ({ reading, importedAt: 0, givenName: null }));
    const { machines, warnings } = mergeMachines(readings, {}, () => true);
    expect(machines).toHaveLength(30);
    expect(warnings.map((warning) => [warning.code, warning.details['machine']])).toEqual([
      ['two-builds-one-name', 'DESKTOP-92B51CV'],
      ['two-builds-one-name', 'WINVISTASP0X64'],
    ]);
    const named = (name: string) => machines.find((machine) => machine.name === name);
    // The list of wmic, 276 rows, completes the one that systeminfo cut after 245 items.
    expect(named('WIN7SP1X64')?.hotfixes).toMatchObject({ completeness: 'complete' });
    expect(named('WIN7SP1X64')?.hotfixes.entries).toHaveLength(276);
    expect(named('WINVISTASP0X64')).toMatchObject({ history: [{}, {}] });
    expect(named('LAPTOP')?.files).toHaveLength(3);
    expect(named('10_1809_x64_education_es')).toBeDefined();
    const cut = machines.filter((machine) => machine.incomplete.includes('hotfix-list-cut'));
    expect(cut.map((machine) => machine.name)).toEqual(['OLI7-PC', 'USER-8CEF73C787']);
    const factless = machines.filter((machine) => machine.incomplete.includes('os-facts-missing'));
    expect(factless.map((machine) => machine.name)).toEqual(['ORDI-DE-GONÉRI', 'SOLO-E19A', 'WINXPSP3']);
  });
});
