import type { PracticeProduct } from './practice-products.ts';

/** One update of a practice document; its KB number is the month's base plus `number`. */
export interface PracticeFix {
  /** 0: click-to-run, which has no KB. */
  readonly kb: number;
  readonly products: readonly PracticeProduct[];
  readonly subType: string;
  /** Empty: none given, as for products outside Windows. */
  readonly fixedBuild: string;
  /** Empty: the hole in the chain that real documents have too. */
  readonly supersedes: string;
  readonly restart: 'Yes' | 'No' | 'Maybe';
}

export interface PracticeVulnerability {
  readonly cve: string;
  readonly title: string;
  readonly severity: 'Critical' | 'Important' | 'Moderate';
  readonly score: string;
  readonly exploited: boolean;
  /** KB numbers of the fixes (0 = click-to-run). */
  readonly fixes: readonly number[];
}

export interface PracticeDocument {
  /** The suffix keeps it apart from Microsoft's document of the same month. */
  readonly id: string;
  readonly month: string;
  readonly released: string;
  readonly fixes: readonly PracticeFix[];
  readonly vulnerabilities: readonly PracticeVulnerability[];
  readonly knownIssues: readonly { readonly kb: number; readonly url: string }[];
}

interface Month {
  readonly name: string;
  readonly short: string;
  readonly released: string;
  /** All KB numbers of a month lie in one hundred; months lie 20,000 apart, so that numbers tell an order. */
  readonly base: number;
  readonly revision: number;
}

const months: readonly Month[] = [
  { name: 'August', short: 'Aug', released: '2026-08-11T07:00:00', base: 9_610_000, revision: 9101 },
  { name: 'September', short: 'Sep', released: '2026-09-08T07:00:00', base: 9_630_000, revision: 9201 },
  { name: 'October', short: 'Oct', released: '2026-10-13T07:00:00', base: 9_650_000, revision: 9301 },
  { name: 'November', short: 'Nov', released: '2026-11-10T08:00:00', base: 9_670_000, revision: 9401 },
];

/** Every month's cumulative updates: number in the month's hundred, products, first three numbers of the build. */
const tracks: readonly (readonly [number: number, products: readonly PracticeProduct[], build: string])[] = [
  [11, ['w10'], '10.0.19045'],
  [21, ['w11'], '10.0.22631'],
  [31, ['w11New'], '10.0.26100'],
  [32, ['server25'], '10.0.26100'],
  [41, ['server19', 'server19Core'], '10.0.17763'],
  [51, ['server22', 'server22Core'], '10.0.20348'],
];

/** KB number of a track (`tracks`, or 61 and 62 for Server 2012 R2) in the month with this index. */
export function practiceKb(month: number, number: number): number {
  return monthAt(month).base + number;
}

/** Fourth build number of every track in the month with this index. */
export function practiceRevision(month: number): number {
  return monthAt(month).revision;
}

/** Revision of the September hotpatch of Server 2025. */
export const hotpatchRevision = 9190;

function monthAt(index: number): Month {
  const month = months[index];
  if (!month) throw new Error(`there is no practice month ${index}`);
  return month;
}

/** The four documents, oldest first. */
export function practiceDocuments(): readonly PracticeDocument[] {
  return months.map((month, index) => {
    const fixes = fixesOf(index);
    return {
      id: `2026-${month.short}-Practice`,
      month: month.name,
      released: month.released,
      fixes,
      vulnerabilities: vulnerabilitiesOf(index, fixes),
      knownIssues:
        index === 2 ? [{ kb: practiceKb(2, 31), url: 'https://practice.invalid/known-issue' }] : [],
    };
  });
}

function fixesOf(month: number): readonly PracticeFix[] {
  const before = (number: number): string => (month === 0 ? '' : String(practiceKb(month - 1, number)));
  const windows = tracks.map(([number, products, build]): PracticeFix => ({
    kb: practiceKb(month, number),
    products,
    subType: 'Security Update',
    fixedBuild: `${build}.${practiceRevision(month)}`,
    // Real documents leave the edge out now and then: the build still tells the order.
    supersedes: month === 2 && number === 21 ? '' : before(number),
    restart: 'Yes',
  }));
  const server12 = (number: number, subType: string): PracticeFix => ({
    kb: practiceKb(month, number),
    products: ['server12', 'server12Core'],
    subType,
    fixedBuild: `6.3.9600.${practiceRevision(month)}`,
    supersedes: subType === 'Monthly Rollup' ? before(number) : '',
    restart: 'Yes',
  });
  return [
    ...windows,
    server12(61, 'Monthly Rollup'),
    server12(62, 'Security Only'),
    ...special(month),
    ...(month >= 2 ? [click()] : []),
  ];
}

/** What comes in one month only. */
function special(month: number): readonly PracticeFix[] {
  const fix = (
    number: number,
    products: readonly PracticeProduct[],
    more: Partial<PracticeFix>,
  ): PracticeFix => ({
    kb: practiceKb(month, number),
    products,
    subType: 'Security Update',
    fixedBuild: '',
    supersedes: '',
    restart: 'Maybe',
    ...more,
  });
  if (month === 1) {
    return [
      fix(91, ['server19', 'server19Core'], { subType: 'Servicing Stack Update', restart: 'No' }),
      fix(33, ['server25'], {
        subType: 'Security Hotpatch Update',
        fixedBuild: `10.0.26100.${hotpatchRevision}`,
        restart: 'No',
      }),
    ];
  }
  if (month === 2) return [fix(71, ['dotNet'], { subType: 'Monthly Rollup' })];
  if (month === 3) return [fix(81, ['sql'], {})];
  return [];
}

function click(): PracticeFix {
  return {
    kb: 0,
    products: ['office'],
    subType: 'Security Update',
    fixedBuild: '',
    supersedes: '',
    restart: 'No',
  };
}

function vulnerabilitiesOf(month: number, fixes: readonly PracticeFix[]): readonly PracticeVulnerability[] {
  const all = fixes.map((fix) => fix.kb);
  const windows = all.filter((kb) => kb !== 0 && kb % 100 < 70);
  const cve = (number: number): string => `CVE-2099-${10_000 + month * 100 + number}`;
  const kernel: PracticeVulnerability = {
    cve: cve(1),
    title: 'Practice: Windows Kernel Elevation of Privilege Vulnerability',
    severity: 'Important',
    score: '7.8',
    // October's is the urgent one of the practice site.
    exploited: month === 2,
    fixes: windows,
  };
  const network: PracticeVulnerability = {
    cve: cve(2),
    title: 'Practice: Windows Network Stack Remote Code Execution Vulnerability',
    severity: month === 3 ? 'Critical' : 'Important',
    score: month === 3 ? '9.8' : '8.1',
    exploited: false,
    fixes: windows.filter((kb) => kb % 100 !== 62 || month < 3),
  };
  const office: PracticeVulnerability = {
    cve: cve(3),
    title: 'Practice: Office Spoofing Vulnerability',
    severity: 'Moderate',
    score: '5.4',
    exploited: false,
    fixes: [0],
  };
  const others = all.filter((kb) => kb % 100 >= 70);
  const component: PracticeVulnerability = {
    cve: cve(4),
    title: 'Practice: Component Denial of Service Vulnerability',
    severity: 'Important',
    score: '7.5',
    exploited: false,
    fixes: others,
  };
  return [kernel, network, ...(all.includes(0) ? [office] : []), ...(others.length > 0 ? [component] : [])];
}
