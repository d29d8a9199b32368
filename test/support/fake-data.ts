/** Invented catalogs, machines and states for pages under test: nothing here is Microsoft's data. */
import type {
  Blocker,
  Evidence,
  Fact,
  HotfixEntry,
  Machine,
  Severity,
  StateReason,
  StateRow,
  Update,
} from '../../src/domain/index.ts';
import { notCollected } from '../../src/domain/index.ts';

/** Every picture and test looks at the fleet on this day. */
export const fakeNow = Date.UTC(2026, 10, 21, 9, 30);
const dayMs = 86_400_000;
export const sha = (seed: number) =>
  Array.from({ length: 64 }, (_, i) => (((seed + 3) * (i + 7) * 2654435761) >>> (i % 20)) % 16)
    .map((n) => n.toString(16))
    .join('');

interface Track {
  readonly product: string;
  readonly id: string;
  readonly version: string;
  readonly osName: string;
  readonly role: 'client' | 'server';
  readonly ubr: number;
}

export const tracks: readonly Track[] = [
  { product: 'Windows 10 Version 22H2 for x64-based Systems', id: '91001', version: '10.0.19045', osName: 'Microsoft Windows 10 Enterprise', role: 'client', ubr: 6100 },
  { product: 'Windows 11 Version 24H2 for x64-based Systems', id: '91002', version: '10.0.26100', osName: 'Microsoft Windows 11 Enterprise', role: 'client', ubr: 4100 },
  { product: 'Windows Server 2019', id: '91003', version: '10.0.17763', osName: 'Microsoft Windows Server 2019 Standard', role: 'server', ubr: 7600 },
  { product: 'Windows Server 2022', id: '91004', version: '10.0.20348', osName: 'Microsoft Windows Server 2022 Standard', role: 'server', ubr: 3900 },
  { product: 'Windows Server 2012 R2', id: '91005', version: '6.3.9600', osName: 'Microsoft Windows Server 2012 R2 Standard', role: 'server', ubr: 22500 },
]; // prettier-ignore

export const months = ['2026-May', '2026-Jun', '2026-Aug', '2026-Sep'] as const;
const severities: readonly Severity[] = ['Critical', 'Important', 'Important', 'Moderate', 'Low'];
const products = ['SQL Server 2019 (GDR)', 'Exchange Server 2019 CU14', 'SharePoint Server 2019'];

function updateOf(kbNumber: number, values: Partial<Update> & { readonly title: string }): Update {
  const cves = values.cves ?? [0, 1, 2].map((i) => `CVE-2026-${20000 + (kbNumber % 900) * 7 + i}`);
  return {
    id: `msrc:KB${kbNumber}`,
    kb: `KB${kbNumber}`,
    kbNumber,
    documents: ['2026-May'],
    subTypes: ['Security Update'],
    products: [],
    severity: 'Important',
    exploited: false,
    disclosed: false,
    restart: 'yes',
    supersedes: [],
    supersededBy: [],
    url: `https://catalog.update.example/Search.aspx?q=KB${kbNumber}`,
    knownIssues: [],
    contentHash: sha(kbNumber),
    ...values,
    cves,
  };
}

