import type { FileData, FilePath, Rule } from '../../../src/domain/index.ts';
import { absent, fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask, not } from './case.ts';
import type { LeafCase } from './case.ts';

const csidl = (number: number, path: string): FilePath => ({ base: { from: 'csidl', csidl: number }, path });
const absolute = (path: string): FilePath => ({ base: { from: 'absolute' }, path });
const folder = (name: string, path: string): FilePath => ({ base: { from: 'folder', name }, path });
const below = (path: string): FilePath => ({
  base: { from: 'registry', value: { root: 'machine', view: 'native', key: 'SOFTWARE\\A', value: 'Dir' } },
  path,
});
const version = (path: FilePath, comparison: 'LessThan' | 'GreaterThanOrEqualTo', wanted: string) =>
  ask({ kind: 'file-version', path, comparison, version: wanted });
const exists = (
  path: FilePath,
  also: Partial<{ version: string; created: string; modified: string; size: number; language: number }> = {},
): Rule =>
  ask({
    kind: 'file-exists',
    path,
    version: null,
    created: null,
    modified: null,
    size: null,
    language: null,
    ...also,
  });
const modified = (comparison: 'LessThan' | 'EqualTo' | 'GreaterThan', time: string) =>
  ask({ kind: 'file-time', path: absolute('C:\\x.dll'), which: 'modified', comparison, time });

const file = (path: string, data: FileData): FactLine => fact({ kind: 'file', path }, data);
const place = (name: string, path: string): FactLine => fact({ kind: 'folder', name }, path);
const dir = (text: string, type: 'REG_SZ' | 'REG_EXPAND_SZ' = 'REG_SZ'): FactLine =>
  fact({ kind: 'reg_value', view: 'native', key: 'SOFTWARE\\A', value: 'Dir' }, { type, data: text });
const two = { version: '2.0.0.0', size: 5 };

