import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factKey, factOf, mergeRecordedFacts, valueOf } from '../../../../src/domain/index.ts';
import type { FactSubject, InventoryReading, RecordedFact } from '../../../../src/domain/index.ts';
import { unpackedCode } from '../../../../src/formats/inventory/registry/packed-code.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { inventoryRefusal, kbsOf, readingOf } from '../../../support/read-inventory.ts';

const head = 'Windows Registry Editor Version 5.00\r\n\r\n';
const machine = 'HKEY_LOCAL_MACHINE';
const acme = `[${machine}\\SOFTWARE\\Acme]\r\n"Level"=dword:0000000b\r\n@="standard"\r\n\r\n[${machine}\\SOFTWARE\\Acme\\Sub]\r\n\r\n`;

const regValue = (key: string, value: string, view: 'native' | 'wow32' = 'native'): FactSubject => ({
  kind: 'reg_value',
  view,
  key,
  value,
});

function answer(reading: InventoryReading, subject: FactSubject): RecordedFact {
  const { table } = mergeRecordedFacts([reading]);
  return factOf(table ?? undefined, subject);
}

const golden = (name: string, file: string) =>
  readFileSync(join(import.meta.dirname, '../../../golden', name, file));

describe('registry exports', () => {
  it('values of every type, with their lines', async () => {
    const values = [
      '"Text"="C:\\\\a \\"b\\""',
      '"Number"=dword:ffffffff',
      '"Binary"=hex:0A,ff',
      '"Expand"=hex(2):25,00,61,00,25,00,00,00',
      '"Multi"=hex(7):61,00,00,00,62,00,00,00,00,00',
      '"Long"=hex(b):ff,ff,ff,ff,ff,ff,ff,ff',
      '"None"=hex(0):',
      '"Odd"=hex(b):01',
      '@="standard"',
    ];
    const reading = await readingOf(
      `${head}[${machine}\\SOFTWARE\\Acme]\r\n${values.join('\r\n')}\r\n\r\n`,
      'a.reg',
    );
    const of = (name: string) => answer(reading, regValue('software\\acme', name));
    expect(of('text')).toMatchObject({
      value: { type: 'REG_SZ', data: 'C:\\a "b"' },
      line: 4,
      file: 'a.reg',
    });
    expect(of('Number')).toMatchObject({ value: { type: 'REG_DWORD', data: 4_294_967_295 }, line: 5 });
    expect(of('Binary')).toMatchObject({ value: { type: 'REG_BINARY', data: '0aff' } });
    expect(of('Expand')).toMatchObject({ value: { type: 'REG_EXPAND_SZ', data: '%a%' } });
    expect(of('Multi')).toMatchObject({ value: { type: 'REG_MULTI_SZ', data: ['a', 'b'] } });
    expect(of('Long')).toMatchObject({ value: { type: 'REG_QWORD', data: '18446744073709551615' } });
    expect(of('None')).toMatchObject({ value: { type: 'OTHER' } });
    expect(of('Odd')).toMatchObject({ state: 'unavailable', reason: 'toolarge' });
    expect(of('')).toMatchObject({ value: { type: 'REG_SZ', data: 'standard' }, line: 12 });
  });

  it('an exported subtree is a whole domain: what it does not show is absent, what lies beside it unknown', async () => {
    const reading = await readingOf(head + acme, 'a.reg');
    expect(reading.facts).toMatchObject({ grade: 'B', complete: ['registry:native:software\\acme'] });
    expect(answer(reading, regValue('SOFTWARE\\Acme\\Sub', 'x')).state).toBe('absent');
    expect(answer(reading, regValue('SOFTWARE\\Other', 'x')).state).toBe('unavailable');
    expect(answer(reading, { kind: 'reg_subkeys', view: 'native', key: 'SOFTWARE\\Acme' })).toMatchObject({
      value: ['Sub'],
    });
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'x', 'wow32')).state).toBe('unavailable');
  });

  it.each([
    ['without the empty line at its end', (head + acme).trimEnd()],
    ['inside binary data', `${head}${acme}[${machine}\\SOFTWARE\\Acme\\Sub2]\r\n"x"=hex:00,\\\r\n`],
    ['inside a name', `${head}${acme}[${machine}\\SOFTWARE\\Acme\\Su`],
  ])('a file that ends %s makes nothing absent', async (_, text) => {
    const reading = await readingOf(text, 'a.reg');
    expect(reading.facts?.complete).toEqual([]);
    expect(reading.warnings.map(({ code }) => code)).toContain('file-cut');
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level'))).toMatchObject({ value: { data: 11 } });
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'x')).state).toBe('unavailable');
  });

  it('lines that were taken out or edited make their subtree a partial one', async () => {
    const gap = await readingOf(`${head}${acme}[${machine}\\SOFTWARE\\Acme\\Gone\\Deep]\r\n\r\n`, 'a.reg');
    expect(gap.facts?.complete).toEqual([]);
    const edited = await readingOf(`${head}${acme}what is this\r\n\r\n`, 'a.reg');
    expect(edited.facts?.complete).toEqual([]);
    expect(edited.warnings).toMatchObject([{ code: 'lines-not-understood', details: { line: 9, count: 1 } }]);
  });

  it('keys under Wow6432Node answer the 32-bit view, other hives nothing', async () => {
    const text = `${head}[${machine}\\SOFTWARE]\r\n\r\n[${machine}\\SOFTWARE\\WOW6432Node]\r\n\r\n[${machine}\\SOFTWARE\\WOW6432Node\\Acme]\r\n"Level"=dword:1\r\n\r\n[HKEY_CURRENT_USER\\Software]\r\n"x"="y"\r\n\r\n`;
    const reading = await readingOf(text, 'a.reg');
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level', 'wow32'))).toMatchObject({ state: 'known' });
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level')).state).toBe('absent');
    expect(reading.facts?.complete).toEqual(['registry:native:software', 'registry:wow32:software']);
    expect(reading.warnings).toMatchObject([
      { code: 'facts-not-known', details: { kind: 'registry HKEY_CURRENT_USER', count: 1 } },
    ]);
  });

  it('INV08 an export of a 32-bit process on 64-bit Windows is told and answers the 32-bit view', async () => {
    const text = `${head}[${machine}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion]\r\n"ProgramFilesDir"="C:\\\\Program Files (x86)"\r\n\r\n${acme}`;
    const reading = await readingOf(text, 'a.reg');
    expect(reading.warnings).toMatchObject([{ code: 'view-of-32-bit-process', details: { line: 4 } }]);
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level', 'wow32'))).toMatchObject({ state: 'known' });
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level')).state).toBe('unavailable');
  });

  it('two answers to one question are told and count as unavailable', async () => {
    const reading = await readingOf(
      `${head}${acme}[${machine}\\SOFTWARE\\Acme]\r\n"Level"=dword:0c\r\n\r\n`,
      'a',
    );
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'Level'))).toMatchObject({ reason: 'contradiction' });
    expect(reading.warnings).toMatchObject([
      { code: 'facts-contradict', details: { fact: 'reg_value|native|software\\acme|level', first: 4 } },
    ]);
  });

  it('an export without any key is cut off', async () => {
    expect((await inventoryRefusal(head, 'a.reg')).code).toBe('cut-off');
  });

  it('a file that deletes is no inventory', async () => {
    const refusal = await inventoryRefusal(`${head}[-${machine}\\SOFTWARE\\Acme]\r\n`, 'a.reg');
    expect(refusal).toMatchObject({ code: 'registry-changes', place: 'line 3' });
    const value = await inventoryRefusal(`${head}[${machine}\\SOFTWARE\\Acme]\r\n"x"=-\r\n`, 'a.reg');
    expect(value).toMatchObject({ code: 'registry-changes', place: 'line 4' });
  });

  it('INV17 NUL and lone surrogates of values are kept escaped', async () => {
    const text = `${head}[${machine}\\SOFTWARE\\Acme]\r\n"N"=hex(1):61,00,00,00,62,00,00,00\r\n"S"=hex(1):00,d8,00,00\r\n\r\n`;
    const reading = await readingOf(text, 'a.reg');
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'N'))).toMatchObject({ value: { data: 'a\\u0000b' } });
    expect(answer(reading, regValue('SOFTWARE\\Acme', 'S'))).toMatchObject({ value: { data: '\\ud800' } });
  });

  it('products, patches, packages and marks of known subtrees', async () => {
    const reading = await readingOf(
      golden('inventory-registry-v5', 'werk_registry.reg'),
      'werk_registry.reg',
    );
    const product = '{90140000-0011-0000-0000-0000000FF1CE}';
    expect(answer(reading, { kind: 'msi_product', product })).toMatchObject({
      value: { version: '14.0.7015.1000', language: 0 },
    });
    const patch = '{8C0FFF5F-4CC1-48F5-9B3F-8DE7DA2E1116}';
    expect(unpackedCode('F5FFF0C81CC45F84B9F3D87EADE21161')).toBe(patch);
    expect(reading.facts?.facts.filter(({ subject }) => subject.kind === 'msi_patch')).toHaveLength(1);
    expect(answer(reading, { kind: 'msi_product', product: '{x}' }).state).toBe('absent');
    expect(
      reading.facts?.facts.find(
        (fact) =>
          factKey(fact.subject).includes('1f1c2dfc-2d24-3e06-bcb8-725134adf989}') &&
          fact.subject.kind === 'msi_product',
      ),
    ).toMatchObject({ grade: 'C', value: { version: '9.0.30729.4148' } });
    expect(
      answer(reading, {
        kind: 'cbs_package',
        identity: 'Package_for_KB5028412~31bf3856ad364e35~amd64~~19041.3205.1.2',
      }),
    ).toMatchObject({ value: 112 });
    expect(answer(reading, { kind: 'cbs_package', identity: 'x' }).state).toBe('absent');
    expect(reading.marks).toEqual({ machineGuid: '0f8fad5b-d9cb-469f-a165-70867728950e' });
    expect(reading.os && [valueOf(reading.os.ubr), valueOf(reading.os.edition)]).toEqual([
      3086,
      'Professional',
    ]);
    const uninstall =
      'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{1F1C2DFC-2D24-3E06-BCB8-725134ADF989}';
    expect(answer(reading, regValue(uninstall, 'Note', 'wow32'))).toMatchObject({
      value: { data: 'one\r\ntwo' },
    });
    expect(answer(reading, regValue(uninstall, 'InstallSource', 'wow32'))).toMatchObject({
      value: { type: 'REG_EXPAND_SZ', data: 'c:\\x' },
    });
    expect(
      answer(reading, regValue('SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 'DigitalProductId')),
    ).toMatchObject({ state: 'unavailable', reason: 'withheld' });
  });

  it('REGEDIT4 has ANSI bytes', async () => {
    const reading = await readingOf(golden('inventory-registry-v4', 'halle_registry.reg'), 'h.reg');
    const key = 'SOFTWARE\\Microsoft\\Updates\\Windows XP\\SP4\\KB2115168';
    expect(answer(reading, regValue(key, 'Ort'))).toMatchObject({ value: { data: 'Grüße' } });
    expect(answer(reading, regValue(key, 'PackageName'))).toMatchObject({ value: { data: 'Grüße' } });
  });

  it('the machine is named where its name was exported', async () => {
    const text = `${head}[${machine}\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName]\r\n"ComputerName"="HALLE-3"\r\n\r\n`;
    expect((await readingOf(text, 'a.reg')).machineName).toBe('HALLE-3');
  });

  it('is read as a stream: pieces may end anywhere', async () => {
    const many = Array.from({ length: 9000 }, (_, at) => `"Wert ä ${String(at)}"="ü ${'x'.repeat(at % 50)}"`);
    const text = `${head}[${machine}\\SOFTWARE\\Acme]\r\n${many.join('\r\n')}\r\n\r\n`;
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer),
    ]);
    for (const content of [wide, wide.subarray(2), new TextEncoder().encode(text)]) {
      const reading = await readingOf(content as BlobPart, 'a.reg');
      expect(reading.warnings).toEqual([]);
      const last = answer(reading, regValue('SOFTWARE\\Acme', 'Wert ä 8999'));
      expect(last).toMatchObject({ value: { data: `ü ${'x'.repeat(49)}` }, line: 9003 });
      expect(reading.facts?.complete).toEqual(['registry:native:software\\acme']);
    }
  });
});

