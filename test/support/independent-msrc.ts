/**
 * A second, independent reading of msrc-cvrf, section 4: written from that page alone, with plain
 * means (regular expressions, sets, no rule tree), and without a line of src/. It judges what the
 * product says; where the two differ one of them has misread the page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type State = 'Required' | 'Installed' | 'Unknown' | 'NotRequired';

interface OsProduct {
  readonly builds: readonly string[];
  readonly arch: string;
  readonly role: 'client' | 'server';
}

interface Pair {
  readonly kb: number;
  readonly product: string;
  readonly documents: Set<string>;
  readonly subTypes: Set<string>;
  readonly builds: Set<string>;
}

export interface Catalog {
  readonly names: Map<string, string>;
  /** `kb productId` -> what all documents say about it. */
  readonly pairs: Map<string, Pair>;
  readonly edges: Map<number, Set<number>>;
}

export interface IndependentMachine {
  readonly name: string;
  readonly os: { readonly version: string; readonly arch: string; readonly role: 'client' | 'server' } | null;
  readonly kbs: ReadonlySet<number>;
  readonly list: 'complete' | 'cut' | 'missing';
}

/* ---------- documents ---------- */

const unescape = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .trim();

function children(block: string, tag: string): string[] {
  return [...block.matchAll(new RegExp(`<(?:vuln:)?${tag}>([\\s\\S]*?)</(?:vuln:)?${tag}>`, 'g'))].map((m) =>
    unescape(m[1] ?? ''),
  );
}

export function readCatalog(folder: string): Catalog {
  const catalog: Catalog = { names: new Map(), pairs: new Map(), edges: new Map() };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const id = /<(?:\w+:)?ID>([^<]*)</.exec(text)?.[1] ?? '';
    for (const m of text.matchAll(/<(?:\w+:)?FullProductName ProductID="([^"]+)"[^>]*>([^<]*)</g)) {
      catalog.names.set(m[1] ?? '', unescape(m[2] ?? ''));
    }
    const fixes = /<(?:vuln:)?Remediation Type="Vendor Fix">([\s\S]*?)<\/(?:vuln:)?Remediation>/g;
    for (const [, block = ''] of text.matchAll(fixes)) addFix(catalog, id, block);
  }
  return catalog;
}

function addFix(catalog: Catalog, document: string, block: string): void {
  const [description = ''] = children(block, 'Description');
  if (!/^\d{6,7}$/.test(description)) return;
  const kb = Number(description);
  for (const text of children(block, 'Supercedence')) {
    for (const token of text.split(/[;,\s]+/)) {
      if (!/^\d{6,7}$/.test(token)) continue;
      const set = catalog.edges.get(kb) ?? new Set();
      catalog.edges.set(kb, set.add(Number(token)));
    }
  }
  for (const product of children(block, 'ProductID')) {
    const key = `${kb} ${product}`;
    const pair = catalog.pairs.get(key) ?? {
      kb,
      product,
      documents: new Set(),
      subTypes: new Set(),
      builds: new Set(),
    };
    catalog.pairs.set(key, pair);
    pair.documents.add(document);
    for (const text of children(block, 'SubType')) pair.subTypes.add(text);
    for (const text of children(block, 'FixedBuild')) {
      for (const build of text.split(';').map((part) => part.trim())) {
        if (/^\d+\.\d+\.\d+\.\d+$/.test(build)) pair.builds.add(build);
      }
    }
  }
}

/* ---------- section 3: which product a machine is ---------- */

const releases: Record<string, string> = {
  '1511': '10586',
  '1607': '14393',
  '1703': '15063',
  '1709': '16299',
  '1803': '17134',
  '1809': '17763',
  '1903': '18362',
  '1909': '18363',
  '2004': '19041',
  '20h2': '19042',
  '21h1': '19043',
  '21h2': '19044',
  '22h2': '19045',
};
const releases11: Record<string, string> = {
  '21h2': '22000',
  '22h2': '22621',
  '23h2': '22631',
  '24h2': '26100',
  '25h2': '26200',
  '26h1': '28000',
};
const servers: Record<string, string> = {
  '2016': '14393',
  '2019': '17763',
  '2022': '20348',
  '2025': '26100',
};
const archOf = (text: string | undefined) =>
  ({ '32-bit': 'x86', 'x64-based': 'x64', 'arm64-based': 'arm64', 'itanium-based': 'ia64' })[text ?? ''] ??
  '?';

