import { describe, expect, it } from 'vitest';
import { isBuildKnown, mergeMachines, valueOf } from '../../../../src/domain/index.ts';
import type { InventoryReading } from '../../../../src/domain/index.ts';
import { latin1, utf16 } from '../../../support/encode-text.ts';
import { inventoryRefusal, kbsOf, readAny, readingOf } from '../../../support/read-inventory.ts';
import { cimDay, smsReport } from '../../../support/sms-report.ts';

const patch = (id: string, status: string, content = 'New') =>
  [
    'Win32_PatchState',
    content,
    { ID: id, QNumbers: 'Q500001', Product: 'P', Title: `T ${id}`, Status: status },
  ] as const;
const os = ['Win32_OperatingSystem', 'New', { Version: '10.0.19045', Caption: 'Microsoft Windows 10 Pro', OSArchitecture: '64-bit', ProductType: '1' }] as const; // prettier-ignore
const hotfix = (id: string, content = 'New') =>
  ['Win32_QuickFixEngineering', content, { HotFixID: id }] as const;

describe('hardware inventory reports', () => {
  const umlaut = smsReport({ instances: [['Practice', 'New', { Name: 'Prüfstand' }]] });
  it.each([
    ['UTF-16LE without byte order mark', utf16(umlaut, 'le', false)],
    ['UTF-16LE with it', utf16(umlaut, 'le', true)],
    ['UTF-16BE without it', utf16(umlaut, 'be', false)],
    ['UTF-16BE with it', utf16(umlaut, 'be', true)],
    ['UTF-8 that says UTF-16', new TextEncoder().encode(umlaut)],
    ['UTF-8 with byte order mark', new TextEncoder().encode(`\ufeff${umlaut}`)],
    ['the code page its header names', latin1(umlaut)],
    ['no declaration', new TextEncoder().encode(umlaut.replace(/<\?.*\?>\s*/, ''))],
  ])('are read as %s', async (_name, bytes) => {
    const reading = await readingOf(bytes, 'r.xml');
    expect(reading.records?.[0]?.values).toEqual({ Name: 'Prüfstand' });
    expect(reading).toMatchObject({ machineName: 'PC-1', collectedAt: '2031-01-01T10:00:00.000Z' });
  });

  it.each([
    ['wrapped', '<Instance Class="A" Content="New"><A><Name>x</Name><Other>y</Other></A></Instance>'],
    ['bare', '<Instance Content="New" Class="A"><Name>x</Name><Other>y</Other></Instance>'],
    ['wrapped without the attribute', '<Instance><A><Name>x</Name><Other> y </Other></A></Instance>'],
    ['another case', '<Instance class="A" content="NEW"><a><Name>x</Name><Other>y</Other></a></Instance>'],
  ])('instances are read %s', async (_name, instance) => {
    const text = smsReport({}).replace('<ReportBody>', `<ReportBody>${instance}`);
    const { records, warnings } = await readingOf(text, 'r.xml');
    expect(records).toMatchObject([{ group: 'A', values: { Name: 'x', Other: 'y' } }]);
    expect(warnings).toEqual([]);
  });

  it('instances without a class are counted, names of JavaScript objects refused', async () => {
    const text = smsReport({}).replace('<ReportBody>', '<ReportBody><Instance/>');
    expect((await readingOf(text, 'r.xml')).warnings).toMatchObject([
      { code: 'facts-not-known', details: { kind: 'Instance', count: 1 } },
    ]);
    const trick = text.replace('<Instance/>', '<Instance Class="A"><__proto__>x</__proto__></Instance>');
    expect(await inventoryRefusal(trick, 'r.xml')).toMatchObject({ code: 'name-refused' });
    const attribute = text.replace('<Instance/>', '<Instance Class="__proto__"><Name>x</Name></Instance>');
    expect((await readingOf(attribute, 'r.xml')).records?.[0]?.group).toBe('__proto__');
  });

  it('INV17: NUL and lone surrogates in a value are kept, escaped', async () => {
    const text = smsReport({ instances: [['A', 'New', { Name: 'a\0b\ud800c' }]] });
    const reading = await readingOf(utf16(text, 'le', false), 'r.xml');
    expect(reading.records?.[0]?.values).toEqual({ Name: 'a\\u0000b\\ud800c' });
  });

  it.each([
    ['a cut end', smsReport({}).slice(0, -20), 'cut-off'],
    ['a document type', smsReport({ declaration: '<!DOCTYPE Report SYSTEM "x.dtd">' }), 'doctype-refused'],
    ['no header', '<Report><ReportBody/><!-- <ReportHeader --></Report>', 'element-missing'],
  ])('with %s are refused by name', async (_name, text, code) => {
    expect(await inventoryRefusal(text, 'r.xml')).toMatchObject({ code, file: 'r.xml' });
  });

  it('INV11: more than 32 MB is refused before it is read', async () => {
    const huge = new File([smsReport({}), new Uint8Array(33 * 1024 * 1024)], 'r.xml');
    expect(await readAny(huge)).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });

  it.each([{ content: 'State Message Data' }, { action: '{00000000-0000-0000-0000-000000000003}' }])(
    'other reports in the same envelope are left aside: %j',
    async (other) => {
      const result = await readAny(new File([smsReport(other)], 'r.xml'));
      expect(result).toMatchObject({ value: { use: 'ignored', reason: 'format-not-used-yet' } });
    },
  );

  it('a report type that is not known counts as a report of changes', async () => {
    expect((await readingOf(smsReport({ type: 'Other' }), 'r.xml')).report?.kind).toBe('delta');
    expect((await readingOf(smsReport({ type: ' RESYNC\n' }), 'r.xml')).report?.kind).toBe('resync');
  });

  it('hotfixes are a complete list in a full report that has the class, and only there', async () => {
    const full = await readingOf(smsReport({ instances: [os, hotfix('KB5001300')] }), 'r.xml');
    expect(full.hotfixes?.completeness).toBe('complete');
    const delta = await readingOf(smsReport({ type: 'Delta', instances: [hotfix('KB5001300')] }), 'r.xml');
    expect(delta.hotfixes?.completeness).toBe('cut');
    expect((await readingOf(smsReport({ instances: [os] }), 'r.xml')).hotfixes).toBeNull();
  });
});

