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
  const path = bare(written);
  const cut = path.indexOf('\\');
  const first = cut < 0 ? path : path.slice(0, cut);
  const hive = hiveOf(first);
  if (hive === 'other') return null;
  const key = hive === 'none' ? path : cut < 0 ? '' : path.slice(cut + 1);
  const wow = /^software\\wow6432node(?=\\|$)/i.exec(key);
  return wow ? { view: 'wow32', key: key.slice(0, 8) + key.slice(wow[0].length) } : { view, key };
}

/** Without blanks and backslashes at the ends, and with single ones between. */
function bare(written: string): string {
  const single = written.includes('\\\\') ? written.replace(/\\{2,}/g, '\\') : written;
  const trimmed = single.trim();
  const start = trimmed.startsWith('\\') ? 1 : 0;
  return trimmed.slice(start, trimmed.endsWith('\\') ? Math.max(start, trimmed.length - 1) : undefined);
}

function hiveOf(first: string): 'machine' | 'other' | 'none' {
  if (!/^hk/i.test(first)) return 'none';
  const name = first.replace(/:$/, '').toUpperCase();
  if (name === 'HKLM' || name === 'HKEY_LOCAL_MACHINE') return 'machine';
  return /^(?:HK(?:CU|U|CR|CC)|HKEY_[A-Z_]+)$/.test(name) ? 'other' : 'none';
}
