import { describe, expect, it } from 'vitest';
import type { Machine, MssecureOptions } from '../../../../src/domain/index.ts';
import { absent, fact, factsMachine } from '../../../support/facts-machine.ts';
import type { FactLine } from '../../../support/facts-machine.ts';
import { compiled, outcomes } from '../../../support/mssecure-scan.ts';
import { mssecureXml } from '../../../support/mssecure-xml.ts';
import type { MadeFile, MadePatch } from '../../../support/mssecure-xml.ts';

const whole = ['catalog_products:mssecure', 'registry', 'files'];
const product = (servicePack = '10') =>
  fact({ kind: 'catalog_product', source: 'mssecure', product: '1' }, { servicePack });
const file = (name: string, value: { version?: string | null; checksum?: string }) =>
  fact({ kind: 'file', path: `%WINDIR%\\${name}` }, value);
const value = (q: string, data: number | string) =>
  fact(
    { kind: 'reg_value', view: 'native', key: `software\\acme\\${q}`, value: 'INSTALLED' },
    typeof data === 'number' ? { type: 'REG_DWORD', data } : { type: 'REG_SZ', data },
  );
const key = (q: string) => `HKLM\\SOFTWARE\\Acme\\${q}`;

/** State, word and reason of the first patch. */
async function verdict(
  made: Omit<MadePatch, 'bulletin'>,
  machine: Machine,
  options: MssecureOptions = { checksums: true },
  root: Readonly<Record<string, string>> = {},
): Promise<string> {
  const rules = await compiled(mssecureXml([{ bulletin: 'A', ...made }], root), options);
  const [found] = outcomes(rules, machine).values();
  const { state, original, reason } = found?.outcome ?? {};
  return [state, original ?? '-', reason].join(' ');
}

/** The same for a machine at Gold with these facts and nothing else. */
const onMachine = (
  made: Omit<MadePatch, 'bulletin'>,
  facts: readonly FactLine[],
  options?: MssecureOptions,
) => verdict(made, factsMachine([product(), ...facts], whole), options);

const installed = 'Installed INSTALLED checks-passed';
const untestable = 'Unknown NOTE only-untestable-checks';

