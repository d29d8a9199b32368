import type { RegistryData, RegistryKeyPath, RegistryValuePath, Rule } from '../../../src/domain/index.ts';
import { fact } from '../facts-machine.ts';
import type { FactLine } from '../facts-machine.ts';
import { ask } from './case.ts';

export type Place = Partial<Pick<RegistryKeyPath, 'root' | 'view'>>;

export const path = (key: string, place: Place = {}): RegistryKeyPath => ({
  root: 'machine',
  view: 'native',
  key,
  ...place,
});
export const value = (key: string, name: string, place: Place = {}): RegistryValuePath => ({
  ...path(key, place),
  value: name,
});
export const keyExists = (key: string, place?: Place) =>
  ask({ kind: 'reg-key-exists', path: path(key, place) });
export const valueExists = (key: string, name: string, place?: Place) =>
  ask({ kind: 'reg-value-exists', path: value(key, name, place), type: null });
export const dword = (
  key: string,
  comparison: 'EqualTo' | 'LessThan' | 'GreaterThanOrEqualTo',
  data: number,
  place?: Place,
) => ask({ kind: 'reg-dword', path: value(key, 'V', place), comparison, data });
export const text = (
  data: string,
  comparison: 'EqualTo' | 'Contains' = 'EqualTo',
  type: 'REG_SZ' | 'REG_EXPAND_SZ' = 'REG_SZ',
) => ask({ kind: 'reg-text', path: value('SOFTWARE\\A', 'V'), type, comparison, data });
export const version = (comparison: 'EqualTo' | 'LessThan' | 'GreaterThan', data: string) =>
  ask({ kind: 'reg-version', path: value('SOFTWARE\\A', 'V'), comparison, data });
export const equals = (data: string) => ask({ kind: 'reg-equals', path: value('SOFTWARE\\A', 'V'), data });
export const loop = (trueIf: 'Any' | 'All' | 'None', of: Rule, key = 'SOFTWARE\\Uninstall', place?: Place) =>
  ask({ kind: 'reg-key-loop', path: path(key, place), trueIf, of });

export const has = (
  key: string,
  data: RegistryData,
  view: 'native' | 'wow32' = 'native',
  name = 'V',
): FactLine => fact({ kind: 'reg_value', view, key, value: name }, data);
export const subkeys = (key: string, names: readonly string[], view: 'native' | 'wow32' = 'native') =>
  fact({ kind: 'reg_subkeys', view, key }, names);
export const one: RegistryData = { type: 'REG_DWORD', data: 1 };
export const sz = (data: string): RegistryData => ({ type: 'REG_SZ', data });
export const absentPolicy = { missingValue: 'absent', stringCase: 'sensitive' } as const;
export const anyCase = { missingValue: 'zero', stringCase: 'insensitive' } as const;

export const displayed = (name: string): Rule => ({
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
export const uninstall = [
  subkeys('SOFTWARE\\Uninstall', ['{1}', '{2}']),
  has('SOFTWARE\\Uninstall\\{1}', sz('Other'), 'native', 'DisplayName'),
  has('SOFTWARE\\Uninstall\\{1}', sz('1.0'), 'native', 'DisplayVersion'),
  has('SOFTWARE\\Uninstall\\{2}', sz('Widget'), 'native', 'DisplayName'),
  has('SOFTWARE\\Uninstall\\{2}', sz('1.10'), 'native', 'DisplayVersion'),
];
