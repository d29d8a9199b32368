import { describe, expect, it } from 'vitest';
import { machinesNotServiced, compileMsrc } from '../../../src/scan/index.ts';
import { catalogDocument } from '../../support/catalog-documents.ts';
import { machine, win1809, win7 } from '../../support/machines.ts';
import { inShort, rowsOf } from '../../support/scan-rows.ts';

const w1809 = 'Windows 10 Version 1809 for x64-based Systems';
const server2019 = 'Windows Server 2019';
const core2019 = 'Windows Server 2019  (Server Core installation)';
const doc = {
  id: '2023-Jun',
  fixes: [
    { kb: 5027222, products: [w1809, server2019], build: '10.0.17763.4499' },
    { kb: 5027999, products: [core2019], build: '10.0.17763.4500' },
    { kb: 5027111, products: ['Microsoft .NET Framework 4.8 on ' + w1809] },
    { kb: 5002400, products: ['Microsoft Excel 2016 (64-bit edition)'] },
    { kb: 5002500, products: ['Windows 12 Version 99H9 for x64-based Systems'] },
    { kb: 5027333, products: ['Windows 10 Version 1809 for HoloLens'] },
  ],
  clickToRun: ['Microsoft 365 Apps for Enterprise for 64-bit Systems'],
};

describe('msrc-cvrf section 4, step 0: may the update apply', () => {
  it('gives Unknown with the missing fact named for a machine without OS facts', async () => {
    const rows = await rowsOf([doc], machine({ kbs: [5000001] }));
    for (const kb of [5027222, 5027999, 5027111, 5027333]) {
      expect(inShort(rows.get(kb))).toBe('Unknown os-facts-missing');
      expect(rows.get(kb)?.blockers[0]).toEqual({ kind: 'os-facts', subject: '' });
    }
  });

  it('gives Unknown, never Not Required, for a build that is not in the table (section 3)', async () => {
    const rows = await rowsOf([doc], machine({ version: '10.0.99999', role: 'client', architecture: 'x64' }));
    expect(inShort(rows.get(5027222))).toBe('Unknown build-not-known');
    expect(inShort(rows.get(5027111))).toBe('Unknown build-not-known');
  });

  it('gives Not Required for another product, and for a HoloLens', async () => {
    const rows = await rowsOf(
      [doc, { id: '2019-Mar', fixes: [], alsoNamed: ['Windows 7 for x64-based Systems Service Pack 1'] }],
      win7(),
    );
    expect(inShort(rows.get(5027222))).toBe('NotRequired product-not-matching measured');
    expect(inShort(rows.get(5027111))).toBe('NotRequired product-not-matching measured');
    expect(inShort(rows.get(5027333))).toBe('NotRequired product-not-matching measured');
  });

  it.each([
    ['Vista without SP', { version: '6.0.6000', role: 'client', architecture: 'x64' } as const],
    ['Server 2008 SP1', { version: '6.0.6001', role: 'server', architecture: 'x86' } as const],
    ['XP SP2', { version: '5.1.2600', role: 'client', architecture: 'x86', servicePack: 2 } as const],
    [
      'ARM64 of a release named for x64 only',
      { version: '10.0.17763', role: 'client', architecture: 'arm64' } as const,
    ],
  ])('flags a level that no document names: %s', async (_name, made) => {
    const xp = { id: '2018-Oct', fixes: [], alsoNamed: ['Microsoft Windows XP Service Pack 3'] };
    const pc = machine(made);
    const rows = await rowsOf([doc, xp], pc);
    expect(inShort(rows.get(5027222))).toBe('NotRequired level-not-serviced measured');
    const { context } = await compileMsrc([doc, xp].map(catalogDocument));
    expect(machinesNotServiced(context, [pc, win1809({ id: 'other' })])).toEqual(['pc']);
  });

  it('names the level by the OS half of a component too', async () => {
    const component = {
      id: '2019-Mar',
      fixes: [
        { kb: 4483000, products: ['Internet Explorer 11 on Windows 7 for x64-based Systems Service Pack 1'] },
      ],
    };
    const rows = await rowsOf([doc, component], win7());
    expect(inShort(rows.get(5027222))).toBe('NotRequired product-not-matching measured');
    expect(inShort(rows.get(4483000))).toBe('Unknown component-version-unknown');
    expect(rows.get(4483000)?.blockers).toEqual([
      { kind: 'component-version', subject: 'Internet Explorer 11' },
    ]);
  });

  it('takes both names where the installation type is not known, and only one where it is', async () => {
    const server = { version: '10.0.17763', role: 'server', architecture: 'x64', ubr: 1 } as const;
    const unknown = await rowsOf([doc], machine(server));
    expect([unknown.get(5027222)?.state, unknown.get(5027999)?.state]).toEqual(['Required', 'Required']);
    const core = await rowsOf([doc], machine({ ...server, installation: 'core' }));
    expect([core.get(5027222)?.state, core.get(5027999)?.state]).toEqual(['NotRequired', 'Required']);
    const full = await rowsOf([doc], machine({ ...server, installation: 'full' }));
    expect([full.get(5027222)?.state, full.get(5027999)?.state]).toEqual(['Required', 'NotRequired']);
  });

  it('keeps both roles possible where client or server is not known', async () => {
    const pc = machine({ version: '10.0.17763', architecture: 'x64', ubr: 1 });
    const rows = await rowsOf([doc], pc);
    // Client x64 and server both name the KB, but neither is proven to be this machine.
    expect(inShort(rows.get(5027222))).toBe('Unknown os-facts-missing');
    expect(rows.get(5027222)?.possible).toEqual(['Required', 'NotRequired']);
  });

  it('leaves products outside Windows Unknown, one blocker per product (section 3)', async () => {
    const rows = await rowsOf([doc], win1809());
    expect(inShort(rows.get(5002400))).toBe('Unknown product-presence-unknown');
    expect(rows.get(5002400)?.blockers).toEqual([
      { kind: 'product-presence', subject: 'Microsoft Excel 2016 (64-bit edition)' },
    ]);
  });

  it('SCN05 a name that starts like an operating system but is not understood is Unknown', async () => {
    const rows = await rowsOf([doc], win1809());
    expect(inShort(rows.get(5002500))).toBe('Unknown product-name-not-understood');
    expect(rows.get(5002500)?.blockers[0]?.kind).toBe('product-name');
  });

  it('makes one pseudo-update per month and click-to-run product, Unknown until a channel table comes', async () => {
    const rows = await rowsOf([doc], win1809());
    const row = [...rows].find(([id]) => String(id).startsWith('msrc:C2R-2023-Jun-'))?.[1];
    expect(inShort(row)).toBe('Unknown channel-table-missing');
    expect(row?.blockers[0]?.kind).toBe('channel-table');
  });

  it('calls a listed KB Installed whatever else is not known, for components and other products too (section 2)', async () => {
    const rows = await rowsOf([doc], machine({ kbs: [5027222, 5027111, 5002400], list: 'cut' }));
    for (const kb of [5027222, 5027111, 5002400]) {
      expect(inShort(rows.get(kb))).toBe(`Installed kb-listed listed KB${String(kb)}`);
    }
  });
});
