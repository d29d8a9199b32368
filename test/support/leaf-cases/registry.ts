import type { RegistryData, RegistryKeyPath, RegistryValuePath, Rule } from '../../../src/domain/index.ts';
import { absent, fact, unavailable } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask, not } from './case.ts';
import type { LeafCase } from './case.ts';

type Place = Partial<Pick<RegistryKeyPath, 'root' | 'view'>>;

const path = (key: string, place: Place = {}): RegistryKeyPath => ({
  root: 'machine',
  view: 'native',
  key,
  ...place,
});
const value = (key: string, name: string, place: Place = {}): RegistryValuePath => ({
  ...path(key, place),
  value: name,
});
const keyExists = (key: string, place?: Place) => ask({ kind: 'reg-key-exists', path: path(key, place) });
const valueExists = (key: string, name: string, place?: Place) =>
  ask({ kind: 'reg-value-exists', path: value(key, name, place), type: null });
const dword = (
  key: string,
  comparison: 'EqualTo' | 'LessThan' | 'GreaterThanOrEqualTo',
  data: number,
  place?: Place,
) => ask({ kind: 'reg-dword', path: value(key, 'V', place), comparison, data });
const text = (
  data: string,
  comparison: 'EqualTo' | 'Contains' = 'EqualTo',
  type: 'REG_SZ' | 'REG_EXPAND_SZ' = 'REG_SZ',
) => ask({ kind: 'reg-text', path: value('SOFTWARE\\A', 'V'), type, comparison, data });
const version = (comparison: 'EqualTo' | 'LessThan' | 'GreaterThan', data: string) =>
  ask({ kind: 'reg-version', path: value('SOFTWARE\\A', 'V'), comparison, data });
const equals = (data: string) => ask({ kind: 'reg-equals', path: value('SOFTWARE\\A', 'V'), data });
const loop = (trueIf: 'Any' | 'All' | 'None', of: Rule, key = 'SOFTWARE\\Uninstall', place?: Place) =>
  ask({ kind: 'reg-key-loop', path: path(key, place), trueIf, of });

const has = (key: string, data: RegistryData, view: 'native' | 'wow32' = 'native', name = 'V'): FactLine =>
  fact({ kind: 'reg_value', view, key, value: name }, data);
const subkeys = (key: string, names: readonly string[], view: 'native' | 'wow32' = 'native') =>
  fact({ kind: 'reg_subkeys', view, key }, names);
const one: RegistryData = { type: 'REG_DWORD', data: 1 };
const sz = (data: string): RegistryData => ({ type: 'REG_SZ', data });
const absentPolicy = { missingValue: 'absent', stringCase: 'sensitive' } as const;
const anyCase = { missingValue: 'zero', stringCase: 'insensitive' } as const;

const displayed = (name: string): Rule => ({
  op: 'and',
  of: [
    ask({
      kind: 'reg-text',
      path: value('', 'DisplayName', { root: 'loop' }),
      type: 'REG_SZ',
      comparison: 'EqualTo',
      data: name,
    }),
    ask({
      kind: 'reg-version',
      path: value('', 'DisplayVersion', { root: 'loop' }),
      comparison: 'LessThan',
      data: '2.0',
    }),
  ],
});
const uninstall = [
  subkeys('SOFTWARE\\Uninstall', ['{1}', '{2}']),
  has('SOFTWARE\\Uninstall\\{1}', sz('Other'), 'native', 'DisplayName'),
  has('SOFTWARE\\Uninstall\\{1}', sz('1.0'), 'native', 'DisplayVersion'),
  has('SOFTWARE\\Uninstall\\{2}', sz('Widget'), 'native', 'DisplayName'),
  has('SOFTWARE\\Uninstall\\{2}', sz('1.10'), 'native', 'DisplayVersion'),
];

