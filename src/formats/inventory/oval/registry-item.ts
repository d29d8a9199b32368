import { machineKey } from '../../../domain/index.ts';
import type { RegistryData } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { childOf } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';
import { partsOf, statusOf, textOf, unavailable } from './item.ts';

/**
 * Answers of a `registry_item`: the status of key and name says which of them was looked for and is not
 * there. An item without a name is about the key. Null for another hive than HKEY_LOCAL_MACHINE.
 */
export function registryAnswers(item: XmlPart): readonly Answer[] | null {
  const [hive, key] = [childOf(item, 'hive')?.text.trim(), childOf(item, 'key')?.text.trim()];
  if (!hive || !key) return null;
  const view = textOf(item, 'windows_view') === '32_bit' ? 'wow32' : 'native';
  const place = machineKey(`${hive}\\${key}`, view);
  if (place === null) return null;
  const status = statusOf(item);
  const keyStatus = statusOf(childOf(item, 'key'));
  const namePart = childOf(item, 'name');
  const name = namePart?.text.trim() ?? '';
  const values = partsOf(item, 'value');
  // The default value has an empty name: only its type or data tell it from an item about the key.
  const isKey = name === '' && values.length === 0 && textOf(item, 'type') === '';
  const keySubject = { kind: 'reg_key', ...place } as const;
  const subject = { kind: 'reg_value', ...place, value: name } as const;
  if (status === 'error' || status === 'not collected') {
    return [{ subject: isKey ? keySubject : subject, ...unavailable(status) }];
  }
  const keyIsAbsent = keyStatus === 'does not exist' || (isKey && status === 'does not exist');
  if (keyIsAbsent) {
    const key: Answer = { subject: keySubject, state: 'absent' };
    return isKey ? [key] : [key, { subject, state: 'absent' }];
  }
  const there: Answer = { subject: keySubject, state: 'known', value: true };
  if (isKey) return [there];
  if (status === 'does not exist' || statusOf(namePart) === 'does not exist') {
    return [{ subject, state: 'absent' }];
  }
  const hidden = values.find((value) => value.attributes.get('mask') === 'true');
  if (hidden) return [there, { subject, state: 'unavailable', reason: 'masked' }];
  const bad = values.map(statusOf).find((one) => one !== 'exists');
  if (bad) return [there, { subject, ...unavailable(bad) }];
  const data = dataOf(
    textOf(item, 'type'),
    values.map(({ text }) => text),
  );
  return [there, data ? { subject, state: 'known', value: data } : { subject, ...unavailable('error') }];
}

const types: Readonly<Record<string, RegistryData['type']>> = {
  reg_binary: 'REG_BINARY',
  reg_dword: 'REG_DWORD',
  reg_expand_sz: 'REG_EXPAND_SZ',
  reg_multi_sz: 'REG_MULTI_SZ',
  reg_qword: 'REG_QWORD',
  reg_sz: 'REG_SZ',
  reg_full_resource_descriptor: 'REG_FULL_RESOURCE_DESCRIPTOR',
};

/** Data in the form of recorded facts; null where it is not of its type. */
function dataOf(written: string, values: readonly string[]): RegistryData | null {
  const type = types[written.toLowerCase()] ?? 'OTHER';
  const [first = ''] = values;
  switch (type) {
    case 'REG_DWORD':
      return /^\d{1,10}$/.test(first.trim()) && Number(first) <= 0xffff_ffff
        ? { type, data: Number(first) }
        : null;
    case 'REG_QWORD':
      return /^\d{1,20}$/.test(first.trim()) ? { type, data: first.trim() } : null;
    case 'REG_BINARY':
      return /^(?:[\da-f]{2})*$/i.test(first.trim()) ? { type, data: first.trim().toLowerCase() } : null;
    case 'REG_MULTI_SZ':
      return { type, data: values };
    case 'OTHER':
      return { type };
    default:
      return { type, data: first };
  }
}