async function merged(...texts: readonly string[]) {
  const readings: InventoryReading[] = [];
  for (const [at, text] of texts.entries()) readings.push(await readingOf(text, `r${String(at)}.xml`));
  const named = readings.map((reading) => ({ reading, importedAt: 0, givenName: null }));
  const forward = mergeMachines(named, {}, isBuildKnown);
  expect(mergeMachines([...named].reverse(), {}, isBuildKnown).machines).toEqual(forward.machines);
  return forward;
}

describe('machines of reports', () => {
  const full = smsReport({ major: 4, minor: 0, date: cimDay(1), instances: [os, hotfix('KB5001300'), hotfix('KB5001301'), patch('MS31-001', 'Applicable'), patch('MS31-002', 'Installed')] }); // prettier-ignore
  const delta = smsReport({ type: 'Delta', major: 4, minor: 1, date: cimDay(2), instances: [hotfix('KB5001302'), hotfix('KB5001300', 'Delete'), patch('MS31-001', 'Installed', 'Update')] }); // prettier-ignore

  it('C09: a report of changes without its full one waits: no machine, no states', async () => {
    const { machines, waitingReports, warnings, readings } = await merged(delta);
    expect(machines).toEqual([]);
    expect([...readings]).toEqual([]);
    expect(waitingReports).toMatchObject([{ machine: 'PC-1', file: 'r0.xml', because: 'no-full-report' }]);
    expect(warnings).toMatchObject([{ code: 'report-waits', details: { machine: 'PC-1' } }]);
  });

  it('C09: beside other files the machine is marked and does not use the waiting report', async () => {
    const gap = smsReport({ type: 'Delta', major: 4, minor: 2, date: cimDay(3), instances: [hotfix('KB5001309')] }); // prettier-ignore
    const { machines, waitingReports } = await merged(full, gap);
    expect(machines[0]?.incomplete).toContain('report-waits');
    expect(machines[0]?.hotfixes.entries.map(({ kb }) => kb)).toEqual([5001300, 5001301]);
    expect(waitingReports).toMatchObject([{ file: 'r1.xml', because: 'gap' }]);
  });

  it('changes come into force with their full report, in any order of import', async () => {
    const { machines, waitingReports, readings } = await merged(delta, full);
    expect(waitingReports).toEqual([]);
    const [machine] = machines;
    expect(machine && valueOf(machine.os.version)).toBe('10.0.19045');
    expect(machine?.hotfixes).toMatchObject({ completeness: 'complete' });
    expect(machine?.hotfixes.entries.map(({ kb }) => kb)).toEqual([5001301, 5001302]);
    expect(machine?.files.map(({ name }) => name)).toEqual(['r0.xml', 'r1.xml']);
    const [base] = (readings.get('pc-1') ?? []).filter(({ reading }) => reading.reported);
    expect(base?.reading.reported).toMatchObject({ scannedAt: '2031-01-02T10:00:00.000Z' });
    expect(base?.reading.reported?.entries.map(({ bulletin, state }) => [bulletin, state])).toEqual([
      ['MS31-001', 'installed'],
      ['MS31-002', 'installed'],
    ]);
  });

  it('C17: a newer full report replaces the state, the older one is history', async () => {
    const newer = smsReport({ major: 5, minor: 0, date: cimDay(5), instances: [os, hotfix('KB5001310')] });
    const { machines } = await merged(full, delta, newer);
    expect(machines[0]?.hotfixes.entries.map(({ kb }) => kb)).toEqual([5001310]);
    expect(machines[0]?.files.map(({ name }) => name)).toEqual(['r2.xml']);
    expect(machines[0]?.history.map(({ name }) => name).sort()).toEqual(['r0.xml', 'r1.xml']);
  });

  it('changes of another client of the same name wait: a re-imaged computer is another client', async () => {
    const other = delta.replace('GUID:1', 'GUID:2');
    const { waitingReports, machines } = await merged(full, other);
    expect(waitingReports).toMatchObject([{ because: 'no-full-report' }]);
    expect(machines[0]?.hotfixes.entries.map(({ kb }) => kb)).toEqual([5001300, 5001301]);
  });

  it('verdicts of the tool are not facts: no hotfix comes of them', async () => {
    const reading = await readingOf(smsReport({ instances: [patch('MS31-001', 'Installed')] }), 'r.xml');
    expect(reading.hotfixes).toBeNull();
    expect(kbsOf(reading)).toEqual([]);
    expect(reading.reported?.entries).toHaveLength(1);
  });
});
