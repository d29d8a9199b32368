import { notCollected, unknownOs } from '../../../domain/index.ts';
import type { Architecture, Fact, OsFacts, RecordedFact } from '../../../domain/index.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import { textBelow } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';

const architectures: Readonly<Record<string, Architecture>> = {
  x86: 'x86',
  intel32: 'x86',
  i386: 'x86',
  i686: 'x86',
  amd64: 'x64',
  intel64: 'x64',
  em64t: 'x64',
  x86_64: 'x64',
  x64: 'x64',
  ia64: 'ia64',
  arm64: 'arm64',
};

/** Operating system facts of `system_info`; the build revision from the registry item that has it. */
export function systemOf(
  info: XmlPart | undefined,
  facts: readonly RecordedFact[],
  source: ReadFile,
): OsFacts | null {
  const text = (name: string) => textBelow(info, name);
  const version = /^\d{1,3}\.\d{1,3}\.\d{1,6}(?!\d)/.exec(text('os_version'))?.[0];
  if (version === undefined) return null;
  const fact = <T>(name: string, value: T | undefined): Fact<T> =>
    value === undefined
      ? notCollected
      : known(value, lineEvidence(source, info?.line ?? 0, `${name} ${text(name)}`));
  const name = text('os_name');
  const servicePack = /Service Pack (\d{1,2})/i.exec(`${name} ${text('os_version')}`)?.[1];
  return {
    ...unknownOs,
    version: fact('os_version', version),
    name: fact('os_name', name || undefined),
    servicePack: fact('os_name', servicePack === undefined ? undefined : Number(servicePack)),
    architecture: fact('architecture', architectures[text('architecture').toLowerCase()]),
    role: fact('os_name', name === '' ? undefined : roleOf(name)),
    ubr: revisionOf(facts, source),
  };
}

const currentVersion = 'software\\microsoft\\windows nt\\currentversion';

function revisionOf(facts: readonly RecordedFact[], source: ReadFile): Fact<number> {
  for (const { subject, value, line } of facts) {
    if (subject.kind !== 'reg_value' || subject.value.toLowerCase() !== 'ubr') continue;
    if (subject.view !== 'native' || subject.key.toLowerCase() !== currentVersion) continue;
    const data = typeof value === 'object' && 'data' in value ? value.data : undefined;
    if (typeof data === 'number') return known(data, lineEvidence(source, line ?? 0, `UBR ${String(data)}`));
  }
  return notCollected;
}