describe.skipIf(!hasData('inventory'))('the real registry exports', () => {
  const real = (name: string) => readFileSync(join(dataFolder, 'inventory/reg-export', name));
  /** Text of a sample by another way. */
  const textOf = (name: string) => real(name).toString('utf16le').replace(/\r/g, '');

  it.each(['2003R2-Hotfix-CentralProcessor', 'mssql-Uninstall', 'mssql_engine-Uninstall', 'xp-Uninstall'])(
    '%s: every key and every value',
    async (name) => {
      const reading = await readingOf(real(`${name}.reg`), `${name}.reg`);
      const text = textOf(`${name}.reg`);
      const keys = new Set(text.split('\n').filter((line) => line.startsWith('[')));
      const kinds = (kind: string) => reading.facts?.facts.filter(({ subject }) => subject.kind === kind);
      expect(kinds('reg_key')).toHaveLength(keys.size);
      expect(kinds('reg_value')).toHaveLength((text.match(/^(?:@|"(?:[^"\\\n]|\\.)*")=/gm) ?? []).length);
      expect(reading.machineName).toBeNull();
    },
  );

  it('xp-Uninstall: 356 keys with a KB number (inventory-sources, section 7)', async () => {
    const reading = await readingOf(real('xp-Uninstall.reg'), 'xp-Uninstall.reg');
    const keys = textOf('xp-Uninstall.reg').match(/^\[.*KB\d{6,7}.*\]$/gm) ?? [];
    expect(keys).toHaveLength(356);
    const byName = keys.map((key) => Number(/KB(\d{6,7})(?!.*KB\d)/.exec(key)?.[1]));
    expect(kbsOf(reading)).toEqual(expect.arrayContaining([...new Set(byName)].sort((a, b) => a - b)));
    expect(reading.hotfixes?.completeness).toBe('cut');
    expect(reading.stem).toBe('xp');
  });
});