export const fileCases: readonly LeafCase[] = [
  {
    name: 'csidl through the folder table',
    rule: version(csidl(37, 'x.dll'), 'GreaterThanOrEqualTo', '2.0'),
    facts: [place('csidl:37', 'C:\\Windows\\System32'), file('C:\\Windows\\system32\\X.DLL', two)],
    expected: 'true',
  },
  {
    name: 'csidl as it was recorded',
    rule: version(csidl(37, '\\x.dll'), 'GreaterThanOrEqualTo', '2.0'),
    facts: [file('csidl:37\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'an absolute path finds what was recorded by csidl',
    rule: exists(absolute('C:\\Windows\\System32\\x.dll')),
    facts: [place('csidl:37', 'C:\\Windows\\System32'), file('csidl:37\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'doubled backslashes collapse',
    rule: exists(csidl(38, '\\\\Vendor\\\\x.dll')),
    facts: [place('csidl:38', 'C:\\Program Files\\'), file('C:\\Program Files\\Vendor\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'a folder that is not there holds no files',
    rule: version(csidl(42, 'x.dll'), 'LessThan', '9.0'),
    facts: [absent({ kind: 'folder', name: 'csidl:42' })],
    expected: 'false',
  },
  {
    name: 'csidl without table and without record',
    rule: exists(csidl(37, 'x.dll')),
    facts: [file('C:\\Windows\\System32\\x.dll', two)],
    expected: 'unknown',
  },
  {
    name: '32-bit Windows since Vista: 42 is 38',
    rule: exists(csidl(42, 'x.dll')),
    facts: [place('csidl:38', 'C:\\Program Files'), file('C:\\Program Files\\x.dll', two)],
    os: { version: '6.1.7601', architecture: 'x86' },
    expected: 'true',
  },
  {
    name: 'on XP it may be none',
    rule: exists(csidl(42, 'x.dll')),
    facts: [place('csidl:38', 'C:\\Program Files'), file('C:\\Program Files\\x.dll', two)],
    os: { version: '5.1.2600', architecture: 'x86' },
    expected: 'unknown',
  },
  {
    name: 'a folder token',
    rule: exists(folder('%windir%\\system32', 'x.dll')),
    facts: [file('%windir%\\system32\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'a folder token through its place',
    rule: exists(folder('%windir%\\system32', 'x.dll')),
    facts: [place('%windir%', 'C:\\WINNT'), file('C:\\WINNT\\system32\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'a complete folder',
    rule: exists(csidl(37, 'x.dll')),
    complete: ['files:csidl:37'],
    expected: 'false',
  },
  {
    name: 'a complete folder by its place',
    rule: exists(csidl(37, 'x.dll')),
    facts: [place('csidl:37', 'C:\\W\\S')],
    complete: ['files:c:\\w\\s'],
    expected: 'false',
  },
  {
    name: 'a variable is not expanded',
    rule: exists(absolute('%ProgramFiles%\\x.dll')),
    complete: ['files'],
    expected: 'unknown',
  },
  {
    name: 'a lone percent sign is part of a name',
    rule: exists(absolute('C:\\100%.txt')),
    complete: ['files'],
    expected: 'false',
  },
  // PrependRegSz.
  {
    name: 'base from the registry',
    rule: version(below('bin\\x.dll'), 'LessThan', '3.0'),
    facts: [dir('C:\\App\\'), file('C:\\App\\bin\\x.dll', two)],
    expected: 'true',
  },
  { name: 'base value missing', rule: exists(below('x.dll')), complete: ['registry'], expected: 'false' },
  {
    name: 'base value not collected',
    rule: exists(below('x.dll')),
    complete: ['files'],
    expected: 'unknown',
  },
  {
    name: 'base of another type',
    rule: exists(below('x.dll')),
    facts: [dir('C:\\App', 'REG_EXPAND_SZ')],
    complete: ['files'],
    expected: 'unknown',
  },
  {
    name: 'base with a variable',
    rule: exists(below('x.dll')),
    facts: [dir('%ProgramFiles%\\App')],
    complete: ['files'],
    expected: 'unknown',
  },
  {
    name: 'base in quotes is a path that does not exist',
    rule: exists(below('x.dll')),
    facts: [dir('"C:\\App"')],
    expected: 'false',
  },
  {
    name: 'base that is a file',
    rule: exists(below('x.dll')),
    facts: [dir('C:\\App\\app.exe'), file('C:\\App\\app.exe', two)],
    expected: 'false',
  },
  // Missing file, missing version.
  {
    name: 'LessThan of a missing file',
    rule: version(absolute('C:\\x.dll'), 'LessThan', '9.0'),
    complete: ['files'],
    expected: 'false',
  },
  {
    name: 'and Not of it',
    rule: not(version(absolute('C:\\x.dll'), 'LessThan', '9.0')),
    complete: ['files'],
    expected: 'true',
  },
  {
    name: 'a file without version',
    rule: version(absolute('C:\\x.dll'), 'LessThan', '9.0'),
    facts: [file('C:\\x.dll', { version: null })],
    expected: 'false',
  },
  {
    name: 'a file whose version nobody read',
    rule: version(absolute('C:\\x.dll'), 'LessThan', '9.0'),
    facts: [file('C:\\x.dll', { size: 1 })],
    expected: 'unknown',
  },
  {
    name: 'versions with leading zeros',
    rule: version(absolute('C:\\x.dll'), 'GreaterThanOrEqualTo', '1.34.02440.1261'),
    facts: [file('C:\\x.dll', { version: '1.34.2440.1261' })],
    expected: 'true',
  },
  // FileExists with attributes.
  {
    name: 'FileExists with version and size',
    rule: exists(absolute('C:\\x.dll'), { version: '2.0', size: 5 }),
    facts: [file('C:\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'one attribute that differs decides beside one that is not known',
    rule: exists(absolute('C:\\x.dll'), { language: 1033, size: 6 }),
    facts: [file('C:\\x.dll', two)],
    expected: 'false',
  },
  {
    name: 'an attribute that is not known',
    rule: exists(absolute('C:\\x.dll'), { language: 1033 }),
    facts: [file('C:\\x.dll', two)],
    expected: 'unknown',
  },
  {
    name: 'created, with seven digits and without zone',
    rule: exists(absolute('C:\\x.dll'), { created: '2005-05-26T01:16:30.1234567' }),
    facts: [file('C:\\x.dll', { created: '2005-05-26T01:16:30.1234567Z' })],
    expected: 'true',
  },
  // Times, sizes, checksums.
  {
    name: 'a time before, by its fraction',
    rule: modified('LessThan', '2005-05-26T01:16:30.2Z'),
    facts: [file('C:\\x.dll', { modified: '2005-05-26T01:16:30.1234567Z' })],
    expected: 'true',
  },
  {
    name: 'a time in another zone',
    rule: modified('EqualTo', '2005-05-26T03:16:30+02:00'),
    facts: [file('C:\\x.dll', { modified: '2005-05-26T01:16:30.000Z' })],
    expected: 'true',
  },
  {
    name: 'a time that is none',
    rule: modified('GreaterThan', 'yesterday'),
    facts: [file('C:\\x.dll', { modified: '2005-05-26T01:16:30Z' })],
    expected: 'unknown',
  },
  {
    name: 'a size',
    rule: ask({ kind: 'file-size', path: absolute('C:\\x.dll'), comparison: 'GreaterThan', size: 4 }),
    facts: [file('C:\\x.dll', two)],
    expected: 'true',
  },
  {
    name: 'R6: a checksum',
    rule: ask({ kind: 'file-checksum', path: absolute('C:\\x.dll'), checksum: '42' }),
    facts: [file('C:\\x.dll', { checksum: '42' })],
    expected: 'true',
  },
  {
    name: 'R6: another checksum',
    rule: ask({ kind: 'file-checksum', path: absolute('C:\\x.dll'), checksum: '43' }),
    facts: [file('C:\\x.dll', { checksum: '42' })],
    expected: 'false',
  },
  {
    name: 'R6: no checksum',
    rule: ask({ kind: 'file-checksum', path: absolute('C:\\x.dll'), checksum: '43' }),
    facts: [file('C:\\x.dll', two)],
    expected: 'unknown',
  },
];
