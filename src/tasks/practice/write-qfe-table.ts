const headers = [
  'Caption',
  'CSName',
  'Description',
  'FixComments',
  'HotFixID',
  'InstallDate',
  'InstalledBy',
  'InstalledOn',
  'Name',
  'ServicePackInEffect',
  'Status',
] as const;

/**
 * What `wmic qfe` prints: a table whose columns are as wide as their widest value and two blanks
 * (inventory-sources, section 4).
 *
 * @param host empty for the form without Caption and CSName, which names no machine
 */
export function writeQfeTable(host: string, hotfixes: readonly string[]): string {
  const used = host === '' ? headers.slice(2) : headers;
  const rows = hotfixes.map((id, index) => {
    const values: Partial<Record<(typeof headers)[number], string>> = {
      Caption: 'http://practice.invalid/',
      CSName: host,
      Description: 'Security Update',
      HotFixID: id,
      InstalledBy: 'NT AUTHORITY\\SYSTEM',
      InstalledOn: `${(index % 9) + 1}/12/2026`,
    };
    return used.map((header) => values[header] ?? '');
  });
  const widths = used.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => cell.padEnd((widths[column] ?? 0) + 2)).join('');
  return [line(used), ...rows.map(line), ''].join('\r\n');
}
