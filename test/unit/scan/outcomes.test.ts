import { describe, expect, it } from 'vitest';
import type { Clause, PatchState, Rule } from '../../../src/domain/index.ts';
import { decide } from '../../../src/scan/evaluate.ts';
import { ask } from '../../support/leaf-cases/case.ts';
import { absent, fact, factsMachine, unavailable } from '../../support/facts-machine.ts';

const product = (code: string): Rule =>
  ask({
    kind: 'msi-product-installed',
    product: code,
    bounds: { versionMin: null, versionMax: null, excludeMin: false, excludeMax: false, language: null },
  });
const clause = (when: Rule, state: PatchState, reason: Clause['reason']): Clause => ({
  when,
  state,
  reason,
  grade: 'measured',
  source: 'applicability-rules 6',
});
/** P, IsInstalled, IsSuperseded, IsInstallable as section 6 orders them. */
const leafUpdate = (p: Rule, installed: Rule, superseded: Rule, installable: Rule): readonly Clause[] => [
  clause({ op: 'not', of: p }, 'NotRequired', 'prerequisite-not-met'),
  clause(installed, 'Installed', 'rules-installed'),
  clause(superseded, 'NotRequired', 'superseded-by-rule'),
  clause(installable, 'Required', 'rules-installable'),
  clause({ op: 'true' }, 'NotRequired', 'rules-not-applicable'),
];
const yes: Rule = { op: 'true' };
const no: Rule = { op: 'false' };
const open = product('{open}');
const pc = factsMachine([]);
const outcome = (...sections: Parameters<typeof leafUpdate>) =>
  decide({ subject: '', clauses: leafUpdate(...sections) }, pc);

describe('the set of possible outcomes (applicability rules, section 6)', () => {
  it.each<[string, Parameters<typeof leafUpdate>, PatchState]>([
    ['prerequisite false', [no, yes, no, yes], 'NotRequired'],
    ['IsInstalled true', [yes, yes, yes, yes], 'Installed'],
    ['IsSuperseded true', [yes, no, yes, yes], 'NotRequired'],
    ['IsInstallable true', [yes, no, no, yes], 'Required'],
    ['nothing true', [yes, no, no, no], 'NotRequired'],
    ['an Unknown that changes nothing', [no, open, open, open], 'NotRequired'],
    ['an Unknown behind a definite Installed', [yes, yes, open, open], 'Installed'],
    ['an Unknown whose both outcomes are one state', [yes, no, open, no], 'NotRequired'],
  ])('%s', (_, sections, state) => {
    expect(outcome(...sections).state).toBe(state);
  });

  it.each<[string, Parameters<typeof leafUpdate>, readonly PatchState[]]>([
    ['P true, IsInstalled false, IsInstallable open', [yes, no, no, open], ['Required', 'NotRequired']],
    ['IsInstalled open, IsInstallable false', [yes, open, no, no], ['Installed', 'NotRequired']],
    ['IsInstalled open, IsInstallable true', [yes, open, no, yes], ['Required', 'Installed']],
    ['everything open', [open, open, open, open], ['Required', 'Installed', 'NotRequired']],
  ])('%s', (_, sections, possible) => {
    const found = outcome(...sections);
    expect(found).toMatchObject({ state: 'Unknown', possible, reason: 'fact-not-collected', grade: null });
  });
});

describe('what would settle an Unknown', () => {
  const blockersOf = (rule: Rule, machine = pc) =>
    decide(
      {
        subject: '',
        clauses: [
          clause(rule, 'Required', 'rules-installable'),
          clause(yes, 'NotRequired', 'rules-not-applicable'),
        ],
      },
      machine,
    );

  it('is the fact, by its key, once', () => {
    const found = blockersOf({ op: 'or', of: [open, { op: 'not', of: product('{OPEN}') }] });
    expect(found.reason).toBe('fact-not-collected');
    expect(found.blockers).toEqual([{ kind: 'fact', subject: 'msi_product|{open}' }]);
  });

  it('is the class of a WMI query, and the namespace as it is asked for', () => {
    const found = blockersOf(
      ask({ kind: 'wmi-query', namespace: 'Root/CIMv2', query: "select * from Win32_BIOS where A='1'" }),
    );
    expect(found.blockers).toEqual([{ kind: 'fact', subject: 'wmi_class|root\\cimv2|win32_bios' }]);
  });

  it('is the file by its folder, as a kit can ask for it on every machine', () => {
    const found = blockersOf(
      ask({
        kind: 'file-version',
        path: { base: { from: 'csidl', csidl: 37 }, path: 'x.dll' },
        comparison: 'LessThan',
        version: '1.0',
      }),
    );
    expect(found.blockers).toEqual([{ kind: 'fact', subject: 'file|csidl:37\\x.dll' }]);
  });

  it('is the element, where a rule is not understood, and not a product name', () => {
    const found = blockersOf({
      op: 'leaf',
      leaf: { kind: 'not-understood', name: 'WUv4RegKeyValue', element: true },
    });
    expect(found).toMatchObject({
      reason: 'element-not-understood',
      blockers: [{ kind: 'element', subject: 'WUv4RegKeyValue' }],
    });
  });

  it('is the product name, where MSRC has one that is not understood', () => {
    const found = blockersOf({ op: 'leaf', leaf: { kind: 'not-understood', name: 'Windows 13' } });
    expect(found).toMatchObject({
      reason: 'product-name-not-understood',
      blockers: [{ kind: 'product-name', subject: 'Windows 13' }],
    });
  });

  it('is the malformed And itself', () => {
    expect(blockersOf({ op: 'and', of: [] }).blockers).toEqual([{ kind: 'element', subject: 'and' }]);
  });

  it('is not what an unknown neighbour of a false one lacks', () => {
    expect(
      blockersOf({ op: 'or', of: [{ op: 'and', of: [open, no] }, product('{other}')] }).blockers,
    ).toEqual([{ kind: 'fact', subject: 'msi_product|{other}' }]);
  });

  it('is the values beneath each subkey of a loop; of hundreds fifty are named and the rest counted', () => {
    const names = Array.from({ length: 300 }, (_, i) => `{${String(i)}}`);
    const machine = factsMachine([fact({ kind: 'reg_subkeys', view: 'native', key: 'SOFTWARE\\U' }, names)]);
    const path = { root: 'loop' as const, view: 'native' as const, key: '', value: 'V' };
    const loop = ask({
      kind: 'reg-key-loop',
      path: { root: 'machine', view: 'native', key: 'SOFTWARE\\U' },
      trueIf: 'Any',
      of: ask({ kind: 'reg-dword', path, comparison: 'EqualTo', data: 1 }),
    });
    const found = blockersOf(loop, machine);
    expect(found.blockers).toHaveLength(50);
    expect(found.blockers[0]).toEqual({ kind: 'fact', subject: 'reg_value|native|software\\u\\{0}|v' });
    expect(found.moreBlockers).toBe(250);
  });

  it('is the fact that was denied just as the one nobody asked for', () => {
    const key = { kind: 'reg_key' as const, view: 'native' as const, key: 'SOFTWARE\\A' };
    const rule = ask({
      kind: 'reg-key-exists',
      path: { root: 'machine', view: 'native', key: 'SOFTWARE\\A' },
    });
    expect(blockersOf(rule, factsMachine([unavailable(key)])).blockers).toEqual([
      { kind: 'fact', subject: 'reg_key|native|software\\a' },
    ]);
    expect(blockersOf(rule, factsMachine([absent(key)])).state).toBe('NotRequired');
  });
});
