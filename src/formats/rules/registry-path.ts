import type { RegistryKeyPath, RegistryValuePath } from '../../domain/index.ts';
import type { Fields } from './fields.ts';
import type { RulePlace } from './rule-entry.ts';

const roots = ['HKEY_LOCAL_MACHINE', 'HKEY_LOOP_TARGET'] as const;

/**
 * Key, Subkey and RegType32 as (root, view, path), backslashes trimmed (applicability rules, section 3,
 * registry). Wow6432Node stays in the path: on 32-bit Windows it is a key like any other, so only the
 * evaluator, which knows the machine, can say which view is meant.
 */
export function readKeyPath(fields: Fields, place: RulePlace): RegistryKeyPath {
  const root = fields.word('Key', roots);
  const key = fields.filled('Subkey').replace(/^\\+|\\+$/g, '');
  const view = fields.flag('RegType32') ? 'wow32' : 'native';
  if (root === 'HKEY_LOOP_TARGET') {
    if (!place.inLoop) fields.fail('HKEY_LOOP_TARGET outside a loop');
    return { root: 'loop', view, key };
  }
  return { root: 'machine', view, key };
}

export function readValuePath(fields: Fields, place: RulePlace): RegistryValuePath {
  return { ...readKeyPath(fields, place), value: fields.text('Value') };
}
