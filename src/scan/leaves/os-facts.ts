/**
 * Facts of the operating system: recorded ones first, else what the machine's inventory files say of
 * version, service pack, architecture and role (applicability rules, section 7, point 1).
 */
import { factOf } from '../../domain/fact-table.ts';
import type { Fact, FactValue, Machine, OsFactName, RecordedFact } from '../../domain/index.ts';

/** Native architecture numbers (section 3, Processor). */
const architectures: Readonly<Record<string, number>> = { x86: 0, arm: 5, ia64: 6, x64: 9, arm64: 12 };

/** The recorded fact, else the one that `machine.os` gives, else unavailable. */
export function osFact(machine: Machine, name: OsFactName): RecordedFact {
  const recorded = factOf(machine.facts, { kind: 'os', name });
  if (recorded.state !== 'unavailable') return recorded;
  const { os } = machine;
  switch (name) {
    case 'version':
      return adopted(name, os.version, recorded, (version) => version);
    case 'name':
      return adopted(name, os.name, recorded, (text) => text);
    case 'ubr':
      return adopted(name, os.ubr, recorded, (ubr) => ubr);
    case 'servicePackMajor':
      // No service pack is number 0.
      return os.servicePack.state === 'absent'
        ? known(name, 0, os.servicePack.evidence.file, os.servicePack.evidence.line)
        : noServicePacks(
            machine,
            adopted(name, os.servicePack, recorded, (pack) => pack),
          );
    case 'servicePackMinor':
      return noServicePacks(machine, recorded);
    case 'architecture':
      return adopted(name, os.architecture, recorded, (word) => architectures[word] as number);
    case 'productType':
      // A server may be a domain controller or not; a client is a workstation.
      return os.role.state === 'known' && os.role.value === 'client'
        ? adopted(name, os.role, recorded, () => 1)
        : recorded;
    default:
      return recorded;
  }
}

/** Windows 10 and everything after it has no service packs. */
function noServicePacks(machine: Machine, fact: RecordedFact): RecordedFact {
  if (fact.state !== 'unavailable') return fact;
  const version = osFact(machine, 'version');
  const parts = versionNumbers(version);
  if (parts === null || (parts[0] as number) < 10 || fact.subject.kind !== 'os') return fact;
  return known(fact.subject.name, 0, version.file, version.line);
}

/**
 * The numbers that a fact of the OS can have: one where it is known, several where it is known in part
 * (product type of a server: 2 or 3), none where it is not known at all.
 */
export function osNumbers(machine: Machine, name: OsFactName): readonly number[] {
  const fact = osFact(machine, name);
  if (fact.state === 'known') {
    const value = fact.value;
    if (typeof value === 'number') return [value];
    if (typeof value === 'boolean') return [value ? 1 : 0];
    return typeof value === 'string' && /^-?\d+$/.test(value) ? [Number(value)] : [];
  }
  const { role } = machine.os;
  return name === 'productType' && role.state === 'known' && role.value === 'server' ? [2, 3] : [];
}

/** major, minor, build of a version fact `10.0.26200`; null where it is not known as three numbers. */
export function versionNumbers(fact: RecordedFact): readonly number[] | null {
  if (fact.state !== 'known' || typeof fact.value !== 'string') return null;
  const match = /^(\d+)\.(\d+)\.(\d+)/.exec(fact.value);
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3])];
}

export function knowsArchitecture(machine: Machine): boolean {
  return osNumbers(machine, 'architecture').length > 0;
}

/** True where the native architecture is known to be 32-bit x86. */
export function isX86(machine: Machine): boolean {
  const numbers = osNumbers(machine, 'architecture');
  return numbers.length === 1 && numbers[0] === 0;
}

function adopted<T>(
  name: OsFactName,
  fact: Fact<T>,
  otherwise: RecordedFact,
  value: (of: T) => FactValue,
): RecordedFact {
  if (fact.state !== 'known') return otherwise;
  return known(name, value(fact.value), fact.evidence.file, fact.evidence.line);
}

function known(name: OsFactName, value: FactValue, file: string, line: number | null): RecordedFact {
  return { subject: { kind: 'os', name }, state: 'known', value, file, line };
}
