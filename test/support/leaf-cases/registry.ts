import { absent, unavailable } from '../facts-machine.ts';
import type { LeafCase } from './case.ts';
import { keyExists, valueExists, dword, has, subkeys, one } from './registry-words.ts';

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
];
