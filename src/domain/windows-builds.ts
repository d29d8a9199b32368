/**
 * Which Windows builds this version of the program knows, and which of them share one revision count.
 * Source: msrc-cvrf, section 3 (build to release) and section 4 step 2 (families). Releases that left
 * service before the first imported document can name them are in the table as well: an XP machine is
 * `level-not-serviced` (step 0), not a build nobody has heard of.
 */
import type { OsRole } from './machine.ts';

/** Version `major.minor.build` and the names it was released under. */
export interface WindowsBuild {
  readonly build: string;
  readonly release: string;
}

const serviced: readonly (readonly [string, string])[] = [
  ['6.0.6002', 'Vista SP2, Server 2008 SP2'],
  ['6.0.6003', 'Server 2008 SP2'],
  ['6.1.7601', '7 SP1, Server 2008 R2 SP1'],
  ['6.2.9200', '8, Server 2012'],
  ['6.3.9600', '8.1, Server 2012 R2'],
  ['10.0.10240', '10 1507'],
  ['10.0.10586', '10 1511'],
  ['10.0.14393', '10 1607, Server 2016'],
  ['10.0.15063', '10 1703'],
  ['10.0.16299', '10 1709'],
  ['10.0.17134', '10 1803'],
  ['10.0.17763', '10 1809, Server 2019'],
  ['10.0.18362', '10 1903'],
  ['10.0.18363', '10 1909'],
  ['10.0.19041', '10 2004'],
  ['10.0.19042', '10 20H2'],
  ['10.0.19043', '10 21H1'],
  ['10.0.19044', '10 21H2'],
  ['10.0.19045', '10 22H2'],
  ['10.0.20348', 'Server 2022'],
  ['10.0.22000', '11 21H2'],
  ['10.0.22621', '11 22H2'],
  ['10.0.22631', '11 23H2'],
  ['10.0.25398', 'Server, 23H2 Edition'],
  ['10.0.26100', '11 24H2, Server 2025'],
  ['10.0.26200', '11 25H2'],
  ['10.0.28000', '11 26H1'],
];

const unserviced: readonly (readonly [string, string])[] = [
  ['4.0.1381', 'NT 4.0'],
  ['5.0.2195', '2000'],
  ['5.1.2600', 'XP'],
  ['5.2.3790', 'XP x64 Edition, Server 2003'],
  ['6.0.6000', 'Vista'],
  ['6.0.6001', 'Vista SP1, Server 2008'],
  ['6.1.7600', '7, Server 2008 R2'],
];

const windowsBuilds: readonly WindowsBuild[] = tableOf(unserviced.concat(serviced));

/** Plain loops: the evaluator, which asks this table, also runs in an old script engine. */
function tableOf(rows: readonly (readonly [string, string])[]): readonly WindowsBuild[] {
  const table: WindowsBuild[] = [];
  for (const row of rows) table.push({ build: row[0], release: row[1] });
  return table;
}

/** Families of more than one build; 26100 counts with 26200 for clients only (step 2). */
const families: readonly (readonly string[])[] = [
  ['6.0.6002', '6.0.6003'],
  ['10.0.18362', '10.0.18363'],
  ['10.0.19041', '10.0.19042', '10.0.19043', '10.0.19044', '10.0.19045'],
  ['10.0.22621', '10.0.22631'],
];
const clientFamily: readonly string[] = ['10.0.26100', '10.0.26200'];

/** True if `build` (`10.0.17763`) stands in the table; another one is Unknown, never Not Required. */
export function isBuildKnown(build: string): boolean {
  for (const known of windowsBuilds) if (known.build === build) return true;
  return false;
}

/** Builds that share one revision count with `build`, itself included. */
export function revisionFamily(build: string, role: OsRole): readonly string[] {
  if (role === 'client' && clientFamily.indexOf(build) >= 0) return clientFamily;
  for (const family of families) if (family.indexOf(build) >= 0) return family;
  return [build];
}

/** `10.0.19045.7058` as build and revision; null where the text is not four dotted numbers. */
export function splitFixedBuild(text: string): { readonly build: string; readonly revision: number } | null {
  const match = /^(\d{1,5}\.\d{1,5}\.\d{1,9})\.(\d{1,9})$/.exec(text);
  return match === null ? null : { build: match[1] ?? '', revision: Number(match[2]) };
}
