/**
 * Products of the practice catalog, named as Microsoft's documents name them: the rules recognise a
 * machine's product by its name (msrc-cvrf, section 3). Ids begin with 99: no real document has them.
 */
export const practiceProducts = {
  w10: { id: '99001', name: 'Windows 10 Version 22H2 for x64-based Systems', family: 'Windows' },
  w11: { id: '99002', name: 'Windows 11 Version 23H2 for x64-based Systems', family: 'Windows' },
  w11New: { id: '99003', name: 'Windows 11 Version 24H2 for x64-based Systems', family: 'Windows' },
  server25: { id: '99004', name: 'Windows Server 2025', family: 'Windows' },
  server19: { id: '99005', name: 'Windows Server 2019', family: 'Windows' },
  server19Core: { id: '99006', name: 'Windows Server 2019 (Server Core installation)', family: 'Windows' },
  server22: { id: '99007', name: 'Windows Server 2022', family: 'Windows' },
  server22Core: { id: '99008', name: 'Windows Server 2022 (Server Core installation)', family: 'Windows' },
  server12: { id: '99009', name: 'Windows Server 2012 R2', family: 'ESU' },
  server12Core: { id: '99010', name: 'Windows Server 2012 R2 (Server Core installation)', family: 'ESU' },
  dotNet: {
    id: '99011-99001',
    name: 'Microsoft .NET Framework 3.5 AND 4.8.1 on Windows 10 Version 22H2 for x64-based Systems',
    family: 'Developer Tools',
  },
  sql: { id: '99012', name: 'Microsoft SQL Server 2019 for x64-based Systems (GDR)', family: 'SQL Server' },
  office: {
    id: '99013',
    name: 'Microsoft 365 Apps for Enterprise for 64-bit Systems',
    family: 'Microsoft Office',
  },
} as const;

export type PracticeProduct = keyof typeof practiceProducts;
