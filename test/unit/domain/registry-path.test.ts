import { expect, it } from 'vitest';
import { machineKey } from '../../../src/domain/index.ts';

it.each([
  ['SOFTWARE\\Acme', 'native', 'SOFTWARE\\Acme'],
  [' \\SOFTWARE\\\\Acme\\ ', 'native', 'SOFTWARE\\Acme'],
  ['HKLM\\SOFTWARE\\Acme', 'native', 'SOFTWARE\\Acme'],
  ['hkey_local_machine\\System\\', 'native', 'System'],
  ['HKLM:\\System', 'native', 'System'],
  ['HKLM', 'native', ''],
  ['', 'native', ''],
  ['\\', 'native', ''],
  ['HKLM\\Software\\WOW6432Node\\Acme', 'wow32', 'Software\\Acme'],
  ['SOFTWARE\\Wow6432Node', 'wow32', 'SOFTWARE'],
  ['SOFTWARE\\Wow6432NodeX', 'native', 'SOFTWARE\\Wow6432NodeX'],
  ['HKitchen\\Acme', 'native', 'HKitchen\\Acme'],
] as const)('%s', (written, view, key) => {
  expect(machineKey(written)).toEqual({ view, key });
  expect(machineKey(key, 'wow32')).toEqual({ view: 'wow32', key: machineKey(key)?.key });
});

it.each(['HKCU\\Software', 'HKEY_USERS', 'hkcr\\x'])('%s is another hive', (written) => {
  expect(machineKey(written)).toBeNull();
});