/** Some sixty updates: four months of five Windows products, .NET components, and three products. */
export function fakeUpdates(): readonly Update[] {
  const list: Update[] = [];
  const kb = (month: number, track: number) => 5071000 + month * 4000 + track * 11;
  months.forEach((month, m) => {
    tracks.forEach((track, t) => {
      const older = months.slice(0, m).map((_, i) => kb(i, t));
      const newer = months.slice(m + 1).map((_, i) => kb(m + 1 + i, t));
      list.push(
        updateOf(kb(m, t), {
          title: `${month} cumulative update for ${track.product}`,
          documents: [month],
          products: [{ id: track.id, name: track.product, family: 'Windows' }],
          subTypes: [track.version.startsWith('6') ? 'Monthly Rollup' : 'Security Update'],
          severity: severities[(m + t) % 3] ?? 'Important',
          exploited: (m + t) % 4 === 0,
          disclosed: (m + t) % 5 === 0,
          cves: Array.from({ length: 6 + ((m * 5 + t * 7) % 23) }, (_, i) => `CVE-2026-${21000 + m * 800 + t * 90 + i}`),
          supersedes: older.slice(-1),
          supersededBy: newer,
          knownIssues:
            t === 2
              ? [{ kb: kb(m, t), text: 'After the restart the first sign-in with a smart card can take up to two minutes.', url: '' }]
              : [],
        }),
      );
      if (t < 3) {
        list.push(
          updateOf(5079500 + m * 40 + t, {
            title: `${month} .NET Framework 4.8 on ${track.product}`,
            documents: [month],
            products: [{ id: `${track.id}9`, name: `Microsoft .NET Framework 4.8 on ${track.product}`, family: 'Developer Tools' }],
            restart: 'maybe',
            severity: 'Important',
          }),
        );
      }
    });
    products.forEach((name, p) =>
      list.push(
        updateOf(5061200 + m * 300 + p * 7, {
          title: `${month} security update for ${name}`,
          documents: [month],
          products: [{ id: `9200${p}`, name: `Microsoft ${name}`, family: p === 0 ? 'SQL Server' : p === 1 ? 'Exchange Server' : 'Microsoft Office' }],
          severity: severities[p + 1] ?? 'Important',
          restart: 'no',
        }),
      ),
    );
    list.push(
      updateOf(5070300 + m, {
        title: `${month} Microsoft 365 Apps, current channel`,
        id: `msrc:C2R-${month}-11762`,
        kb: null,
        kbNumber: null,
        documents: [month],
        products: [{ id: '11762', name: 'Microsoft 365 Apps for Enterprise for 64-bit Systems', family: 'Microsoft Office' }],
        severity: 'Critical',
        restart: 'unknown',
      } as Partial<Update> & { title: string }),
    );
  });
  return list.sort((a, b) => (a.id < b.id ? -1 : 1));
} // prettier-ignore

const known = <T>(value: T, file: string, line: number, text: string): Fact<T> => ({
  state: 'known',
  value,
  evidence: { file, sha256: sha(line + file.length), line, text },
});

const hosts = [
  'HQ-WS-0101', 'HQ-WS-0102', 'HQ-WS-0107', 'LAB-PC-03', 'LAB-PC-04', 'SRV-FILE01', 'SRV-SQL02',
  'SRV-DC01', 'SRV-APP07', 'OLD-SCADA-1', 'OLD-SCADA-2', 'KIOSK-07',
]; // prettier-ignore
const ages = [2, 3, 3, 9, 21, 2, 12, 4, 33, 130, 131, 61];

