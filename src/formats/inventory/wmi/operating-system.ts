import { notCollected, unknownOs } from '../../../domain/index.ts';
import type { Architecture, Fact, InventoryRecord, OsFacts, OsRole } from '../../../domain/index.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import { valueReader } from './value-reader.ts';

/**
 * Operating system facts of an instance of Win32_OperatingSystem; null without a version. The class
 * gives no build revision. Before Windows Vista there is no OSArchitecture: then it stays open.
 */
export function osOf(record: InventoryRecord, source: ReadFile): OsFacts | null {
  const value = valueReader(record.values);
  const version = /^\d{1,3}\.\d{1,3}\.\d{1,6}(?=$|\.)/.exec(value('Version'))?.[0];
  if (version === undefined) return null;
  const fact = <T>(name: string, found: T | null): Fact<T> =>
    found === null
      ? notCollected
      : known(found, lineEvidence(source, record.line ?? 0, `${name}=${value(name)}`));
  const servicePack = /^\d{1,2}$/.test(value('ServicePackMajorVersion'))
    ? fact('ServicePackMajorVersion', Number(value('ServicePackMajorVersion')))
    : fact('CSDVersion', servicePackOf(value('CSDVersion')));
  return {
    ...unknownOs,
    version: fact('Version', version),
    name: fact('Caption', value('Caption') || null),
    servicePack,
    architecture: fact('OSArchitecture', architectureOf(value('OSArchitecture'))),
    role:
      value('ProductType') === ''
        ? fact('Caption', nameRole(value('Caption')))
        : fact('ProductType', roleByType(value('ProductType'))),
  };
}

function servicePackOf(written: string): number | null {
  const number = /(\d{1,2})\s*$/.exec(written)?.[1];
  return number === undefined ? null : Number(number);
}

/** `64-bit`, `64 bits`, `ARM 64-bit Processor`: localised, the number never. */
function architectureOf(written: string): Architecture | null {
  if (/arm/i.test(written)) return written.includes('64') ? 'arm64' : 'arm';
  if (written.includes('64')) return 'x64';
  return written.includes('32') ? 'x86' : null;
}

function nameRole(name: string): OsRole | null {
  return name === '' ? null : roleOf(name);
}

/** 1 workstation, 2 domain controller, 3 server. */
function roleByType(type: string): OsRole | null {
  return type === '1' ? 'client' : type === '2' || type === '3' ? 'server' : null;
}