describe('rules of MSSecure', () => {
  it('R2 applies by product and service pack; an empty list is any', async () => {
    const made = { servicePacks: ['11'] };
    const not = 'NotRequired NOTREQUIRED product-not-affected';
    expect(await verdict(made, factsMachine([product('11')], whole))).toBe('Unknown NOTE no-detection-data');
    expect(await verdict(made, factsMachine([product('10')], whole))).toBe(not);
    expect(await verdict({}, factsMachine([product('99')], whole))).toBe('Unknown NOTE no-detection-data');
    expect(await verdict({}, factsMachine([], whole))).toBe(not);
    expect(await verdict({ registry: [key('Q1')] }, factsMachine([]))).toBe('Unknown - fact-not-collected');
  });

  it('R3 values are compared trimmed, without case, numbers as numbers', async () => {
    const made = { registry: [key('Q1')] };
    for (const data of [1, '1', ' 01 ']) expect(await onMachine(made, [value('Q1', data)])).toBe(installed);
    const missing = 'Required MISSING registry-value-missing';
    for (const facts of [[], [value('Q1', 0)], [value('Q1', 'yes')]]) {
      expect(await onMachine(made, facts)).toBe(missing);
    }
    expect(await onMachine({ registry: [key('Q1'), key('Q2')] }, [value('Q1', 1)])).toBe(missing);
  });

  it('R4 to R7 files by command, version and checksum', async () => {
    const older = 'Required MISSING file-older';
    const gone = 'Required MISSING file-absent';
    const newer = 'Installed WARNING newer-than-catalog';
    const differs = 'Required MISSING checksum-differs';
    const none = 'NotRequired NOTREQUIRED no-affected-file';
    const a = (made: Partial<MadeFile> = {}): MadeFile => ({
      name: 'a.dll',
      version: '5.0.10.1',
      checksum: '77',
      ...made,
    });
    const at = (version: string | null, checksum?: string) =>
      file('A.DLL', { version, ...(checksum && { checksum }) });
    const cases: readonly (readonly [readonly MadeFile[], readonly FactLine[], string])[] = [
      [[a()], [at('5.0.10.1', '77')], installed],
      [[a()], [at('5.0.10.1')], installed],
      [[a()], [at('5.0.9.9')], older],
      [[a()], [at('0.0.0.0')], older],
      [[a()], [at(null)], older],
      [[a()], [at('5.0.10.1', '78')], differs],
      [[a()], [at('5.0.10.2', '78')], newer],
      [[a({ command: 'a' })], [], gone],
      [[a({ command: 'E' })], [], none],
      [[a({ command: 'e' })], [at('5.0.9.9')], older],
      [[a({ command: 'u' })], [at('5.0.9.9')], untestable],
      [[a({ command: 'u' }), { name: 'b.dll', command: 'e' }], [], none],
      [[a({ command: 'd' })], [at('1.0.0.0')], older],
      [[a({ command: 'd' })], [], installed],
      [[a({ version: 'na' })], [at(null, '77')], installed],
      [[a({ version: 'na' })], [at(null, '78')], differs],
      [[a({ version: '5.0.10', checksum: '' })], [at('1.0.0.0')], untestable],
      [[a({ version: 'na' })], [at(null)], untestable],
      [[a({ version: 'na' })], [], gone],
      // Any missing file comes before any newer one, and any older one before any other checksum.
      [[a(), { name: 'b.dll', version: '1.0.0.0' }], [at('6.0.0.0')], gone],
      [
        [a(), { name: 'b.dll', version: '2.0.0.0' }],
        [at('5.0.10.1', '1'), file('b.dll', { version: '1.0.0.0' })],
        older,
      ],
    ];
    for (const [files, facts, expected] of cases) {
      expect(await onMachine({ files }, facts), JSON.stringify([files, facts])).toBe(expected);
    }
    expect(await onMachine({ files: [a()] }, [at('5.0.10.1', '78')], { checksums: false })).toBe(installed);
    expect(await onMachine({ files: [a({ version: 'na' })] }, [at(null, '78')], { checksums: false })).toBe(
      untestable,
    );
  });

  it('R7 a registry value that was tested is enough where all optional files are absent', async () => {
    const made = { registry: [key('Q1')], files: [{ name: 'a.dll', version: '1.0.0.0', command: 'e' }] };
    expect(await onMachine(made, [value('Q1', 1)])).toBe(installed);
  });

  it('-z leaves the registry out', async () => {
    const options = { checksums: false, skipRegistry: true };
    const both = { registry: [key('Q1')], files: [{ name: 'a.dll', version: '1.0.0.0' }] };
    expect(await onMachine(both, [file('a.dll', { version: '1.0.0.0' })], options)).toBe(installed);
    expect(await onMachine({ registry: [key('Q1')] }, [], options)).toBe(untestable);
  });

  it('a newer file may be set to leave the state Unknown', async () => {
    const made = { files: [{ name: 'a.dll', version: '1.0.0.0' }] };
    const newer = [file('a.dll', { version: '2.0.0.0' })];
    expect(await onMachine(made, newer, { checksums: false, newerIsUnknown: true })).toBe(
      'Unknown WARNING newer-than-catalog',
    );
  });

  it('checksums count only in the language of the catalog, where the file names one', async () => {
    const made = { files: [{ name: 'a.dll', version: '1.0.0.0', checksum: '1' }] };
    const machine = (language: string) =>
      factsMachine(
        [
          product(),
          file('a.dll', { version: '1.0.0.0', checksum: '2' }),
          fact({ kind: 'os', name: 'language' }, language),
          fact({ kind: 'os', name: 'muiInstalled' }, false),
        ],
        whole,
      );
    const german = { LanguageID: '1031' };
    expect(await verdict(made, machine('de-DE'), undefined, german)).toContain('checksum-differs');
    expect(await verdict(made, machine('en-US'), undefined, german)).toBe(installed);
  });

  it('R10 what an inventory did not collect stays open, and what is sure is sure', async () => {
    const both = { registry: [key('Q1')], files: [{ name: 'a.dll', version: '1.0.0.0', checksum: '1' }] };
    const products = ['catalog_products:mssecure'];
    const noFiles = factsMachine([product(), value('Q1', 1)], [...products, 'registry']);
    expect(await verdict(both, noFiles)).toMatch(/^Unknown .* fact-not-collected$/);
    expect(await verdict(both, factsMachine([product()], [...products, 'registry']))).toContain(
      'Required MISSING',
    );
    const noRegistry = factsMachine(
      [product(), file('a.dll', { version: '1.0.0.0', checksum: '1' })],
      [...products, 'files'],
    );
    expect(await verdict(both, noRegistry)).toMatch(/^Unknown .* fact-not-collected$/);
    const optional = { files: [{ name: 'a.dll', checksum: '1', command: 'e' }] };
    expect(await verdict(optional, factsMachine([product()], products))).toMatch(/^Unknown /);
    const gone = factsMachine([product(), absent({ kind: 'file', path: '%windir%\\a.dll' })], products);
    expect(await verdict(optional, gone)).toBe('NotRequired NOTREQUIRED no-affected-file');
  });
});
