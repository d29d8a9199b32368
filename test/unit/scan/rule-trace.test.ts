import { describe, expect, it } from 'vitest';
import type { RegistryValuePath, Rule } from '../../../src/domain/index.ts';
import { defaultPolicy, traceRule } from '../../../src/scan/index.ts';
import { ask } from '../../support/leaf-cases/case.ts';
import { fact, factsMachine } from '../../support/facts-machine.ts';

const value = (key: string, root: 'machine' | 'loop' = 'machine'): RegistryValuePath => ({
  root,
  view: 'native',
  key,
  value: 'V',
});
const dword = (data: number, path = value('SOFTWARE\\A')): Rule =>
  ask({ kind: 'reg-dword', path, comparison: 'LessThan', data });
const five = fact(
  { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\A', value: 'V' },
  { type: 'REG_DWORD', data: 5 },
);

describe('the trace of a leaf', () => {
  it('says what was wanted, what was found, and in which line of which file', () => {
    const { leaf, truth } = traceRule(dword(6), factsMachine([fact({ kind: 'os', name: 'ubr' }, 1), five]));
    expect(truth).toBe('true');
    expect(leaf).toEqual({
      kind: 'reg-dword',
      wanted: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A [V] < 6',
      found: '5 (REG_DWORD)',
      evidence: {
        file: 'pc.facts.json',
        sha256: 'a1',
        line: 2,
        text: 'reg_value|native|software\\a|v 5 (REG_DWORD)',
      },
      missing: null,
    });
  });

  it('names the missing fact', () => {
    const { leaf } = traceRule(dword(6), factsMachine([]));
    expect(leaf).toMatchObject({
      found: null,
      evidence: null,
      missing: 'not-collected',
      missingFacts: ['reg_value|native|software\\a|v'],
    });
  });

  it('says which policy the answer depends on, and only then', () => {
    const machine = factsMachine([], ['registry']);
    expect(traceRule(dword(6), machine).leaf).toMatchObject({
      found: 'absent',
      policy: 'missing-value-policy',
    });
    const absentPolicy = { ...defaultPolicy, missingValue: 'absent' as const };
    expect(traceRule(dword(6), machine, true, absentPolicy).leaf?.policy).toBe('missing-value-policy');
    expect(traceRule(dword(0), machine).leaf?.policy).toBeUndefined();
    const text = ask({
      kind: 'reg-text',
      path: value('SOFTWARE\\A'),
      type: 'REG_SZ',
      comparison: 'EqualTo',
      data: 'X',
    });
    const lower = fact(
      { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\A', value: 'V' },
      { type: 'REG_SZ', data: 'x' },
    );
    expect(traceRule(text, factsMachine([lower])).leaf).toMatchObject({
      found: 'x (REG_SZ)',
      policy: 'string-case-policy',
    });
  });

  it('says that an element is not understood', () => {
    const { leaf } = traceRule(dword(4_294_967_296), factsMachine([five]));
    expect(leaf).toMatchObject({ found: 'RegDword Data', missing: 'not-understood' });
  });

  it('shows the row that a WQL query matched', () => {
    const rows = fact({ kind: 'wmi_class', namespace: 'root\\cimv2', class: 'Win32_BaseBoard' }, [
      { Product: '8053' },
      { Product: '8102' },
    ]);
    const query = (board: string) =>
      ask({
        kind: 'wmi-query',
        namespace: '',
        query: `select * from Win32_BaseBoard where Product='${board}'`,
      });
    expect(traceRule(query('8102'), factsMachine([rows])).leaf).toMatchObject({
      found: 'win32_baseboard: Product=8102',
      evidence: { line: 1 },
    });
    expect(traceRule(query('9'), factsMachine([rows])).leaf?.found).toBe('none of 2 rows of win32_baseboard');
  });

  it('shows each subkey of a loop, those that decide marked', () => {
    const loop = ask({
      kind: 'reg-key-loop',
      path: { root: 'machine', view: 'native', key: 'SOFTWARE\\L' },
      trueIf: 'Any',
      of: dword(6, value('', 'loop')),
    });
    const machine = factsMachine([
      fact({ kind: 'reg_subkeys', view: 'native', key: 'SOFTWARE\\L' }, ['One', 'Two']),
      fact(
        { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\L\\One', value: 'V' },
        { type: 'REG_DWORD', data: 7 },
      ),
      fact(
        { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\L\\Two', value: 'V' },
        { type: 'REG_DWORD', data: 5 },
      ),
    ]);
    const node = traceRule(loop, machine);
    expect(node.leaf).toMatchObject({ wanted: 'Any: HKEY_LOCAL_MACHINE\\SOFTWARE\\L', found: '2 subkeys' });
    expect(
      node.of?.map(({ label, truth, decisive, leaf }) => [label, truth, decisive, leaf?.evidence?.line]),
    ).toEqual([
      ['One', 'false', false, 2],
      ['Two', 'true', true, 3],
    ]);
  });

  it('shows the file and the registry value its folder came from', () => {
    const path = { base: { from: 'registry' as const, value: value('SOFTWARE\\A') }, path: 'x.dll' };
    const machine = factsMachine([
      fact(
        { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\A', value: 'V' },
        { type: 'REG_SZ', data: 'C:\\App' },
      ),
      fact({ kind: 'file', path: 'C:\\App\\x.dll' }, { version: '1.0.0.0', size: 7 }),
    ]);
    const { leaf } = traceRule(
      ask({ kind: 'file-version', path, comparison: 'LessThan', version: '2.0' }),
      machine,
    );
    expect(leaf).toMatchObject({
      wanted: '{HKEY_LOCAL_MACHINE\\SOFTWARE\\A [V]}\\x.dll < 2.0',
      found: '1.0.0.0, 7 bytes',
      evidence: { line: 2 },
      others: [{ line: 1 }],
    });
  });

  it('cuts long lists, but never what is needed to work the truth out again', () => {
    const of: Rule[] = Array.from({ length: 100 }, (_, i) => dword(i < 60 ? 1 : 6));
    const all: Rule = { op: 'and', of: [{ op: 'false' }, { op: 'or', of }] };
    const node = traceRule(all, factsMachine([five]));
    const or = node.of?.[1];
    expect(or).toMatchObject({ truth: 'true', decisive: false });
    expect(or?.of?.length).toBe(41);
    expect(or?.of?.some(({ truth }) => truth === 'true')).toBe(true);
  });
});
