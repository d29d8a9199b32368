import { describe, expect, it } from 'vitest';
import { osFactNames, registryTypes } from '../../../../src/domain/index.ts';
import { factKinds, factsLimits } from '../../../../src/formats/index.ts';
import { factsSchema, fitsFactsSchema } from '../../../support/facts-schema.ts';
import { inventoryRefusal, readingOf } from '../../../support/read-inventory.ts';

const name = 'PC1.facts.json';
const version = (value: string) => ({ state: 'known', value: { version: value } });
const product = (code: string, result: unknown) => ({ kind: 'msi_product', product: code, result });

function file(facts: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ format: 'patchferry-facts/1', machine: { name: 'PC1' }, facts, ...more });
}

describe('facts file', () => {
  it('names record and field of a fault', async () => {
    const good = product('{A}', version('1.0'));
    const faults: readonly [unknown, string][] = [
      [product('{B}', version('one')), 'record 2, result.value.version'],
      [product('{B}', { state: 'known' }), 'record 2, result.value'],
      [product('{B}', { state: 'missing' }), 'record 2, result.state'],
      [product('{B}', { state: 'unavailable' }), 'record 2, result.reason'],
      [{ ...product('{B}', version('1')), extra: 1 }, 'record 2, extra'],
      [{ kind: 'msi_product', result: version('1') }, 'record 2, product'],
      [{ kind: 'reg_key', result: { state: 'known' } }, 'record 2, key'],
      [{ kind: 'reg_key', key: 'A', subkey: 'B', result: { state: 'known' } }, 'record 2, key'],
      [{ kind: 'os', name: 'ubr', result: { state: 'known', value: '7' } }, 'record 2, result.value'],
      ['text', 'record 2, kind'],
      [null, 'record 2, kind'],
    ];
    for (const [fact, place] of faults) {
      expect(await inventoryRefusal(file([good, fact]), name)).toMatchObject({
        code: 'facts-malformed',
        place,
      });
    }
  });

  it('names the field of a fault outside of the records', async () => {
    const place = async (more: Readonly<Record<string, unknown>>) =>
      (await inventoryRefusal(file([], more), name)).place;
    expect(await place({ format: 'patchferry-facts/2' })).toBe('format');
    expect(await place({ machine: { name: 'PC1', os: { ubr: -1 } } })).toBe('machine.os.ubr');
    expect(await place({ machine: { name: 'PC1', collectedAt: '03/04/2026' } })).toBe('machine.collectedAt');
    expect(await place({ complete: 'registry' })).toBe('complete');
    expect(await place({ facts: {} })).toBe('facts');
  });

  it('passes over kinds, hives, domains and facts it does not know, with their number', async () => {
    const result = { state: 'known', value: 1 };
    const reading = await readingOf(
      file(
        [
          { kind: 'colour', result },
          { kind: 'colour', result },
          { kind: 'os', name: 'mood', result },
          { kind: 'reg_key', key: 'HKCU\\Software\\Acme', result: { state: 'absent' } },
          { kind: 'reg_key', hive: 'HKEY_USERS', key: 'A', result: { state: 'absent' } },
          product('{A}', version('1.0')),
        ],
        { complete: ['msi', 'moods'], machine: { name: 'PC1', owner: 'x', os: { mood: 1 } } },
      ),
      name,
    );
    expect(reading.facts?.facts).toHaveLength(1);
    expect(reading.facts?.complete).toEqual(['msi']);
    expect(reading.warnings.map(({ code, details }) => [code, details['kind'], details['count']])).toEqual([
      ['facts-not-known', 'colour', 2],
      ['facts-not-known', 'complete moods', 1],
      ['facts-not-known', 'os mood', 2],
      ['facts-not-known', 'reg_key HKCU\\Software\\Acme', 1],
      ['facts-not-known', 'reg_key HKEY_USERS', 1],
    ]);
  });

  it('leaves a fact with two answers unavailable, and names both lines', async () => {
    const records = [
      product('{A}', version('1.0')),
      product('{a}', version('1.0')),
      product('{A}', version('2.0')),
    ];
    const lines = records.map((record) => JSON.stringify(record)).join(',\n');
    const machine = '"machine": {"name": "PC"}';
    const text = `{"format": "patchferry-facts/1", ${machine}, "facts": [\n${lines}\n]}`;
    const reading = await readingOf(text, name);
    expect(reading.facts?.facts).toEqual([
      {
        subject: { kind: 'msi_product', product: '{A}' },
        state: 'unavailable',
        reason: 'contradiction',
        file: name,
        line: 4,
      },
    ]);
    expect(reading.warnings).toEqual([
      { code: 'facts-contradict', file: name, details: { fact: 'msi_product|{a}', first: 2, second: 4 } },
    ]);
  });

  it('joins other files by its stem where it names no machine, and says where a name is none', async () => {
    const reading = await readingOf(file([], { machine: { name: '...' } }), name);
    expect(reading).toMatchObject({ machineName: null, stem: 'PC1' });
    expect(reading.warnings).toMatchObject([{ code: 'name-not-legal', details: { name: '...', line: 1 } }]);
  });

  it('is recognised by its content, also as UTF-16', async () => {
    const text = file([product('{A}', version('1.0'))]);
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect((await readingOf(wide, 'notes.txt')).facts?.facts).toHaveLength(1);
    expect((await readingOf(`\ufeff${text}`, 'notes.txt')).machineName).toBe('PC1');
  });

  it('refuses what is cut, too deep or too much, and names the limit', async () => {
    const text = file([product('{A}', version('1.0'))]);
    expect((await inventoryRefusal(text.slice(0, -20), name)).code).toBe('cut-off');
    expect((await inventoryRefusal(`${text.slice(0, -1)},}`, name)).code).toBe('facts-malformed');
    const deep = file([]).replace('[]', '['.repeat(100_000) + ']'.repeat(100_000));
    expect(await inventoryRefusal(deep, name)).toMatchObject({
      code: 'too-deep',
      details: { maximum: factsLimits.maxDepth },
    });
    const many = `{"format":"patchferry-facts/1","machine":{},"facts":[${'0,'.repeat(factsLimits.maxFacts)}0]}`;
    expect(await inventoryRefusal(many, name)).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'facts', maximum: factsLimits.maxFacts },
    });
    const large = `${text}${' '.repeat(factsLimits.maxBytes)}`;
    expect((await inventoryRefusal(large, name)).code).toBe('file-too-large');
  });

  it('CAT19 names that mean something to JavaScript change nothing', async () => {
    const text = file([
      { kind: 'wmi_class', class: '__proto__', result: { state: 'known', value: [{ constructor: 1 }] } },
      { kind: 'constructor', result: { state: 'known' } },
    ]).replace('"machine":{', '"__proto__":{"polluted":1},"machine":{"folders":{"__proto__":"C:\\\\x"},');
    const reading = await readingOf(text, name);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(reading.facts?.facts.map(({ subject }) => subject.kind)).toEqual(['wmi_class']);
  });
});

