/** What a made-up systeminfo output shall say; everything has a default. */
export interface DescribedSystem {
  readonly host?: string;
  readonly name?: string;
  readonly version?: string;
  readonly type?: string;
  /** Value of the hotfix line; null leaves the line out. */
  readonly declared?: string | null;
  readonly hotfixes?: readonly string[];
  readonly installed?: string;
}

/** English systeminfo text as Windows lays it out: labels padded to one column, items below. */
export function systeminfoText(described: DescribedSystem = {}): string {
  const { hotfixes = [] } = described;
  const count = hotfixes.length === 0 ? 'N/A' : `${hotfixes.length} Hotfix(s) Installed.`;
  const declared = described.declared === undefined ? count : described.declared;
  const rows: [string, string][] = [
    ['Host Name', described.host ?? 'ALPHA'],
    ['OS Name', described.name ?? 'Microsoft Windows 10 Pro'],
    ['OS Version', described.version ?? '10.0.19045 N/A Build 19045'],
    ['OS Manufacturer', 'Microsoft Corporation'],
    ['Product ID', '00330-11111-22222-AA333'],
    ['Original Install Date', described.installed ?? '1/2/2023, 3:04:05 AM'],
    ['System Type', described.type ?? 'x64-based PC'],
    ['Processor(s)', '1 Processor(s) Installed.\n[01]: Intel64 Family 6 ~2500 Mhz'],
    ['System Locale', 'en-us;English (United States)'],
    ['Input Locale', 'en-us;English (United States)'],
    ['Time Zone', '(UTC+01:00) Amsterdam, Berlin'],
    ['Total Physical Memory', '8,000 MB'],
    ['Available Physical Memory', '4,000 MB'],
    ['Virtual Memory: Max Size', '9,000 MB'],
    ['Virtual Memory: Available', '5,000 MB'],
    ['Virtual Memory: In Use', '4,000 MB'],
    ['Page File Location(s)', 'C:\\pagefile.sys'],
    ['Domain', 'WORKGROUP'],
    ['Logon Server', '\\\\ALPHA'],
  ];
  if (declared !== null) {
    const items = hotfixes.map((id, index) => `[${String(index + 1).padStart(2, '0')}]: ${id}`);
    rows.push(['Hotfix(s)', [declared, ...items].join('\n')]);
  }
  rows.push(['Network Card(s)', '1 NIC(s) Installed.\n[01]: Example Gigabit Adapter']);
  rows.push(['Hyper-V Requirements', 'A hypervisor has been detected.']);
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  const lines = rows.flatMap(([label, value]) => {
    const [first = '', ...more] = value.split('\n');
    return [`${label}:`.padEnd(width) + first, ...more.map((item) => ' '.repeat(width) + item)];
  });
  return `\r\n${lines.join('\r\n')}\r\n`;
}
