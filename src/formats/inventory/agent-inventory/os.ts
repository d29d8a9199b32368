import { unknownOs } from '../../../domain/index.ts';
import type { Architecture, Evidence, OsFacts } from '../../../domain/index.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import { field } from './sections.ts';
import type { Section } from './sections.ts';

/** Agents of other systems write their own kernel's name. */
export function isWindows(system: Section | undefined, hardware: Section | undefined): boolean {
  const kernel = field(system, 'KERNEL_NAME');
  if (kernel !== '') return /^mswin/i.test(kernel);
  return /windows/i.test(`${field(system, 'FULL_NAME')} ${field(hardware, 'OSNAME')}`);
}

/** Operating system facts: `OPERATINGSYSTEM`, and where it lacks one `HARDWARE`, as OCS has them. */
export function agentOs(
  system: Section | undefined,
  hardware: Section | undefined,
  source: ReadFile,
): OsFacts {
  const find = (...places: readonly (readonly [Section | undefined, string])[]) => {
    for (const [section, name] of places) {
      const value = field(section, name);
      if (section && value !== '') return { value, evidence: evidence(source, section, name, value) };
    }
    return null;
  };
  const version = find([system, 'KERNEL_VERSION'], [hardware, 'OSVERSION']);
  const number = /^(\d{1,2}\.\d{1,2}\.\d{4,5})(?:\.(\d{1,5}))?$/.exec(version?.value ?? '');
  const name = find([system, 'FULL_NAME'], [hardware, 'OSNAME']);
  const pack = find([system, 'SERVICE_PACK'], [hardware, 'OSCOMMENTS']);
  const packNumber = /service pack (\d{1,2})/i.exec(pack?.value ?? '')?.[1];
  const width = find([system, 'ARCH'], [hardware, 'ARCHNAME']);
  const architecture = architectureOf(width?.value ?? '');
  return {
    ...unknownOs,
    ...(version && number?.[1] && { version: known(number[1], version.evidence) }),
    ...(version && number?.[2] && { ubr: known(Number(number[2]), version.evidence) }),
    ...(name && { name: known(name.value, name.evidence), role: known(roleOf(name.value), name.evidence) }),
    ...(pack && packNumber && { servicePack: known(Number(packNumber), pack.evidence) }),
    ...(width && architecture && { architecture: known(architecture, width.evidence) }),
  };
}

function evidence(source: ReadFile, section: Section, name: string, value: string): Evidence {
  const written = `${section.name} ${name}: ${value}`;
  return { ...lineEvidence(source, section.line ?? 0, written), line: section.line };
}

/** `64-bit` and `ARM 64-bit` of Win32_OperatingSystem, `MSWin32-x64-multi-thread` of the agent's Perl. */
function architectureOf(text: string): Architecture | null {
  if (/arm/i.test(text)) return /64/.test(text) ? 'arm64' : 'arm';
  if (/64/.test(text)) return 'x64';
  return /32-bit|i386|x86/i.test(text) ? 'x86' : null;
}
