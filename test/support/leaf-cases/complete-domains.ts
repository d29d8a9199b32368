/**
 * A complete domain says what is absent; it never outweighs what a file states under another name of
 * the same key or file (applicability rules, sections 2 and 3).
 */
import type { FilePath, RegistryData } from '../../../src/domain/index.ts';
import { fact as known } from '../facts-machine.ts';
import { ask } from './case.ts';
import type { LeafCase } from './case.ts';

const one: RegistryData = { type: 'REG_DWORD', data: 1 };
const value = (view: 'native' | 'wow32', key: string, name = 'V') =>
  known({ kind: 'reg_value', view, key, value: name }, one);
const dword = (key: string, view: 'native' | 'wow32' = 'native') =>
  ask({
    kind: 'reg-dword',
    path: { root: 'machine', view, key, value: 'V' },
    comparison: 'EqualTo',
    data: 1,
  });
const exists = (csidl: number) => {
  const path: FilePath = { base: { from: 'csidl', csidl }, path: 'f.dll' };
  const nothing = { version: null, created: null, modified: null, size: null, language: null };
  return ask({ kind: 'file-exists', path, ...nothing });
};
const device = (name: string, text: string) =>
  ask({ kind: 'device-attribute', name, type: 'String', comparison: 'EqualTo', value: text });
const x86 = known({ kind: 'os', name: 'architecture' }, 0);
const x64 = known({ kind: 'os', name: 'architecture' }, 9);

export const completeDomainCases: readonly LeafCase[] = [
  {
    name: 'CurrentControlSet is answered through its number in a complete registry',
    rule: dword('SYSTEM\\CurrentControlSet\\Foo'),
    facts: [value('native', 'SYSTEM\\Select', 'Current'), value('native', 'SYSTEM\\ControlSet001\\Foo')],
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'a key of SYSTEM recorded in the other view counts in a complete registry',
    rule: dword('SYSTEM\\Foo'),
    facts: [value('wow32', 'SYSTEM\\Foo'), x64],
    complete: ['registry'],
    expected: 'true',
  },
  {
    name: 'the 32-bit view may be the only one where no architecture is known',
    rule: ask({ kind: 'reg-key-exists', path: { root: 'machine', view: 'wow32', key: 'SOFTWARE\\Z' } }),
    facts: [value('native', 'SOFTWARE\\Z')],
    complete: ['registry'],
    expected: 'unknown',
  },
  {
    name: 'and is another one on 64-bit Windows',
    rule: ask({ kind: 'reg-key-exists', path: { root: 'machine', view: 'wow32', key: 'SOFTWARE\\Z' } }),
    facts: [value('native', 'SOFTWARE\\Z'), x64],
    complete: ['registry'],
    expected: 'false',
  },
  {
    name: 'a file under the plain folder counts for the x86 one of 32-bit Windows with complete files',
    rule: exists(41),
    facts: [
      known({ kind: 'file', path: 'csidl:37\\f.dll' }, { size: 1 }),
      x86,
      known({ kind: 'os', name: 'version' }, '6.1.7601'),
    ],
    complete: ['files'],
    expected: 'true',
  },
  {
    name: 'a file recorded where a folder may lie is not absent while the place is not known',
    rule: exists(37),
    facts: [known({ kind: 'file', path: 'C:\\Windows\\System32\\f.dll' }, { size: 1 })],
    complete: ['files'],
    expected: 'unknown',
  },
  {
    name: 'it is absent where the place is known to be another one',
    rule: exists(37),
    facts: [
      known({ kind: 'file', path: 'C:\\Other\\f.dll' }, { size: 1 }),
      known({ kind: 'folder', name: 'csidl:37' }, 'C:\\Windows\\System32'),
    ],
    complete: ['files'],
    expected: 'false',
  },
  {
    name: 'the edition follows from the OS facts though a complete list of attributes lacks it',
    rule: device('sku', '48'),
    facts: [known({ kind: 'os', name: 'sku' }, 48)],
    complete: ['device_attributes'],
    expected: 'true',
  },
  {
    name: 'an attribute that nothing else tells is not set in a complete list',
    rule: device('CurrentBranch', 'main'),
    facts: [],
    complete: ['device_attributes'],
    expected: 'false',
  },
  {
    name: 'the OS is its own release though a complete list of releases lacks it',
    rule: ask({ kind: 'product-release-installed', name: 'Client.OS.rs2.amd64', version: '10.0.22621.1' }),
    facts: [
      known({ kind: 'os', name: 'version' }, '10.0.26200'),
      known({ kind: 'os', name: 'ubr' }, 1000),
      known({ kind: 'os', name: 'productType' }, 1),
      x64,
    ],
    complete: ['product_releases'],
    expected: 'true',
  },
];
