import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../../support/cli.ts';
import { dataFolder, hasData } from '../../support/data.ts';
import { readCatalog, readMachines } from '../../support/independent-msrc.ts';
import { IndependentStates } from '../../support/independent-states.ts';
import { schemaFaults } from '../../support/scan-schema.ts';

interface Result {
  readonly catalogs: readonly { readonly edition: string; readonly updates: number }[];
  readonly machines: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly states: readonly { readonly machine: string; readonly update: string; readonly state: string }[];
  readonly ignored: readonly { readonly file: string }[];
  readonly rejected: readonly unknown[];
}

const kinds = ['systeminfo', 'wmic-qfe-table', 'wmic-list', 'clixml'];
const folders = kinds.map((kind) => join(dataFolder, 'inventory', kind));
const files = (folder: string) => readdirSync(folder).map((name) => join(folder, name));
const timeout = 180_000;

describe.skipIf(!hasData('msrc') || !hasData('inventory'))(
  'real documents and inventories (needs PATCHFERRY_DATA)',
  () => {
    let text = '';
    let result: Result;

    beforeAll(() => {
      buildCli();
      const run = runCli(['scan', '--all', '--catalog', join(dataFolder, 'msrc'), '--inventory', ...folders]);
      expect(run.exit).toBe(0);
      text = run.stdout;
      result = JSON.parse(text);
    }, buildTimeout);

    it('takes thirteen documents with the KBs of the format page', () => {
      // msrc-cvrf, section 2, table of real counts, column KBs.
      const counted = result.catalogs.map(({ edition, updates }) => [edition.split('@')[0], updates]);
      expect(Object.fromEntries(counted)).toEqual({
        '2016-Nov': 67,
        '2018-Oct': 40,
        '2019-Feb': 85,
        '2019-Mar': 40,
        '2019-Dec': 39,
        '2020-Jun': 42,
        '2021-Sep': 30,
        '2022-Nov': 69,
        '2023-Jun': 49,
        '2024-Mar': 24,
        '2025-Dec': 55,
        '2026-Jan': 27,
        '2026-Feb': 29,
      });
    });

    it('imports 45 inventories and ignores the other 8 files of their folders', () => {
      const unused = [
        '7-Win32_Processor.wmi',
        'E16_GetDotNetDllFileVersions.xml',
        'E16_GetVisualCRedistributableInstalledVersion.xml',
        'E16_Win32_OperatingSystem.xml',
        'E19_GetServerRebootPending1.xml',
        'E19_RemoteRegistryValueProductName.xml',
        'proxmox-Win32_Bios.wmi',
        'win7-sp1-x64-Win32_OperatingSystem.wmi',
      ];
      const beside = ['PROVENANCE.md'];
      expect(result.ignored.map(({ file }) => file)).toEqual([...unused, ...beside].sort());
      expect(result.rejected).toEqual([]);
      // 53 files less 8. WINVISTASP0X64 leaves two and DESKTOP-92B51CV one behind as history.
      expect(folders.flatMap(files)).toHaveLength(53);
      expect(result.machines.flatMap((machine) => machine.files)).toHaveLength(45 - 3);
    });

    it('gives every pair of machine and update one state', () => {
      const pairs = new Set(result.states.map(({ machine, update }) => `${machine}\0${update}`));
      expect(pairs.size).toBe(result.states.length);
      // 579 KBs (msrc-cvrf, section 2) besides the click-to-run entries.
      const kbs = new Set(result.states.map(({ update }) => update).filter((id) => id.startsWith('msrc:KB')));
      expect(kbs.size).toBe(579);
      expect(result.states.length % result.machines.length).toBe(0);
    });

    it('passes the schema', () => {
      expect(schemaFaults(result)).toEqual([]);
    });

    it('agrees with the independent reading of the rules, state by state', () => {
      const states = new IndependentStates(readCatalog(join(dataFolder, 'msrc')));
      const machines = readMachines(folders.flatMap(files));
      const said = new Map(
        result.states.map((row) => [`${row.machine.toLowerCase()} ${row.update}`, row.state]),
      );
      const differences: string[] = [];
      for (const machine of machines) {
        for (const kb of states.kbs) {
          const pair = `${machine.name} msrc:KB${kb}`;
          const [own, independent] = [said.get(pair), states.stateOf(kb, machine)];
          if (own !== independent) differences.push(`${pair}: ${own}, independently ${independent}`);
        }
      }
      expect(machines.map(({ name }) => name).sort()).toEqual(
        result.machines.map(({ name }) => name.toLowerCase()).sort(),
      );
      expect(differences).toEqual([]);
    });

    it.each(['reference', 'rows'])(
      'gives the same bytes by the %s engine and in another order',
      (engine) => {
        const shuffled = [...folders.flatMap(files)].reverse();
        const documents = files(join(dataFolder, 'msrc')).reverse();
        const words = [
          'scan',
          '--inventory',
          ...shuffled,
          '--engine',
          engine,
          '--catalog',
          ...documents,
          '--all',
        ];
        expect(runCli(words).stdout === text).toBe(true);
      },
      timeout,
    );
  },
);
