import type {
  Architecture,
  Fact,
  FactValue,
  InstallationType,
  OsFacts,
  OsRole,
} from '../../../domain/index.ts';
import type { RecordedFact } from '../../../domain/index.ts';
import { notCollected } from '../../../domain/index.ts';
import { known } from '../os-facts.ts';
import type { ReadFile } from '../reading.ts';

const architectures: Readonly<Record<number, Architecture>> = {
  0: 'x86',
  5: 'arm',
  6: 'ia64',
  9: 'x64',
  12: 'arm64',
};

/** EditionID of edition numbers that rules and remarks ask for. */
const editions: Readonly<Record<number, string>> = {
  4: 'Enterprise',
  7: 'ServerStandard',
  8: 'ServerDatacenter',
  27: 'EnterpriseN',
  48: 'Professional',
  49: 'ProfessionalN',
  101: 'Core',
  121: 'Education',
  122: 'EducationN',
  125: 'EnterpriseS',
  126: 'EnterpriseSN',
  188: 'IoTEnterprise',
  191: 'IoTEnterpriseS',
};

/**
 * Operating system facts that the KB-style rules use, from recorded ones; null where none is
 * recorded. A fact of two answers stays unavailable.
 */
export function osFactsOf(facts: readonly RecordedFact[], source: ReadFile): OsFacts | null {
  const recorded = new Map<string, RecordedFact>();
  for (const fact of facts) if (fact.subject.kind === 'os') recorded.set(fact.subject.name, fact);
  if (recorded.size === 0) return null;
  const take = <T>(name: string, read: (value: FactValue) => T | null): Fact<T> => {
    const fact = recorded.get(name);
    if (fact?.value === undefined) return fact?.state === 'absent' ? absent(fact) : notCollected;
    const value = read(fact.value);
    return value === null ? notCollected : known(value, evidence(fact));
  };
  const evidence = (fact: RecordedFact) => {
    const name = fact.subject.kind === 'os' ? fact.subject.name : '';
    const text = `os ${name} ${JSON.stringify(fact.value ?? null)}`.slice(0, 200);
    return { file: source.file, sha256: source.sha256, line: fact.line, text };
  };
  const absent = (fact: RecordedFact) => ({ state: 'absent', evidence: evidence(fact) }) as const;
  return {
    version: take('version', text),
    name: take('name', text),
    servicePack: take('servicePackMajor', number),
    architecture: take('architecture', (value) => architectures[Number(value)] ?? null),
    role: take('productType', roleOf),
    installation: take('installationType', installationOf),
    ubr: take('ubr', number),
    edition: take('sku', (value) => editions[Number(value)] ?? null),
  };
}

function text(value: FactValue): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: FactValue): number | null {
  return typeof value === 'number' ? value : null;
}

/** 1 workstation, 2 domain controller, 3 server. */
function roleOf(value: FactValue): OsRole | null {
  return value === 1 ? 'client' : value === 2 || value === 3 ? 'server' : null;
}

/** `Server Core`, else `Client`, `Server` …: what the registry has (inventory-sources, section 7). */
function installationOf(value: FactValue): InstallationType | null {
  if (value === 'Server Core') return 'core';
  return value === 'Client' || value === 'Server' ? 'full' : null;
}
