import { describe, expect, it } from 'vitest';
import {
  isBuildKnown,
  parseProductName,
  revisionFamily,
  splitFixedBuild,
} from '../../../src/domain/index.ts';

/** `builds role architecture installation sp`, from the patterns of msrc-cvrf, section 3. */
function short(name: string): string {
  const meaning = parseProductName(name);
  if (meaning.kind !== 'os' && meaning.kind !== 'component') return meaning.kind;
  const { builds, role, architecture, installation, servicePack } = meaning.os;
  const component = meaning.kind === 'component' ? `${meaning.component} | ` : '';
  const rest = [architecture, installation, servicePack].map((part) => part ?? '-').join(' ');
  return `${component}${builds.join(',')} ${role} ${rest}`;
}

describe('MSRC product names (msrc-cvrf, section 3)', () => {
  it.each([
    ['Windows 10 Version 22H2 for x64-based Systems', '10.0.19045 client x64 - -'],
    ['Windows 10 for 32-bit Systems', '10.0.10240 client x86 - -'],
    ['Windows 11 version 21H2 for ARM64-based Systems', '10.0.22000 client arm64 - -'],
    ['Windows 11 version 26H1 for x64-based Systems', '10.0.28000 client x64 - -'],
    ['Windows Server 2019', '10.0.17763 server - full -'],
    ['Windows Server 2016  (Server Core installation)', '10.0.14393 server - core -'],
    ['Windows Server, version 1909 (Server Core installation)', '10.0.18363 server - core -'],
    ['Windows Server, version 1709  (Server Core Installation)', '10.0.16299 server - core -'],
    ['Windows Server 2022, 23H2 Edition (Server Core installation)', '10.0.25398 server - core -'],
    ['Windows Server 2008 R2 for x64-based Systems Service Pack 1', '6.1.7601 server x64 full -'],
    ['Windows Server 2008 R2 for Itanium-Based Systems Service Pack 1', '6.1.7601 server ia64 full -'],
    [
      'Windows Server 2008 for 32-bit Systems Service Pack 2 (Server Core installation)',
      '6.0.6002,6.0.6003 server x86 core -',
    ],
    ['Windows Server 2012 R2', '6.3.9600 server - full -'],
    ['Windows 7 for 32-bit Systems Service Pack 1', '6.1.7601 client x86 - -'],
    ['Windows 8.1 for x64-based systems', '6.3.9600 client x64 - -'],
    ['Windows RT 8.1', '6.3.9600 client arm - -'],
    ['Windows Vista x64 Edition Service Pack 2', '6.0.6002 client x64 - -'],
    ['Windows Vista Service Pack 2', '6.0.6002 client x86 - -'],
    ['Microsoft Windows XP Service Pack 3', '5.1.2600 client x86 - 3'],
    [
      'Microsoft .NET Framework 3.5 AND 4.8 on Windows 10 Version 1809 for 32-bit Systems',
      'Microsoft .NET Framework 3.5 AND 4.8 | 10.0.17763 client x86 - -',
    ],
    ['Internet Explorer 11 on Windows Server 2012 R2', 'Internet Explorer 11 | 6.3.9600 server - full -'],
    ['Windows 10 Version 1809 for HoloLens', 'never-a-pc'],
    ['HEVC Video Extensions', 'outside'],
    ['Windows Admin Center', 'outside'],
    ['Windows Subsystem for Linux (WSL2)', 'outside'],
    ['Microsoft ODBC Driver 17 for SQL Server on Windows', 'outside'],
    ['Skype for Business on Mac', 'outside'],
    ['Windows 13 for x64-based Systems', 'not-understood'],
    ['Windows Server 2031', 'not-understood'],
    ['Internet Explorer 11 on Windows Embedded 8 Standard', 'not-understood'],
    ['constructor', 'outside'],
    ['Windows 10 Version __proto__ for x64-based Systems', 'not-understood'],
    ['', 'outside'],
  ])('%s', (name, expected) => {
    expect(short(name)).toBe(expected);
    expect(short(name.toUpperCase().replaceAll(' ', '  ')).toLowerCase()).toBe(expected.toLowerCase());
  });
});

describe('builds (msrc-cvrf, sections 3 and 4)', () => {
  it('knows serviced and older releases, and nothing else', () => {
    for (const build of ['10.0.10240', '10.0.28000', '6.0.6003', '5.1.2600', '6.0.6000', '5.2.3790']) {
      expect(isBuildKnown(build)).toBe(true);
    }
    for (const build of ['10.0.28001', '10.0', '', '6.2.9201']) expect(isBuildKnown(build)).toBe(false);
  });

  it('puts client 26100 with 26200 and leaves the server alone', () => {
    expect(revisionFamily('10.0.26100', 'client')).toEqual(['10.0.26100', '10.0.26200']);
    expect(revisionFamily('10.0.26100', 'server')).toEqual(['10.0.26100']);
    expect(revisionFamily('10.0.18363', 'client')).toEqual(['10.0.18362', '10.0.18363']);
    expect(revisionFamily('10.0.22631', 'client')).toEqual(['10.0.22621', '10.0.22631']);
    expect(revisionFamily('10.0.19042', 'server')).toHaveLength(5);
    expect(revisionFamily('10.0.20348', 'server')).toEqual(['10.0.20348']);
  });

  it.each([
    ['10.0.19045.7058', { build: '10.0.19045', revision: 7058 }],
    ['6.1.7601.05', { build: '6.1.7601', revision: 5 }],
    ['9.9.9', null],
    ['10.0.19045.7058 ', null],
    ['1.2.3.4.5', null],
    ['4.8.x.1', null],
  ])('splits %s', (text, expected) => {
    expect(splitFixedBuild(text)).toEqual(expected);
  });
});
