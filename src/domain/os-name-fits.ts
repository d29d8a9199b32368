/**
 * Whether the name of an operating system can be that of a build. Names are localised and mangled
 * (`Microsoftr Windows VistaT`, `Майкрософт … Windows Server 2012 R2`), so only what no language
 * changes is looked at: the brand, the release behind `Windows`, the year behind a `Server`.
 * Releases by build: msrc-cvrf, section 3; names without release or year (`Windows Server Datacenter`,
 * `Windows Embedded Standard`) fit every build.
 */
export function osNameFits(name: string, version: string): boolean {
  if (!/windows|microsoft|hyper-v|azure/i.test(name)) return false;
  const release = releaseOf(version);
  if (release === null) return true;
  if (/server/i.test(name)) {
    const year = /\b(20\d\d)(?:\W{1,3}(r2)\b)?/i.exec(name);
    if (year === null) return true;
    const written = year[2] === undefined ? (year[1] ?? '') : `${year[1]} R2`;
    return release.years.includes(written);
  }
  const client = /windows[^\p{L}\p{N}]{0,6}(?:embedded[^\p{L}\p{N}]+)?(xp|vista|7|8\.1|8|10|11)(?![\d.])/iu;
  const found = client.exec(name)?.[1]?.toLowerCase();
  return found === undefined || found === release.client;
}

interface Release {
  readonly client: string;
  readonly years: readonly string[];
}

const older: Readonly<Record<string, Release>> = {
  '5.1.2600': { client: 'xp', years: ['2009'] },
  // Server 2003 R2 kept the build of Server 2003.
  '5.2.3790': { client: 'xp', years: ['2003', '2003 R2'] },
  '6.0.6000': { client: 'vista', years: [] },
  '6.0.6001': { client: 'vista', years: ['2008'] },
  '6.0.6002': { client: 'vista', years: ['2008'] },
  '6.0.6003': { client: 'vista', years: ['2008'] },
  // Home Server, Small Business Server and MultiPoint Server of 2011 are Server 2008 R2.
  '6.1.7600': { client: '7', years: ['2008 R2', '2010', '2011'] },
  '6.1.7601': { client: '7', years: ['2008 R2', '2010', '2011'] },
  '6.2.9200': { client: '8', years: ['2012'] },
  '6.3.9600': { client: '8.1', years: ['2012 R2'] },
};

/** Servers of Windows 10 and later, by build. */
const serverYears: Readonly<Record<string, readonly string[]>> = {
  '10.0.14393': ['2016'],
  '10.0.17763': ['2019'],
  '10.0.20348': ['2022'],
  '10.0.26100': ['2025'],
};

const firstOfWindows11 = 22_000;

/** What the names of a build say; null for one that no table knows. */
function releaseOf(version: string): Release | null {
  const known = older[version];
  if (known) return known;
  const build = /^10\.0\.(\d{5})$/.exec(version)?.[1];
  if (build === undefined) return null;
  return { client: Number(build) < firstOfWindows11 ? '10' : '11', years: serverYears[version] ?? [] };
}