const understood = new Map<string, OsProduct | 'device' | null>();

/** The OS product of a name, `device` for Windows on something that is no PC, or null. */
export function osProduct(fullName: string): OsProduct | 'device' | null {
  const known = understood.get(fullName);
  if (known !== undefined) return known;
  const product = understand(fullName);
  understood.set(fullName, product);
  return product;
}

function understand(fullName: string): OsProduct | 'device' | null {
  const name = fullName
    .toLowerCase()
    .replace(/\(server core installation\)/, '')
    .replace(/\s+/g, ' ')
    .trim();
  let m: RegExpExecArray | null;
  if (/^windows .* for hololens$/.test(name)) return 'device';
  const ten = (build: string | undefined, arch: string, role: 'client' | 'server') =>
    build === undefined ? null : { builds: [`10.0.${build}`], arch, role };
  if ((m = /^windows 10 version (\w+) for (\S+) systems$/.exec(name))) {
    return ten(releases[m[1] ?? ''], archOf(m[2]), 'client');
  }
  if ((m = /^windows 10 for (\S+) systems$/.exec(name))) return ten('10240', archOf(m[1]), 'client');
  if ((m = /^windows 11 version (\w+) for (\S+) systems$/.exec(name))) {
    return ten(releases11[m[1] ?? ''], archOf(m[2]), 'client');
  }
  if (name === 'windows server 2022, 23h2 edition') return ten('25398', 'x64', 'server');
  if ((m = /^windows server, version (\w+)$/.exec(name))) return ten(releases[m[1] ?? ''], 'x64', 'server');
  if ((m = /^windows server (2016|2019|2022|2025)$/.exec(name)))
    return ten(servers[m[1] ?? ''], 'x64', 'server');
  if ((m = /^windows 7 for (\S+) systems service pack 1$/.exec(name))) {
    return { builds: ['6.1.7601'], arch: archOf(m[1]), role: 'client' };
  }
  if ((m = /^windows 8.1 for (\S+) systems$/.exec(name))) {
    return { builds: ['6.3.9600'], arch: archOf(m[1]), role: 'client' };
  }
  if (name === 'windows rt 8.1') return { builds: ['6.3.9600'], arch: 'arm', role: 'client' };
  if (name === 'windows vista service pack 2') return { builds: ['6.0.6002'], arch: 'x86', role: 'client' };
  if (name === 'windows vista x64 edition service pack 2') {
    return { builds: ['6.0.6002'], arch: 'x64', role: 'client' };
  }
  if ((m = /^windows server 2008 for (\S+) systems service pack 2$/.exec(name))) {
    return { builds: ['6.0.6002', '6.0.6003'], arch: archOf(m[1]), role: 'server' };
  }
  if ((m = /^windows server 2008 r2 for (\S+) systems service pack 1$/.exec(name))) {
    return { builds: ['6.1.7601'], arch: archOf(m[1]), role: 'server' };
  }
  if (name === 'windows server 2012') return { builds: ['6.2.9200'], arch: 'x64', role: 'server' };
  if (name === 'windows server 2012 r2') return { builds: ['6.3.9600'], arch: 'x64', role: 'server' };
  return null;
}

/* ---------- inventories ---------- */

interface File {
  readonly file: string;
  readonly name: string | null;
  readonly os: IndependentMachine['os'];
  readonly kbs: readonly number[];
  readonly list: 'complete' | 'cut';
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le').slice(1);
  const text = bytes.filter((byte) => byte !== 0);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return Buffer.from(text).toString('latin1');
  }
}

const kbOf = (id: string) => {
  const m = /^(?:KB|Q)?(\d{5,7})(?:v\d+|-v\d+)?\b/i.exec(id.trim());
  return m ? [Number(m[1])] : [];
};

