import type { RegistryView } from './fact-subject.ts';

/** A key under HKEY_LOCAL_MACHINE as facts and rules name it. */
export interface MachineKey {
  readonly view: RegistryView;
  readonly key: string;
}

/**
 * One spelling of a registry key (applicability rules, section 3, RegType32 and paths): without
 * `HKLM\`, without backslashes at its ends or doubled ones; `SOFTWARE\Wow6432Node\X` of any view is
 * `SOFTWARE\X` of the 32-bit view. Null for a key of another hive. Case stays as written.
 */
export function machineKey(written: string, view: RegistryView = 'native'): MachineKey | null {
  const path = written
    .trim()
    .replace(/\\{2,}/g, '\\')
    .replace(/^\\|\\$/g, '');
  const [first = '', ...rest] = path.split('\\');
  const hive = first.replace(/:$/, '');
  if (/^(?:HK(?:CU|U|CR|CC)|HKEY_(?!LOCAL_MACHINE$)[A-Z_]+)$/i.test(hive)) return null;
  const parts = /^(?:HKLM|HKEY_LOCAL_MACHINE)$/i.test(hive) ? rest : path === '' ? [] : [first, ...rest];
  if (parts[0]?.toLowerCase() === 'software' && parts[1]?.toLowerCase() === 'wow6432node') {
    return { view: 'wow32', key: [parts[0], ...parts.slice(2)].join('\\') };
  }
  return { view, key: parts.join('\\') };
}
