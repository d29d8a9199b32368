/**
 * What an MSRC product name says: an operating system, a component on one, or something outside
 * Windows. Source: msrc-cvrf, section 3 (patterns). Case and repeated blanks do not matter.
 */
import type { Architecture, InstallationType, OsRole } from './machine.ts';

export interface WindowsProduct {
  /** Builds a machine of this product can have (`10.0.17763`); two for Server 2008 SP2. */
  readonly builds: readonly string[];
  readonly role: OsRole;
  /** Null where the name gives none and there is one only (servers since 2012). */
  readonly architecture: Architecture | null;
  /** Null for clients. */
  readonly installation: InstallationType | null;
  /** Set only where the build does not give the service pack by itself (XP, Server 2003). */
  readonly servicePack: number | null;
}

export type ProductMeaning =
  | { readonly kind: 'os'; readonly os: WindowsProduct }
  | {
      readonly kind: 'component';
      readonly component: string;
      readonly os: WindowsProduct;
      readonly osName: string;
    }
  /** HoloLens: no machine with an inventory file is one. */
  | { readonly kind: 'never-a-pc' }
  | { readonly kind: 'outside'; readonly name: string }
  /** Starts like an operating system, but no pattern fits. */
  | { readonly kind: 'not-understood'; readonly name: string };

const versions: Readonly<Record<string, string>> = {
  '10 1511': '10586',
  '10 1607': '14393',
  '10 1703': '15063',
  '10 1709': '16299',
  '10 1803': '17134',
  '10 1809': '17763',
  '10 1903': '18362',
  '10 1909': '18363',
  '10 2004': '19041',
  '10 20h2': '19042',
  '10 21h1': '19043',
  '10 21h2': '19044',
  '10 22h2': '19045',
  '11 21h2': '22000',
  '11 22h2': '22621',
  '11 23h2': '22631',
  '11 24h2': '26100',
  '11 25h2': '26200',
  '11 26h1': '28000',
};

const serverYears: Readonly<Record<string, string>> = {
  '2012': '6.2.9200',
  '2012 r2': '6.3.9600',
  '2016': '10.0.14393',
  '2019': '10.0.17763',
  '2022': '10.0.20348',
  '2025': '10.0.26100',
};

const architectures: Readonly<Record<string, Architecture>> = {
  '32-bit': 'x86',
  'x64-based': 'x64',
  'arm64-based': 'arm64',
  'itanium-based': 'ia64',
};

/** One lower-case line with single blanks: two names that differ otherwise are one product. */
export function normalisedProductName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function product(
  builds: readonly string[],
  role: OsRole,
  architecture: Architecture | null,
  installation: InstallationType | null,
  servicePack: number | null = null,
): WindowsProduct {
  return { builds, role, architecture, installation, servicePack };
}

const systems = '(?: for (32-bit|x64-based|arm64-based|itanium-based) systems)?';

function client(name: string): WindowsProduct | null {
  let match = new RegExp(`^windows (1[01]) version (\\w{4})${systems}$`).exec(name);
  if (match !== null) {
    const build = versions[`${match[1]} ${match[2]}`];
    return build === undefined ? null : product([`10.0.${build}`], 'client', architectureOf(match[3]), null);
  }
  match = new RegExp(`^windows 10${systems}$`).exec(name);
  if (match !== null) return product(['10.0.10240'], 'client', architectureOf(match[1]), null);
  match = new RegExp(`^windows (7|8|8\\.1)${systems}( service pack 1)?$`).exec(name);
  if (match !== null) {
    const build =
      match[1] === '7' ? (match[3] ? '6.1.7601' : '6.1.7600') : match[1] === '8' ? '6.2.9200' : '6.3.9600';
    return match[1] !== '7' && match[3] ? null : product([build], 'client', architectureOf(match[2]), null);
  }
  match = /^windows rt( 8\.1)?$/.exec(name);
  if (match !== null) return product([match[1] ? '6.3.9600' : '6.2.9200'], 'client', 'arm', null);
  match = /^windows vista( x64 edition)?( service pack ([12]))?$/.exec(name);
  if (match !== null) {
    return product([`6.0.600${match[3] ?? '0'}`], 'client', match[1] ? 'x64' : 'x86', null);
  }
  match = /^(?:microsoft )?windows xp service pack ([123])$/.exec(name);
  if (match !== null) return product(['5.1.2600'], 'client', 'x86', null, Number(match[1]));
  match = /^(?:microsoft )?windows xp professional x64 edition service pack ([12])$/.exec(name);
  return match === null ? null : product(['5.2.3790'], 'client', 'x64', null, Number(match[1]));
}

function server(whole: string): WindowsProduct | null {
  const core = / \(server core installation\)$/.test(whole);
  const name = whole.replace(/ \(server core installation\)$/, '');
  const installation: InstallationType = core ? 'core' : 'full';
  let match = /^windows server, version (\w{4})$/.exec(name);
  if (match !== null) {
    const build = versions[`10 ${match[1]}`];
    return build === undefined ? null : product([`10.0.${build}`], 'server', null, installation);
  }
  if (name === 'windows server 2022, 23h2 edition')
    return product(['10.0.25398'], 'server', null, installation);
  match = /^windows server (2012|2012 r2|2016|2019|2022|2025)$/.exec(name);
  if (match !== null) {
    return product([serverYears[match[1] ?? ''] ?? ''], 'server', null, installation);
  }
  match = new RegExp(`^windows server (2008|2008 r2)${systems} service pack ([12])$`).exec(name);
  if (match !== null) {
    const r2 = match[1] === '2008 r2';
    if (r2 && match[3] !== '1') return null;
    // 6.0.6003 is Server 2008 SP2 after its 2019 build change (section 3).
    const builds = r2 ? ['6.1.7601'] : match[3] === '2' ? ['6.0.6002', '6.0.6003'] : ['6.0.6001'];
    return product(builds, 'server', architectureOf(match[2]), installation);
  }
  match =
    /^(?:microsoft )?windows server 2003(?: (r2))?( x64 edition)?(?: for (x64-based|itanium-based) systems)? service pack ([12])$/.exec(
      name,
    );
  if (match === null) return null;
  const architecture = match[2] ? 'x64' : match[3] ? architectureOf(match[3]) : 'x86';
  return product(['5.2.3790'], 'server', architecture, null, Number(match[4]));
}

function architectureOf(word: string | undefined): Architecture | null {
  return word === undefined ? null : (architectures[word] ?? null);
}

const looksLikeOs = /^(?:microsoft )?windows (?:\d|rt\b|vista\b|xp\b|nt\b|server\b|embedded\b|me\b)/;

/** Meaning of one product name as the documents write it. */
export function parseProductName(name: string): ProductMeaning {
  const shown = name.trim().replace(/\s+/g, ' ');
  const text = shown.toLowerCase();
  const on = text.lastIndexOf(' on ');
  const half = on < 0 ? text : text.slice(on + 4);
  if (looksLikeOs.test(half)) {
    if (/ for hololens$/.test(half)) return { kind: 'never-a-pc' };
    const os = client(half) ?? server(half);
    if (os === null) return { kind: 'not-understood', name: shown };
    if (on < 0) return { kind: 'os', os };
    return { kind: 'component', component: shown.slice(0, on), os, osName: half };
  }
  return looksLikeOs.test(text) ? { kind: 'not-understood', name: shown } : { kind: 'outside', name: shown };
}
