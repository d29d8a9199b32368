/** A Microsoft update of our own for pages under test: long names, many superseded ids, two children. */
import {
  patchStates,
  type MuDetail,
  type Update,
  type UpdateDetail,
  type UpdatePart,
} from '../../src/domain/index.ts';
import { muId } from './mu-revision.ts';

export const muPageId = `mu:${muId(1)}`;
const longTitle =
  '2026-07 Cumulative Update for the Longest Named Operating System of the Plant, version 24H2 for x64-based Systems with Everything Included (KB5101650) (26100.8875)';

export function fakeMuUpdate(superseded = 90): Update {
  return {
    id: muPageId,
    kb: 'KB5101650',
    kbNumber: 5_101_650,
    title: longTitle,
    documents: ['wsusscn2'],
    subTypes: ['Security Updates'],
    products: [{ id: `mu:${muId(900)}`, name: 'Plant Windows 11', family: 'Plant Windows' }],
    cves: [],
    severity: 'Critical',
    exploited: false,
    disclosed: false,
    restart: 'maybe',
    supersedes: [],
    supersededBy: [],
    url: '',
    knownIssues: [],
    contentHash: 'a',
    revision: 100,
    architectures: ['x64'],
    relations: {
      supersedes: Array.from({ length: superseded }, (_, i) => `mu:${muId(1000 + i)}`),
      supersededBy: [],
      prerequisites: [[`mu:${muId(900)}`], [`mu:${muId(901)}`, `mu:${muId(902)}`]],
    },
  };
}

const hex = (seed: number, length: number) => seed.toString(16).repeat(length).slice(0, length);

export function fakeMuDetail(n: number): MuDetail {
  const file = (name: string, size: number, seed: number) => ({
    name,
    size,
    modified: '2026-07-14T00:00:00Z',
    sha1: hex(seed, 40),
    sha256: hex(seed + 1, 64),
    url: `http://download.example/c/msdownload/update/software/secu/2026/07/${name}`,
    patchingType: 'SelfContained',
  });
  return {
    updateId: muId(n),
    revision: 100,
    texts: [{ language: 'en', title: longTitle, description: 'What it is for. '.repeat(12), uninstallNotes: 'By hand.', moreInfoUrls: ['https://support.example/5101650'], supportUrl: '' }],
    languages: ['all'],
    files: [
      file('Windows11.0-KB5043080-x64.msu', 533_761_740, 10),
      file('Windows11.0-KB5101650-x64.msu', 2_461_590_545, 12),
      file(`${'B01AAA34B66ACA8FB45DD8FC6C1381C8579A9EAA'.repeat(2)}_Edition_Common.wim`, 12, 14),
    ],
    handlerData: {
      kind: 'CommandLineInstallation',
      values: { 'InstallCommand.Program': 'setup.exe', 'InstallCommand.Arguments': `/quiet ${'/option:value '.repeat(30)}` },
      returnCodes: [{ code: -2_145_124_329, result: 'Failed', reboot: false }, { code: 3010, result: 'Succeeded', reboot: true }],
    },
    canRequestUserInput: false,
    requiresNetwork: false,
    eulas: [{ name: 'terms.rtf', language: 'en', size: 4000, sha1: hex(3, 40) }],
    supportUrl: '',
    moreInfoUrls: [],
    ruleSource: '<IsInstalled><ProductReleaseInstalled Name="Client.OS.RS2.AMD64" Version="10.0.26100.8875" /></IsInstalled>',
  };
} // prettier-ignore

function part(n: number, detail: MuDetail | null, more: Partial<UpdatePart> = {}): UpdatePart {
  const states = Object.fromEntries(patchStates.map((state, i) => [state, i])) as UpdatePart['states'];
  return {
    id: `mu:${muId(n)}`,
    title: n === 1 ? longTitle : `Part ${String(n)} ${longTitle}`,
    revision: 100,
    created: '2026-07-14T03:57:31Z',
    fault: '',
    reboot: 'CanRequestReboot',
    impact: null,
    uninstallable: true,
    maxDownloadSize: 12_810_807_534,
    handler: 'OSInstaller',
    eulaId: '',
    rules: [],
    states,
    detail,
    ...more,
  };
}

/** @param kept false: the workspace has no details */
export function fakeMuPageDetail(kept = true): UpdateDetail {
  const leaf = { kind: 'product-release-installed', wanted: 'Client.OS.RS2.AMD64 10.0.26100.8875', found: null, evidence: null, missing: 'not-collected' };
  const asked = { op: 'leaf', truth: 'unknown', decisive: false, leaf } as const;
  const rules = [
    { section: 'IsInstalled', rule: asked },
    { section: 'IsInstallable', rule: { op: 'and', truth: 'unknown', decisive: false, of: [asked, { op: 'not', truth: 'unknown', decisive: false, of: [asked] }] } },
  ] as const;
  const counts = { met: 40, unmet: 8, unknown: 2 };
  const need = (n: number, title: string, present = true) => ({ id: `mu:${muId(n)}`, title, type: present ? ('Category' as const) : null, listed: false, present, machines: present ? counts : { met: 0, unmet: 50, unknown: 0 } });
  return {
    own: part(1, kept ? { ...fakeMuDetail(1), files: [], handlerData: null } : null, { handler: '', reboot: null }),
    children: [
      { anyOf: [{ id: `mu:${muId(2)}`, part: part(2, kept ? fakeMuDetail(2) : null, { rules }) }] },
      { anyOf: [{ id: `mu:${muId(3)}`, part: null }, { id: `mu:${muId(4)}`, part: part(4, null, { fault: 'core-malformed' }) }] },
    ],
    prerequisites: [
      { anyOf: [need(900, 'Plant Windows 11')], isCategory: true, machines: counts },
      { anyOf: [need(901, longTitle), need(902, '', false)], isCategory: false, machines: counts },
    ],
    machines: 50,
  };
} // prettier-ignore