/** Twelve machines over five tracks: some with UBR, some with a cut list, one without OS facts. */
export function fakeMachines(names: readonly string[] = hosts): readonly Machine[] {
  return names.map((name, i) => {
    const track = tracks[[0, 0, 1, 1, 0, 2, 3, 3, 2, 4, 4, 0][i % 12] ?? 0] as Track;
    const file = `${name}_systeminfo.txt`;
    const bare = i % 12 === 11;
    const cut = i % 5 === 3;
    const modern = track.version.startsWith('10');
    const entries: HotfixEntry[] = months.slice(0, 1 + (i % 3)).map((_, m) => ({
      id: `KB${5071000 + m * 4000 + tracks.indexOf(track) * 11}`,
      kb: 5071000 + m * 4000 + tracks.indexOf(track) * 11,
      installedOn: m === 0 ? '2026-06-02' : null,
      file: `${name}_qfe.txt`,
      line: 3 + m,
    }));
    const at = new Date(fakeNow - (ages[i % 12] ?? 5) * dayMs).toISOString();
    const ubr = modern && i % 2 === 0 && !bare;
    return {
      id: name.toLowerCase(),
      name,
      os: {
        version: bare ? notCollected : known(track.version, file, 4, `OS Version: ${track.version} N/A Build ${track.version.split('.')[2]}`),
        name: bare ? notCollected : known(track.osName, file, 3, `OS Name: ${track.osName}`),
        servicePack: bare ? notCollected : known(0, file, 4, 'N/A'),
        architecture: bare ? notCollected : known('x64' as const, file, 14, 'System Type: x64-based PC'),
        role: bare ? notCollected : known(track.role, file, 3, track.osName),
        installation: notCollected,
        ubr: ubr
          ? { state: 'known', value: track.ubr + (i % 3) * 300, evidence: { file: '', sha256: '', line: null, text: '' } satisfies Evidence }
          : notCollected,
        edition: notCollected,
      },
      hotfixes: { completeness: bare ? 'missing' : cut ? 'cut' : 'complete', entries: bare ? [] : entries },
      files: [
        { name: file, sha256: sha(i), format: 'systeminfo', importedAt: fakeNow - dayMs, collectedAt: at },
        ...(bare ? [] : [{ name: `${name}_qfe.txt`, sha256: sha(i + 50), format: 'qfe-table', importedAt: fakeNow - dayMs, collectedAt: null }]),
      ],
      history: i === 2 ? [{ name: `${name}_old_systeminfo.txt`, sha256: sha(i + 99), format: 'systeminfo', importedAt: fakeNow - 40 * dayMs, collectedAt: '2025-03-01T08:00:00Z' }] : [],
      incomplete: [
        ...(bare ? (['os-facts-missing', 'hotfix-list-missing'] as const) : []),
        ...(cut && !bare ? (['hotfix-list-cut'] as const) : []),
        ...(modern && !ubr && !bare ? (['ubr-missing'] as const) : []),
      ],
    } satisfies Machine;
  });
} // prettier-ignore

/** State of one pair, by rules simple enough to see through. */
export function fakeRow(machine: Machine, update: Update): StateRow {
  const base = { machine: machine.id, update: update.id, by: null, marks: [], supersededBy: null };
  const unknown = (reason: StateReason, kind: Blocker['kind'], subject = ''): StateRow => ({
    ...base,
    state: 'Unknown',
    reason,
    grade: null,
    possible: ['Required', 'Installed'],
    blockers: [{ kind, subject }],
  });
  const settled = (
    state: 'Required' | 'Installed' | 'NotRequired',
    reason: StateReason,
    more: Partial<StateRow> = {},
  ): StateRow => ({ ...base, state, reason, grade: 'listed', possible: [], blockers: [], ...more });
  const product = update.products[0]?.name ?? '';
  if (update.kb === null) return unknown('channel-table-missing', 'channel-table', product);
  if (machine.os.version.state !== 'known') return unknown('os-facts-missing', 'os-facts');
  const version = machine.os.version.value;
  const track = tracks.find((t) => t.version === version);
  if (!product.includes('Windows')) return unknown('product-presence-unknown', 'product-presence', product);
  if (!track || !product.endsWith(track.product)) return settled('NotRequired', 'product-not-matching');
  if (product.includes('.NET')) {
    return unknown('component-version-unknown', 'component-version', product.split(' on ')[0]);
  }
  if (machine.hotfixes.entries.some((e) => e.kb === update.kbNumber)) return settled('Installed', 'kb-listed');
  const newer = machine.hotfixes.entries.find((e) => update.supersededBy.includes(e.kb ?? -1));
  if (newer) return settled('Installed', 'superseding-kb-listed', { by: newer.kb });
  if (machine.os.ubr.state === 'known') {
    const below = update.supersededBy.length < 2;
    return below
      ? settled('Required', 'build-below', {
          grade: 'measured',
          marks: update.supersededBy.length > 0 ? ['superseded'] : version.startsWith('6') ? ['needs-esu-licence'] : [],
        })
      : settled('Installed', 'build-reached', { grade: 'measured' });
  }
  if (machine.hotfixes.completeness === 'cut') return unknown('hotfix-list-cut', 'hotfix-list');
  if (version.startsWith('10') && update.supersededBy.length === 1) return unknown('ubr-unknown', 'ubr');
  return settled('Required', 'kb-not-listed', { marks: update.supersededBy.length > 0 ? ['superseded'] : [] });
} // prettier-ignore
