import { expect, it } from 'vitest';
import { osNameFits, valueOf } from '../../../src/domain/index.ts';
import { hasData } from '../../support/data.ts';
import { realInventories, realMachines } from '../../support/real-files.ts';

it.each([
  ['Foo OS', '10.0.19045'],
  ['Microsoft Windows 7 Enterprise', '10.0.19045'],
  ['Microsoft Windows 11 Pro', '10.0.19045'],
  ['Microsoft Windows 10 Pro', '10.0.22631'],
  ['Microsoft Windows 8.1 Pro', '6.2.9200'],
  ['Microsoft Windows 8 Pro', '6.3.9600'],
  ['Microsoft Windows Server 2012 R2 Standard', '6.2.9200'],
  ['Microsoft Windows Server 2019 Standard', '10.0.20348'],
  ['Microsoft Windows 10 Pro', '6.1.7601'],
])('%s is no name of %s', (name, version) => {
  expect(osNameFits(name, version)).toBe(false);
});

it.each([
  ['Microsoft Windows 10 Pro', '10.0.19045'],
  ['Microsoft Windows 10 企业版 LTSC', '10.0.17763'],
  ['Microsoft Windows 10 Enterprise 2016 LTSB', '10.0.14393'],
  ['Microsoft Windows 11 IoT Enterprise LTSC 2024', '10.0.26100'],
  ['Майкрософт Ознакомительная версия Windows Server 2012 R2 Standard', '6.3.9600'],
  ['Microsoft Windows Server 2022 Datacenter: Azure Edition', '10.0.20348'],
  ['Microsoft Windows Server Datacenter', '10.0.17763'],
  ['Microsoftr Windows VistaT Enterprise', '6.0.6002'],
  ['Microsoftr Windows Serverr 2008 Standard', '6.0.6001'],
  ['Microsoft(R) Windows(R) Server 2003 Standard x64 Edition', '5.2.3790'],
  ['Microsoft(R) Windows(R) Server 2003 R2 Enterprise', '5.2.3790'],
  ['Microsoft(R) Windows(R) XP Professional x64 Edition', '5.2.3790'],
  ['Windows® Embedded Standard', '6.1.7601'],
  ['Microsoft Hyper-V Server 2019', '10.0.17763'],
  ['Microsoft Azure Stack HCI', '10.0.20348'],
  ['Microsoft Windows 12', '10.0.99999'],
])('%s may be the name of %s', (name, version) => {
  expect(osNameFits(name, version)).toBe(true);
});

it.skipIf(!hasData('inventory'))('every real systeminfo file names its own build', async () => {
  const paths = realInventories().filter((path) => path.includes('/systeminfo/'));
  expect(paths).toHaveLength(33);
  for (const path of paths) {
    const machines = await realMachines([path]);
    for (const { os } of machines) {
      const [name, version] = [valueOf(os.name), valueOf(os.version)];
      if (name !== null && version !== null) expect([name, osNameFits(name, version)]).toEqual([name, true]);
    }
  }
});
