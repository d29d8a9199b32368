import { describe, expect, it } from 'vitest';
import { january, february, systeminfo } from '../../support/small-site.ts';
import { openTestEngine, quiet, testBegin } from '../../support/open-engine.ts';
import { cimDay, smsReport } from '../../support/sms-report.ts';

const patch = (id: string, q: string, status: string) =>
  [
    'Win32_PatchState',
    'New',
    { ID: id, QNumbers: q, Product: 'P', Title: `T ${q}`, Status: status },
  ] as const;
const bios = ['Win32_BIOS', 'New', { Name: 'Practice BIOS', SerialNumber: '7' }] as const;
const full = new File(
  [
    smsReport({
      machine: 'WERK-01',
      date: cimDay(1),
      instances: [bios, patch('MS31-001', '5000001', 'Installed'), patch('', '5000002', 'Applicable'), patch('', '5009999', 'Applicable')], // prettier-ignore
    }),
  ],
  'WERK-01.xml',
);
const missing = new File(['KB5000001: Practice update\r\n'], 'WERK-01_updates.txt');

async function site(...files: File[]) {
  const { engine } = await openTestEngine();
  const imported = await engine.importFiles(files, {}, quiet);
  if (!imported.ok) throw new Error(JSON.stringify(imported.error));
  return { engine, report: imported.value };
}

describe('what was collected from a machine', () => {
  it('C31, C07: records by class, verdicts with the record they come from, three times', async () => {
    const { engine } = await site(january(), february(), systeminfo('WERK-01', ['KB5000001']), full);
    const inventory = await engine.machineInventory('werk-01');
    expect(inventory?.records.map(({ group }) => group)).toEqual([
      'Win32_BIOS',
      'Win32_PatchState',
      'Win32_PatchState',
      'Win32_PatchState',
    ]);
    expect(inventory?.collectedAt).toBe('2031-01-01T10:00:00.000Z');
    expect(inventory?.receivedAt).toBeGreaterThanOrEqual(testBegin);
    expect(inventory?.evaluatedAt).toBeGreaterThanOrEqual(inventory?.receivedAt ?? Infinity);
    for (const { verdict, record } of inventory?.verdicts ?? []) {
      expect(inventory?.records[record ?? -1]?.values['Title']).toBe(verdict.title);
    }
  });

  it('verdicts stand beside our own states and say whether they agree', async () => {
    const { engine } = await site(january(), february(), systeminfo('WERK-01', ['KB5000001']), full, missing);
    const inventory = await engine.machineInventory('werk-01');
    const shown = inventory?.verdicts.map(({ verdict, reporter, own, agreement }) => [
      reporter,
      verdict.kbs[0],
      own.map(({ state }) => state),
      agreement,
    ]);
    expect(shown).toHaveLength(4);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['patch-state', 5000001, ['Installed'], 'agrees'],
        ['patch-state', 5000002, ['Required'], 'agrees'],
        ['patch-state', 5009999, [], 'not-in-catalog'],
        ['wua', 5000001, ['Installed'], 'differs'],
      ]),
    );
  });

  it('our states are the same with and without verdicts of other tools', async () => {
    const own = [january(), february(), systeminfo('WERK-01', ['KB5000001'])];
    const rows = async (files: File[]) => (await site(...files)).engine.rows({});
    const verdictsAlone = new File(
      [smsReport({ machine: 'WERK-01', date: cimDay(1), instances: [patch('', '5000002', 'Installed')] })],
      'r.xml',
    );
    expect(await rows([...own, verdictsAlone, missing])).toEqual(await rows(own));
  });

  it('C09: a report of changes alone is told as waiting and makes no machine', async () => {
    const delta = new File([smsReport({ machine: 'WERK-02', type: 'Delta' })], 'd.xml');
    const { engine, report } = await site(january(), systeminfo('WERK-01'), delta);
    const snapshot = await engine.snapshot();
    expect(snapshot.machines.map(({ id }) => id)).toEqual(['werk-01']);
    expect(snapshot.waitingReports).toMatchObject([{ machine: 'WERK-02', because: 'no-full-report' }]);
    expect(report.warnings).toContainEqual(expect.objectContaining({ code: 'report-waits', file: 'd.xml' }));
    expect(await engine.rows({ machine: 'werk-02' })).toEqual([]);
    expect(await engine.machineInventory('werk-02')).toBeNull();
  });
});