export const registryCases: readonly LeafCase[] = [
  // Paths.
  {
    name: 'path ends in a backslash',
    rule: valueExists('Software\\Microsoft\\Exchange\\', 'V'),
    facts: [has('SOFTWARE\\Microsoft\\Exchange', one)],
    expected: 'true',
  },
  {
    name: 'path begins with a backslash',
    rule: dword('\\SOFTWARE\\A', 'EqualTo', 1),
    facts: [has('SOFTWARE\\A', one)],
    expected: 'true',
  },
  {
    name: 'case of the path does not count',
    rule: dword('hardware\\description\\system', 'EqualTo', 1),
    facts: [has('HARDWARE\\Description\\System', one)],
    expected: 'true',
  },
  {
    name: 'Wow6432Node is the 32-bit view',
    rule: dword('SOFTWARE\\Wow6432Node\\A', 'EqualTo', 1),
    facts: [has('SOFTWARE\\A', one, 'wow32')],
    expected: 'true',
  },
  {
    name: 'Wow6432Node with RegType32 is not redirected twice',
    rule: dword('Software\\WOW6432Node\\A', 'EqualTo', 1, { view: 'wow32' }),
    facts: [has('SOFTWARE\\A', one, 'wow32')],
    expected: 'true',
  },
  {
    name: 'the 64-bit view does not see the 32-bit one',
    rule: valueExists('SOFTWARE\\A', 'V'),
    facts: [has('SOFTWARE\\A', one, 'wow32')],
    complete: ['registry:native'],
    expected: 'false',
  },
  {
    name: 'RegType32 has no effect on 32-bit Windows',
    rule: dword('SOFTWARE\\A', 'EqualTo', 1, { view: 'wow32' }),
    facts: [has('SOFTWARE\\A', one)],
    os: { architecture: 'x86' },
    expected: 'true',
  },
  {
    name: 'Wow6432Node is a key like any other on 32-bit Windows',
    rule: keyExists('SOFTWARE\\Wow6432Node\\A'),
    facts: [has('SOFTWARE\\A', one)],
    complete: ['registry'],
    os: { architecture: 'x86' },
    expected: 'false',
  },
  {
    name: 'keys outside SOFTWARE have one view',
    rule: dword('SYSTEM\\Setup', 'EqualTo', 1, { view: 'wow32' }),
    facts: [has('SYSTEM\\Setup', one)],
    expected: 'true',
  },
  {
    name: 'CurrentControlSet is answered through the alias',
    rule: dword('SYSTEM\\CurrentControlSet\\Control\\A', 'EqualTo', 1),
    facts: [
      has('SYSTEM\\Select', { type: 'REG_DWORD', data: 3 }, 'native', 'Current'),
      has('SYSTEM\\ControlSet003\\Control\\A', one),
    ],
    expected: 'true',
  },
  {
    name: 'and the numbered set through CurrentControlSet',
    rule: dword('SYSTEM\\ControlSet001\\Control\\A', 'EqualTo', 1),
    facts: [
      has('SYSTEM\\Select', one, 'native', 'Current'),
      has('SYSTEM\\CurrentControlSet\\Control\\A', one),
    ],
    expected: 'true',
  },
  {
    name: 'another numbered set is another key',
    rule: dword('SYSTEM\\ControlSet002\\Control\\A', 'EqualTo', 1),
    facts: [
      has('SYSTEM\\Select', one, 'native', 'Current'),
      has('SYSTEM\\CurrentControlSet\\Control\\A', one),
    ],
    expected: 'unknown',
  },
  // Known, absent, unavailable.
  {
    name: 'a key that was not opened for want of rights is unknown',
    rule: keyExists('SOFTWARE\\A'),
    facts: [unavailable({ kind: 'reg_key', view: 'native', key: 'SOFTWARE\\A' })],
    expected: 'unknown',
  },
  {
    name: 'a recorded value proves its key',
    rule: keyExists('SOFTWARE\\A'),
    facts: [has('SOFTWARE\\A\\B', one)],
    expected: 'true',
  },
  {
    name: 'and proves it where what is not listed is absent',
    rule: keyExists('SOFTWARE\\A'),
    facts: [has('SOFTWARE\\A\\B', one)],
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'an absent key has no values',
    rule: valueExists('SOFTWARE\\A\\B', 'V'),
    facts: [absent({ kind: 'reg_key', view: 'native', key: 'SOFTWARE\\A' })],
    expected: 'false',
  },
  {
    name: 'a list of subkeys that does not name it makes a key absent',
    rule: keyExists('SOFTWARE\\A\\B'),
    facts: [subkeys('SOFTWARE\\A', ['C'])],
    expected: 'false',
  },
  {
    name: 'a list of subkeys that names it leaves its values open',
    rule: valueExists('SOFTWARE\\A\\c', 'V'),
    facts: [subkeys('SOFTWARE\\A', ['C'])],
    expected: 'unknown',
  },
  {
    name: 'a list of subkeys proves the key',
    rule: keyExists('SOFTWARE\\A'),
    facts: [subkeys('SOFTWARE\\A', [])],
    expected: 'true',
  },
  // RegDword.
  {
    name: 'a DWORD above 2^31 that a script host read as negative',
    rule: dword('SOFTWARE\\A', 'EqualTo', 4_294_967_295),
    facts: [has('SOFTWARE\\A', { type: 'REG_DWORD', data: -1 })],
    expected: 'true',
  },
  {
    name: 'unsigned comparison',
    rule: dword('SOFTWARE\\A', 'GreaterThanOrEqualTo', 2_147_483_648),
    facts: [has('SOFTWARE\\A', { type: 'REG_DWORD', data: 4_294_967_295 })],
    expected: 'true',
  },
  {
    name: 'CSDReleaseType EqualTo 0 where it is missing: zero',
    rule: dword('SOFTWARE\\A', 'EqualTo', 0),
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'CSDReleaseType EqualTo 0 where it is missing: absent',
    rule: dword('SOFTWARE\\A', 'EqualTo', 0),
    complete: ['registry'],
    policy: absentPolicy,
    expected: 'false',
  },
  {
    name: 'a value of another type compares as 0: zero',
    rule: dword('SOFTWARE\\A', 'EqualTo', 1),
    facts: [has('SOFTWARE\\A', sz('1'))],
    expected: 'false',
  },
  {
    name: 'a value of another type is unknown: absent',
    rule: dword('SOFTWARE\\A', 'EqualTo', 1),
    facts: [has('SOFTWARE\\A', sz('1'))],
    policy: absentPolicy,
    expected: 'unknown',
  },
  {
    name: 'Data below 0 is malformed',
    rule: dword('SOFTWARE\\A', 'EqualTo', -1),
    facts: [has('SOFTWARE\\A', one)],
    expected: 'unknown',
  },
  // RegSz, RegExpandSz.
  { name: 'RegSz of a missing value', rule: text('x'), complete: ['registry'], expected: 'false' },
  {
    name: 'RegSz of a REG_EXPAND_SZ value',
    rule: text('x'),
    facts: [has('SOFTWARE\\A', { type: 'REG_EXPAND_SZ', data: 'x' })],
    expected: 'unknown',
  },
  {
    name: 'RegSz without Data is malformed',
    rule: text(''),
    facts: [has('SOFTWARE\\A', sz('x'))],
    expected: 'unknown',
  },
  {
    name: 'texts are not trimmed',
    rule: text('x'),
    facts: [has('SOFTWARE\\A', sz('x '))],
    expected: 'false',
  },
  {
    name: 'Contains but for the case',
    rule: text('WIDGET', 'Contains'),
    facts: [has('SOFTWARE\\A', sz('a widget'))],
    expected: 'unknown',
  },
  {
    name: 'case policy sensitive',
    rule: text('X'),
    facts: [has('SOFTWARE\\A', sz('x'))],
    policy: absentPolicy,
    expected: 'false',
  },
  {
    name: 'case policy insensitive',
    rule: text('X'),
    facts: [has('SOFTWARE\\A', sz('x'))],
    policy: anyCase,
    expected: 'true',
  },
  {
    name: 'RegExpandSz without a variable compares directly',
    rule: text('C:\\x', 'EqualTo', 'REG_EXPAND_SZ'),
    facts: [has('SOFTWARE\\A', { type: 'REG_EXPAND_SZ', data: 'C:\\x' })],
    expected: 'true',
  },
  {
    name: 'RegExpandSz with a variable is unknown',
    rule: text('C:\\x', 'EqualTo', 'REG_EXPAND_SZ'),
    facts: [has('SOFTWARE\\A', { type: 'REG_EXPAND_SZ', data: '%SystemDrive%\\x' })],
    expected: 'unknown',
  },
  {
    name: 'RegExpandSz with the expanded form',
    rule: text('C:\\x', 'EqualTo', 'REG_EXPAND_SZ'),
    facts: [has('SOFTWARE\\A', { type: 'REG_EXPAND_SZ', data: '%SystemDrive%\\x', expanded: 'C:\\x' })],
    expected: 'true',
  },
  // RegSzToVersion.
  {
    name: 'RegSzToVersion missing: 0.0.0.0',
    rule: version('LessThan', '1.0'),
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'RegSzToVersion missing: absent',
    rule: version('LessThan', '1.0'),
    complete: ['registry'],
    policy: absentPolicy,
    expected: 'false',
  },
  {
    name: 'leading zeros do not count',
    rule: version('EqualTo', '7.0.0.0'),
    facts: [has('SOFTWARE\\A', sz('7.00.0.0'))],
    expected: 'true',
  },
  {
    name: 'parts beyond 2^53 are compared exactly (SCN06)',
    rule: version('GreaterThan', '1.9007199254740993'),
    facts: [has('SOFTWARE\\A', sz('1.9007199254740992'))],
    expected: 'false',
  },
  {
    name: 'parts of 2^32 are numbers (SCN06)',
    rule: version('LessThan', '4294967296.0'),
    facts: [has('SOFTWARE\\A', sz('4294967295.9'))],
    expected: 'true',
  },
  {
    name: 'five parts are no version',
    rule: version('EqualTo', '1.0'),
    facts: [has('SOFTWARE\\A', sz('1.0.0.0.0'))],
    expected: 'unknown',
  },
  // MSSecure R3.
  {
    name: 'R3: trimmed, case ignored',
    rule: equals(' One '),
    facts: [has('SOFTWARE\\A', sz('ONE'))],
    expected: 'true',
  },
  {
    name: 'R3: numbers as numbers, whatever the type',
    rule: equals('01'),
    facts: [has('SOFTWARE\\A', one)],
    expected: 'true',
  },
  { name: 'R3: a missing value', rule: equals('1'), complete: ['registry'], expected: 'false' },
  // RegKeyLoop.
  {
    name: 'a program among the uninstall keys, by name and version',
    rule: loop('Any', displayed('Widget')),
    facts: uninstall,
    expected: 'true',
  },
  {
    name: 'name of one and version of another is none',
    rule: loop('Any', displayed('Gadget')),
    facts: uninstall,
    expected: 'false',
  },
  {
    name: 'one unknown subkey keeps Any unknown',
    rule: loop('Any', displayed('Gadget')),
    facts: uninstall.slice(0, 3),
    expected: 'unknown',
  },
  {
    name: 'one true subkey settles Any beside an unknown one',
    rule: loop('Any', dword('', 'EqualTo', 1, { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A', 'B']), has('SOFTWARE\\Uninstall\\A', one)],
    expected: 'true',
  },
  {
    name: 'None with an unknown subkey',
    rule: loop('None', dword('', 'EqualTo', 2, { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A', 'B']), has('SOFTWARE\\Uninstall\\A', one)],
    expected: 'unknown',
  },
  {
    name: 'All',
    rule: loop('All', dword('', 'EqualTo', 1, { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A']), has('SOFTWARE\\Uninstall\\A', one)],
    expected: 'true',
  },
  {
    name: 'a list of subkeys that is empty: None',
    rule: loop('None', dword('', 'EqualTo', 1, { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', [])],
    expected: 'true',
  },
  {
    name: 'a list of subkeys that is empty: All',
    rule: loop('All', dword('', 'EqualTo', 1, { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', [])],
    expected: 'unknown',
  },
  {
    name: 'no list of subkeys',
    rule: loop('Any', dword('', 'EqualTo', 1, { root: 'loop' })),
    expected: 'unknown',
  },
  {
    name: 'subkeys of a complete registry are those beneath which something is recorded',
    rule: loop('Any', dword('', 'EqualTo', 1, { root: 'loop' })),
    facts: [has('SOFTWARE\\Uninstall\\A', one)],
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'a leading backslash is dropped, and alone is the target itself',
    rule: loop('Any', {
      op: 'and',
      of: [dword('\\', 'EqualTo', 1, { root: 'loop' }), dword('\\Below', 'EqualTo', 1, { root: 'loop' })],
    }),
    facts: [
      subkeys('SOFTWARE\\Uninstall', ['A']),
      has('SOFTWARE\\Uninstall\\A', one),
      has('SOFTWARE\\Uninstall\\A\\Below', one),
    ],
    expected: 'true',
  },
  {
    name: 'a point never matches',
    rule: loop('Any', keyExists('.', { root: 'loop' })),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A'])],
    expected: 'false',
  },
  {
    name: 'RegType32 is not inherited by the children',
    rule: loop('Any', dword('', 'EqualTo', 1, { root: 'loop' }), 'SOFTWARE\\Uninstall', { view: 'wow32' }),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A'], 'wow32'), has('SOFTWARE\\Uninstall\\A', one, 'wow32')],
    complete: ['registry:native'],
    expected: 'false',
  },
  {
    name: 'Wow6432Node in the path of the loop is',
    rule: loop('Any', dword('', 'EqualTo', 1, { root: 'loop' }), 'SOFTWARE\\Wow6432Node\\Uninstall'),
    facts: [subkeys('SOFTWARE\\Uninstall', ['A'], 'wow32'), has('SOFTWARE\\Uninstall\\A', one, 'wow32')],
    expected: 'true',
  },
  {
    name: 'a loop in a loop',
    rule: loop('Any', loop('Any', dword('', 'EqualTo', 1, { root: 'loop' }), 'Inner', { root: 'loop' })),
    facts: [
      subkeys('SOFTWARE\\Uninstall', ['A']),
      subkeys('SOFTWARE\\Uninstall\\A\\Inner', ['B']),
      has('SOFTWARE\\Uninstall\\A\\Inner\\B', one),
    ],
    expected: 'true',
  },
  {
    name: 'HKEY_LOOP_TARGET outside a loop',
    rule: keyExists('A', { root: 'loop' }),
    complete: ['registry'],
    expected: 'unknown',
  },
  {
    name: 'Not of a definite answer',
    rule: not(keyExists('SOFTWARE\\A')),
    complete: ['registry'],
    expected: 'true',
  },
];