describe('schema of patchferry-facts/1', () => {
  const { $defs: defs, properties } = factsSchema;

  it('names exactly the kinds, facts and types that the program has', () => {
    const kinds = properties.facts.items.oneOf.map(({ $ref }: { $ref: string }) =>
      $ref.replace('#/$defs/', ''),
    );
    expect([...kinds].sort()).toEqual([...factKinds].sort());
    expect(Object.keys(properties.machine.properties.os.properties).sort()).toEqual([...osFactNames].sort());
    const names = defs.os.oneOf.map(
      (one: { properties: { name: { const: string } } }) => one.properties.name.const,
    );
    expect([...names].sort()).toEqual([...osFactNames].sort());
    const { oneOf } = defs.reg_value.properties.result.oneOf[0].properties.value;
    const types = oneOf.map((one: { properties: { type: { const: string } } }) => one.properties.type.const);
    expect([...types].sort()).toEqual([...registryTypes, 'OTHER'].sort());
  });

  it('and the reader refuse the same records', async () => {
    const key = (data: unknown, type = 'REG_DWORD') => ({
      kind: 'reg_value',
      key: 'A',
      value: 'B',
      result: { state: 'known', value: { type, data } },
    });
    const good = [
      key(5),
      key('18', 'REG_QWORD'),
      key('0aF0', 'REG_BINARY'),
      key(['a'], 'REG_MULTI_SZ'),
      { kind: 'file', path: 'C:\\a', result: { state: 'known', value: {} } },
      { kind: 'system_metric', index: 0, result: { state: 'known', value: -1 } },
    ];
    const bad = [
      key(-1),
      key(4_294_967_296),
      key('5'),
      key(18, 'REG_QWORD'),
      key('0aF', 'REG_BINARY'),
      key('a', 'REG_MULTI_SZ'),
      key('a', 'REG_LINK'),
      { kind: 'file', path: 'C:\\a', result: { state: 'known', value: { version: '1.0' } } },
      { kind: 'file', path: '', result: { state: 'absent' } },
      { kind: 'file', path: 'C:\\a', result: { state: 'absent', value: {} } },
      { kind: 'system_metric', index: -1, result: { state: 'known', value: 0 } },
      { kind: 'wmi_query', query: 'q', result: { state: 'known', value: 'yes' } },
    ];
    for (const fact of good) {
      expect(fitsFactsSchema(JSON.parse(file([fact]))), JSON.stringify(fact)).toBe(true);
      expect((await readingOf(file([fact]), name)).facts?.facts).toHaveLength(1);
    }
    for (const fact of bad) {
      expect(fitsFactsSchema(JSON.parse(file([fact]))), JSON.stringify(fact)).toBe(false);
      expect((await inventoryRefusal(file([fact]), name)).code).toBe('facts-malformed');
    }
  });
});

it('says in words what a field should hold', async () => {
  const written = (facts: unknown) =>
    JSON.stringify({ format: 'patchferry-facts/1', machine: { name: 'PC' }, facts });
  const productWithout = [
    { kind: 'msi_product', product: '{A}', result: { state: 'known', value: { version: 'one' } } },
  ];
  expect((await inventoryRefusal(written(productWithout), 'a.facts.json')).details).toMatchObject({
    expected: 'up to four numbers with dots',
  });
  expect((await inventoryRefusal(written({}), 'a.facts.json')).details).toMatchObject({
    expected: 'a list',
    found: 'an object',
  });
});