function readSysteminfo(file: string, text: string): File | null {
  const lines = text.split(/\r*\n/).filter((line) => line.trim() !== '');
  const value = (line: string | undefined) => (line ?? '').replace(/^[^:]*:\s*/, '').trim();
  const at = lines.findIndex((line) => /^\S.*:\s+\d+\.\d+\.\d{4,5}\b/.test(line));
  const arch = /:\s+(x64|X86|ARM64)-based PC/i.exec(text)?.[1]?.toLowerCase();
  if (at < 1 || arch === undefined) return null;
  const osName = value(lines[at - 1]);
  const first = lines.findIndex((line) => /^\s+\[0?1\]\s?: (KB\d|Q\d|File \d|\d{5,7}|\{)/.test(line));
  const items: string[] = [];
  for (let i = first; i >= 0 && /^\s+\[/.test(lines[i] ?? ''); i++) {
    items.push((lines[i] ?? '').replace(/^\s+\[\d*\]?\s*:?\s*/, ''));
  }
  const declared = first < 1 ? 0 : Number((value(lines[first - 1]).match(/\d+/g) ?? ['0']).at(-1));
  const cut = items.length < declared || /^\s+\[\d*\]?$/.test(lines[first + items.length - 1] ?? '');
  if (cut) items.pop();
  const host = at < 2 ? '' : value(lines[at - 2]);
  return {
    file,
    name: /^[\w-]+$/.test(host) ? host : null,
    os: {
      version: /\d+\.\d+\.\d{4,5}/.exec(value(lines[at]))?.[0] ?? '',
      arch,
      role: /server/i.test(osName) ? 'server' : 'client',
    },
    kbs: items.flatMap(kbOf),
    list: cut ? 'cut' : 'complete',
  };
}

function readTable(file: string, text: string): File | null {
  const lines = text.replace(/^Please wait while WMIC is being installed\./, '').split(/\r*\n/);
  const at = lines.findIndex((line) => /\bHotFixID\b/.test(line));
  const header = lines[at];
  if (header === undefined) return null;
  const column = (line: string, title: string) => {
    const start = header.search(new RegExp(`\\b${title}\\b`));
    const rest = header.slice(start + title.length).search(/\S/);
    return start < 0 ? '' : line.slice(start, rest < 0 ? undefined : start + title.length + rest).trim();
  };
  const rows = lines.slice(at + 1).filter((line) => line.trim() !== '');
  const name = rows.map((row) => column(row, 'CSName')).find((text) => text !== '') ?? null;
  const kbs = rows.flatMap((row) => {
    const id = column(row, 'HotFixID');
    return /^File \d/.test(id) ? kbOf(column(row, 'ServicePackInEffect')) : kbOf(id);
  });
  return { file, name, os: null, kbs, list: 'complete' };
}

function readRecords(file: string, text: string): File | null {
  if (!/^HotFixID=/m.test(text)) return null;
  const all = (key: string) =>
    [...text.matchAll(new RegExp(`^${key}=(.*?)\\r*$`, 'gm'))].map((m) => (m[1] ?? '').trim());
  const kbs = [...all('HotFixID'), ...all('ServicePackInEffect')].flatMap(kbOf);
  return { file, name: all('CSName').find((name) => name !== '') ?? null, os: null, kbs, list: 'complete' };
}

function readClixml(file: string, text: string): File | null {
  const ids = [...text.matchAll(/<S N="HotFixID">([^<]*)</g)].map((m) => m[1] ?? '');
  if (ids.length === 0) return null;
  const name = /<S N="(?:CSName|PSComputerName)">([^<]+)</.exec(text)?.[1] ?? null;
  return { file, name, os: null, kbs: ids.flatMap(kbOf), list: 'complete' };
}

export function readMachines(files: readonly string[]): IndependentMachine[] {
  const read: File[] = [];
  for (const path of files) {
    const text = decode(readFileSync(path));
    const file = basename(path);
    const found = [readSysteminfo, readClixml, readRecords, readTable]
      .map((reader) => reader(file, text))
      .find((result) => result !== null);
    if (found) read.push(found);
  }
  const stem = (file: string) => file.replace(/\.[^.]*$/, '').replace(/_(systeminfo|qfe)$/, '');
  const named = new Map(read.filter((f) => f.name !== null).map((f) => [stem(f.file), f.name ?? '']));
  const groups = new Map<string, File[]>();
  for (const file of read) {
    const name = file.name ?? named.get(stem(file.file)) ?? stem(file.file);
    groups.set(name.toLowerCase(), [...(groups.get(name.toLowerCase()) ?? []), file]);
  }
  return [...groups].map(([name, members]) => {
    const build = (f: File) => Number(f.os?.version.split('.')[2] ?? -1);
    const highest = Math.max(...members.map(build));
    const current = members.filter((f) => f.os === null || build(f) === highest);
    return {
      name,
      os: current.find((f) => f.os !== null)?.os ?? null,
      kbs: new Set(current.flatMap((f) => f.kbs)),
      list: current.some((f) => f.list === 'complete') ? 'complete' : 'cut',
    };
  });
}
