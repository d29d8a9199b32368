import { unknownOs } from '../../../domain/index.ts';
import type { Architecture, Evidence, Fact, OsFacts, OsRole } from '../../../domain/index.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import type { ExportedKey, ExportedTree } from './exported-tree.ts';
import { numberValue, textValue } from './known-values.ts';
import type { Found } from './known-values.ts';

const versionKey = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const optionsKey = 'SYSTEM\\CurrentControlSet\\Control\\ProductOptions';
const environmentKey = 'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

const architectures: Readonly<Record<string, Architecture>> = {
  x86: 'x86',
  amd64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia64: 'ia64',
};

/** ProductType: Windows NT workstation, domain controller, server (inventory-sources, section 7). */
const roles: Readonly<Record<string, OsRole>> = { winnt: 'client', lanmannt: 'server', servernt: 'server' };

/**
 * Operating system facts of an export (inventory-sources, section 7), or null where it has none of the
 * keys they stand in. Windows 10 and later write 6.3 as CurrentVersion; Windows 11 calls itself
 * `Windows 10` in ProductName.
 */
export function osOfExport(tree: ExportedTree, source: ReadFile): OsFacts | null {
  const key = tree.find(versionKey);
  const options = textValue(tree.find(optionsKey), 'ProductType');
  const environment = textValue(tree.find(environmentKey), 'PROCESSOR_ARCHITECTURE');
  if (key === null && options === null && environment === null) return null;
  const at = (name: string, found: Found<string | number>): Evidence =>
    lineEvidence(source, found.line, `"${name}"=${JSON.stringify(found.data)}`);
  const text = (name: string): Fact<string> | null => {
    const found = textValue(key, name);
    return found === null || found.data.trim() === '' ? null : known(found.data.trim(), at(name, found));
  };
  const name = text('ProductName');
  const ubr = numberValue(key, 'UBR');
  const edition = text('EditionID');
  const installation = text('InstallationType');
  const version = versionOf(key, at);
  const servicePack = servicePackOf(key, tree, at);
  const architecture = architectureOf(environment, key, at);
  const role = roleFact(options, installation, name, at);
  return {
    ...unknownOs,
    ...(version && { version }),
    ...(name && { name }),
    ...(servicePack && { servicePack }),
    ...(architecture && { architecture }),
    ...(role && { role }),
    ...(installation?.state === 'known' && {
      installation: known(
        /^server core$/i.test(installation.value) ? ('core' as const) : ('full' as const),
        installation.evidence,
      ),
    }),
    ...(ubr && { ubr: known(ubr.data, at('UBR', ubr)) }),
    ...(edition && { edition }),
  };
}

type At = (name: string, found: Found<string | number>) => Evidence;

function versionOf(key: ExportedKey | null, at: At): Fact<string> | null {
  // On Windows XP and 2003 CurrentBuild holds a remark, and CurrentBuildNumber the number.
  const names = ['CurrentBuildNumber', 'CurrentBuild'] as const;
  for (const name of names) {
    const build = textValue(key, name);
    if (build === null || !/^\d{3,5}$/.test(build.data)) continue;
    const major = numberValue(key, 'CurrentMajorVersionNumber');
    const minor = numberValue(key, 'CurrentMinorVersionNumber');
    const written = textValue(key, 'CurrentVersion')?.data ?? '';
    const short = /^\d{1,2}\.\d{1,2}$/.test(written) ? written : null;
    const start =
      major !== null && minor !== null
        ? `${String(major.data)}.${String(minor.data)}`
        : short === '6.3' && Number(build.data) >= 10_240
          ? '10.0'
          : short;
    return start === null ? null : known(`${start}.${build.data}`, at(name, build));
  }
  return null;
}

function servicePackOf(key: ExportedKey | null, tree: ExportedTree, at: At): Fact<number> | null {
  const written = textValue(key, 'CSDVersion');
  const number = /(?<!\d)\d{1,2}(?!\d)/.exec(written?.data ?? '')?.[0];
  if (written !== null && number !== undefined) return known(Number(number), at('CSDVersion', written));
  const build = textValue(key, 'CurrentBuildNumber') ?? textValue(key, 'CurrentBuild');
  // The value is there only where a service pack is.
  return written === null && build !== null && tree.covers(versionKey)
    ? known(0, at('CurrentBuild', build))
    : null;
}

function architectureOf(
  environment: Found<string> | null,
  key: ExportedKey | null,
  at: At,
): Fact<Architecture> | null {
  const own = architectures[environment?.data.toLowerCase() ?? ''];
  if (environment && own) return known(own, at('PROCESSOR_ARCHITECTURE', environment));
  for (const name of ['BuildLabEx', 'BuildLab'] as const) {
    const lab = textValue(key, name);
    const word = /\.(x86|amd64|arm64|arm|ia64)(?:fre|chk)\b/i.exec(lab?.data ?? '')?.[1]?.toLowerCase();
    const found = architectures[word ?? ''];
    if (lab && found) return known(found, at(name, lab));
  }
  return null;
}

function roleFact(
  options: Found<string> | null,
  installation: Fact<string> | null,
  name: Fact<string> | null,
  at: At,
): Fact<OsRole> | null {
  const role = roles[options?.data.toLowerCase() ?? ''];
  if (options && role) return known(role, at('ProductType', options));
  if (installation?.state === 'known') {
    return known(/^server/i.test(installation.value) ? 'server' : 'client', installation.evidence);
  }
  return name?.state === 'known' ? known(roleOf(name.value), name.evidence) : null;
}
