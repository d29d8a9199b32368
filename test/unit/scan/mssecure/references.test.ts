import { describe, expect, it } from 'vitest';
import { fact, factsMachine } from '../../../support/facts-machine.ts';
import { compiled, outcomes } from '../../../support/mssecure-scan.ts';
import { compileMssecure } from '../../../../src/scan/mssecure/index.ts';
import { mssecureXml } from '../../../support/mssecure-xml.ts';
import type { MadePatch } from '../../../support/mssecure-xml.ts';
import { mssecureOf } from '../../../support/read-mssecure.ts';

const whole = ['catalog_products:mssecure', 'registry', 'files'];
const machine = (product: string) =>
  factsMachine(
    [fact({ kind: 'catalog_product', source: 'mssecure', product }, { servicePack: '10' })],
    whole,
  );
const other: MadePatch = { bulletin: 'B', registry: ['HKLM\\SOFTWARE\\Acme\\Q1'] };
const good: MadePatch = { ...other, bulletin: 'A' };

async function states(xml: string, product = '1') {
  const rules = await compiled(xml);
  const found = [...outcomes(rules, machine(product)).values()];
  return { states: found.map(({ outcome }) => [outcome.state, outcome.reason]), warnings: rules.warnings };
}

const unknown = ['Unknown', 'reference-unresolved'];
const missing = ['Required', 'registry-value-missing'];
const notAffected = ['NotRequired', 'product-not-affected'];

describe('ids of MSSecure that lead nowhere', () => {
  it.each([
    ['FileChange 99', { inside: '<FileChgs><FileChg FileChangeID="99"/></FileChgs>' }],
    ['RegChange 99', { inside: '<RegChgs><RegChg RegChangeID="99"/></RegChgs>' }],
    ['ServicePack 99', { servicePacks: ['99'] }],
    ['RegChange 1', { registry: ['HKCU\\Software\\Acme'] }],
    ['Command x', { files: [{ name: 'a.dll', command: 'x' }] }],
  ] satisfies readonly (readonly [string, Partial<MadePatch>])[])(
    '%s degrades its patch only',
    async (ids, made) => {
      const xml = mssecureXml([{ ...good, ...made }, other]);
      expect(await states(xml)).toEqual({
        states: [unknown, missing],
        warnings: [{ code: 'reference-unresolved', details: { update: 'mssecure:A#0', bulletin: 'A', ids } }],
      });
      expect((await states(xml, '2')).states).toEqual([notAffected, notAffected]);
    },
  );

  it('an unknown product could be any', async () => {
    const xml = mssecureXml([{ ...good, product: '7' }, other]);
    expect((await states(xml, '2')).states).toEqual([unknown, notAffected]);
  });

  it('a place that is not in its table, an SBID without a row', async () => {
    const xml = mssecureXml([good, other]);
    const noPlace = xml.replace('<Location LocationID="1"', '<Location LocationID="77"');
    expect((await states(noPlace)).states).toEqual([unknown, missing]);
    const noRow = xml.replace('SBID="0"', 'SBID="42"');
    expect((await states(noRow)).states).toEqual([unknown, missing]);
  });

  it('CAT30 an id that stands for two rows is no answer; a bulletin that stands twice keeps all its patches', async () => {
    const xml = mssecureXml([good, other]);
    const twice = xml.replace(
      '</RegChanges>',
      '<RegChange RegChangeID="1" RegChangeValue="2" LocationID="1"/></RegChanges>',
    );
    const found = await states(twice);
    expect(found.states).toEqual([unknown, missing]);
    expect(found.warnings[0]).toEqual({ code: 'duplicate-id', details: { element: 'RegChange', id: '1' } });
    const rules = await compiled(mssecureXml([good, { ...good, name: 'second.exe' }]));
    expect(rules.rules.map(({ update }) => update)).toEqual(['mssecure:A#0', 'mssecure:A#1']);
    expect(rules.warnings).toEqual([{ code: 'duplicate-id', details: { element: 'Bulletin', id: 'A' } }]);
  });

  it('of two editions the newer one counts, whatever the order', async () => {
    const old = await mssecureOf(mssecureXml([good], { DataVersion: '1.0.0.9' }));
    const newer = await mssecureOf(mssecureXml([other], { DataVersion: '1.0.0.10' }));
    for (const documents of [
      [old, newer],
      [newer, old],
    ]) {
      const { rules, warnings } = await compileMssecure(documents, { checksums: false });
      expect(rules.map(({ update }) => update)).toEqual(['mssecure:B#0']);
      expect(warnings.map(({ code }) => code)).toEqual(['older-edition-not-used']);
    }
    expect(await compileMssecure([], { checksums: false })).toEqual({
      updates: [],
      rules: [],
      warnings: [],
    });
  });

  it('what decides a patch is part of its content; the options of a scan are not', async () => {
    const hash = async (made: Partial<MadePatch>, checksums = false) =>
      (await compiled(mssecureXml([{ ...good, ...made }]), { checksums })).updates[0]?.contentHash;
    expect(await hash({})).toBe(await hash({}, true));
    expect(await hash({})).not.toBe(await hash({ registry: ['HKLM\\SOFTWARE\\Acme\\Q2'] }));
    expect(await hash({})).not.toBe(await hash({ servicePacks: ['11'] }));
  });
});
