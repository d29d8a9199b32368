import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../../support/cli.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const golden = join(repository, 'test/golden/cli-build-revisions/input');
const small = ['--catalog', '2021-Sep.xml', '--inventory', 'low_systeminfo.txt'];

let folder: string;
beforeAll(buildCli, buildTimeout);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-line-'));
  cpSync(golden, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('command line', () => {
  it('writes nothing but the result to standard output, the same as to a file', () => {
    const printed = runCli(['scan', ...small], folder);
    expect(printed.exit).toBe(0);
    expect(JSON.parse(printed.stdout).format).toBe('patchferry-scan/1');
    const written = runCli(['scan', ...small, '--out', 'result.json'], folder);
    expect(written.stdout).toBe('');
    expect(readFileSync(join(folder, 'result.json'), 'utf8')).toBe(printed.stdout);
  });

  it('finds paths relative to where the user stands when npm runs it', () => {
    const { INIT_CWD: _from, ...env } = process.env;
    const run = spawnSync('npm', ['--prefix', repository, 'run', '-s', 'cli', '--', 'scan', ...small], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(run.stderr).toContain('1 catalog, 1 inventory, 1 machine');
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout).machines).toHaveLength(1);
  });

  it('shows help and version', () => {
    const help = runCli(['--help']);
    expect(help.exit).toBe(0);
    for (const word of [
      'scan',
      'explain',
      '--catalog',
      '--ubr',
      '--engine',
      '--all',
      '--json',
      'Exit code',
    ]) {
      expect(help.stdout).toContain(word);
    }
    expect(runCli(['--version']).stdout).toMatch(/^patchferry \d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['scan'], '"--catalog" is missing'],
    [['scan', '--catalog', 'gone.xml', '--inventory', '.'], 'there is no such file or folder'],
    [['scan', ...small, '--out', 'no/such/folder.json'], 'there is no folder'],
    [['scan', ...small, '--out', '.'], 'is a folder: name a file in it'],
    [['scan', ...small, '--ubr', '.'], 'is a folder'],
    [
      ['explain', ...small, '--machine', 'nobody', '--update', 'KB4900001'],
      'There is no machine "nobody". There are: LOW',
    ],
    [['explain', ...small, '--machine', 'low', '--update', 'KB1'], 'Nearest: msrc:KB4900001, msrc:KB4900009'],
  ])('ends with 2, prints nothing and says what to do: %j', (words, message) => {
    const run = runCli(words, folder);
    expect(run.stderr).toContain(message);
    expect(run.stdout).toBe('');
    expect(run.exit).toBe(2);
  });

  it('ends with 1 when the table of build revisions is none, and does the rest', () => {
    writeFileSync(join(folder, 'ubr.csv'), 'LOW,2100\n');
    const run = runCli(['scan', ...small, '--ubr', 'ubr.csv'], folder);
    expect(run.exit).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({
      machines: [{ name: 'LOW', os: { ubr: null } }],
      rejected: [{ file: 'ubr.csv', code: 'ubr-table-malformed' }],
    });
  });

  it('uses files given under the wrong option for what they are, and warns', () => {
    const right = runCli(['scan', ...small], folder);
    const wrong = runCli(['scan', '--inventory', '2021-Sep.xml', '--catalog', 'low_systeminfo.txt'], folder);
    expect(wrong.exit).toBe(0);
    const [a, b] = [JSON.parse(right.stdout), JSON.parse(wrong.stdout)];
    expect(b.states).toEqual(a.states);
    expect(wrong.stderr).toContain(
      'warning: 2021-Sep.xml: This is a catalog document, given as an inventory',
    );
    expect(b.warnings).toEqual([
      { code: 'catalog-given-as-inventory', file: '2021-Sep.xml', details: {} },
      { code: 'inventory-given-as-catalog', file: 'low_systeminfo.txt', details: {} },
    ]);
  });

  it('calls a machine without a name after the stem of its file', () => {
    const text = readFileSync(join(folder, 'low_systeminfo.txt'), 'latin1');
    writeFileSync(
      join(folder, 'desk7_systeminfo.txt'),
      text.replace(/^(Host Name: +).*$/m, '$1...'),
      'latin1',
    );
    const run = runCli(['scan', '--catalog', '2021-Sep.xml', '--inventory', 'desk7_systeminfo.txt'], folder);
    const result = JSON.parse(run.stdout);
    expect(result.machines).toMatchObject([{ name: 'desk7' }]);
    expect(result.warnings).toEqual([
      { code: 'name-not-legal', file: 'desk7_systeminfo.txt', details: { line: 2, name: '...' } },
    ]);
    expect(run.stderr).toContain(
      'warning: desk7_systeminfo.txt: The name "..." (line 2) is no legal host name',
    );
  });

  it('reads through links and ends where they lead in a circle', () => {
    symlinkSync(folder, join(folder, 'circle'));
    symlinkSync(join(folder, 'low_systeminfo.txt'), join(folder, 'low-link_systeminfo.txt'));
    const run = runCli(['scan', '--catalog', '2021-Sep.xml', '--inventory', '.'], folder);
    expect(run.exit).toBe(0);
    expect(JSON.parse(run.stdout).machines).toHaveLength(3);
  });

  it('writes an empty result where a folder holds nothing, and says so (INV16)', () => {
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    const run = runCli(['scan', '--catalog', empty, '--inventory', empty]);
    rmSync(empty, { recursive: true });
    expect(run.stderr).toContain('There is no file under --inventory.');
    expect(JSON.parse(run.stdout)).toMatchObject({ catalogs: [], machines: [], states: [] });
  });
});

