import type { RegistryKeyPath, RegistryValuePath } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import type { RulePlace } from './rule-entry.ts';

const roots = ['HKEY_LOCAL_MACHINE', 'HKEY_LOOP_TARGET'] as const;

/**
 * Key, Subkey and RegType32 as (root, view, path): backslashes trimmed, Wow6432Node said by the view
 * and never twice (applicability rules, section 3, registry). Only SOFTWARE has a second view.
 */
export function readKeyPath(fields: Fields, place: RulePlace): RegistryKeyPath {
  const root = fields.word('Key', roots);
  const key = fields.filled('Subkey').replace(/^\\+|\\+$/g, '');
  const view = fields.flag('RegType32') ? 'wow32' : 'native';
  if (root === 'HKEY_LOOP_TARGET') {
    if (!place.inLoop) fields.fail('HKEY_LOOP_TARGET outside a loop');
    return { root: 'loop', view, key };
  }
  return { root: 'machine', ...normalisedKey(view, key) };
}

export function readValuePath(fields: Fields, place: RulePlace): RegistryValuePath {
  return { ...readKeyPath(fields, place), value: fields.text('Value') };
}

function normalisedKey(view: 'native' | 'wow32', key: string): Pick<RegistryKeyPath, 'view' | 'key'> {
  const redirected = /^(software)\\wow6432node(?:\\(.*))?$/is.exec(key);
  if (redirected !== null) {
    const [, software = '', rest] = redirected;
    return { view: 'wow32', key: rest === undefined ? software : `${software}\\${rest}` };
  }
  return { view: /^software(?:\\|$)/i.test(key) ? view : 'native', key };
}