describe('explain', () => {
  it('says both numbers where the state rests on the order of KB numbers', () => {
    const file = join(folder, 'low_systeminfo.txt');
    writeFileSync(file, readFileSync(file, 'latin1').replace('KB4895000', 'KB4885000'), 'latin1');
    const run = runCli(['explain', ...small, '--machine', 'low', '--update', 'KB4900009'], folder);
    expect(run.stdout).toMatch(/^msrc:KB4900009 on LOW: Required \(inferred\)\n/);
    expect(run.stdout).toContain(
      'Order of KB numbers: KB4885000 lies 15,009 below KB4900009, more than 10,000.',
    );
    expect(run.stdout).toContain('This order is inferred');
  });

  const words = ['explain', ...small, '--ubr', 'ubr.csv', '--machine', 'low', '--update'];

  it('tells state, sentence, deciding clause, found and wanted, and the edition', () => {
    const run = runCli([...words, 'KB4900009'], folder);
    expect(run.exit).toBe(0);
    expect(run.stdout).toMatch(/^msrc:KB4900009 on LOW: Required \(measured\)\n/);
    expect(run.stdout).toContain('LOW has a build below the one that KB4900009 brings.');
    expect(run.stdout).toMatch(/=> true {4}Required if build-below \[msrc-cvrf 4\.2\]/);
    expect(run.stdout).toContain(
      '2021-Sep@2021-10-01T07:00:00  2021-Sep.xml  sha256 44f7e5cdc0de4365946268bc05fce419f6b45b55174a2d4bc2074295720e02e6',
    );
  });

  it('gives the same as JSON', () => {
    const run = runCli([...words, 'msrc:KB4900009', '--json'], folder);
    expect(JSON.parse(run.stdout)).toMatchObject({
      row: {
        machine: 'low',
        update: 'msrc:KB4900009',
        state: 'Required',
        reason: 'build-below',
        grade: 'measured',
      },
      catalogs: [{ edition: '2021-Sep@2021-10-01T07:00:00' }],
    });
  });

  it('names the line of the inventory that proves an Installed', () => {
    const text = readFileSync(join(folder, 'low_systeminfo.txt'), 'latin1');
    writeFileSync(join(folder, 'low_systeminfo.txt'), text.replace('KB4895000', 'KB4900009'), 'latin1');
    const line = text.split(/\r?\n/).findIndex((one) => one.includes('KB4895000')) + 1;
    const run = runCli(['explain', ...small, '--machine', 'LOW', '--update', 'KB4900009'], folder);
    expect(run.stdout).toContain('msrc:KB4900009 on LOW: Installed (listed)');
    expect(run.stdout).toContain(`low_systeminfo.txt, line ${line} "`);
  });

  it('explain takes a KB in any spelling, and names the nearest ones and the catalogs of one it does not know', () => {
    const explain = (update: string) =>
      runCli(['explain', ...small, '--machine', 'LOW', '--update', update], folder);
    const whole = explain('msrc:KB4900001');
    expect(whole.exit).toBe(0);
    for (const typed of ['4900001', 'kb4900001', 'KB4900001'])
      expect(explain(typed).stdout).toBe(whole.stdout);
    const unknown = explain('KB4000000');
    expect(unknown.exit).toBe(2);
    expect(unknown.stderr).toMatch(
      /knows the update "KB4000000"\. Nearest: msrc:KB\d+.*Searched: 2021-Sep \(msrc, \d+ updates\)/s,
    );
  });

  it('--ubr says what it takes where a device is named, and that a table without lines counts nothing', () => {
    const device = runCli(['scan', ...small, '--ubr', '/dev/null'], folder);
    expect(device.exit).toBe(2);
    expect(device.stderr).toContain('CSV file with the line machine,ubr');
    writeFileSync(join(folder, 'empty.csv'), 'machine,ubr\n');
    const empty = runCli(['scan', ...small, '--ubr', 'empty.csv'], folder);
    expect(empty.exit).toBe(0);
    expect(empty.stderr).toContain(
      'warning: empty.csv: The table of build revisions has no line but its header',
    );
    expect(JSON.parse(empty.stdout).warnings).toContainEqual({
      code: 'ubr-table-empty',
      file: 'empty.csv',
      details: {},
    });
  });
});
