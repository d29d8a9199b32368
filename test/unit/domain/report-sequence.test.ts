import { describe, expect, it } from 'vitest';
import { sequenceReports } from '../../../src/domain/index.ts';
import type { InventoryRecord, ReportReading } from '../../../src/domain/index.ts';

type Change = readonly [InventoryRecord['content'], string, string?];

/** `F4.0@1`: kind, numbers and day; a delta of number `-` has none, of day `-` no date. */
function report(code: string, ...changes: readonly Change[]) {
  const [, kind, major, minor, day] = /^([FDR])(-|\d+)\.(-|\d+)@(-|\d+)$/.exec(code) ?? [];
  const number = (text = '-') => (text === '-' ? null : Number(text));
  const reading: ReportReading = {
    format: 'sms-report',
    file: `${code}.xml`,
    sha256: code,
    bytes: 1,
    machineName: 'PC-1',
    stem: code,
    os: null,
    hotfixes: null,
    collectedAt: day === '-' ? null : `2031-01-${String(day).padStart(2, '0')}T10:00:00.000Z`,
    report: {
      kind: kind === 'F' ? 'full' : kind === 'R' ? 'resync' : 'delta',
      major: number(major),
      minor: number(minor),
    },
    records: changes.map(([content, name, value = '1']) => ({
      group: 'Practice',
      values: { Name: name, Value: value },
      line: null,
      ...(content && { content }),
    })),
    warnings: [],
  };
  return { reading };
}

const full = report('F4.0@1', ['new', 'a'], ['new', 'b']);
const cases: readonly [string, readonly ReturnType<typeof report>[], string, string, string, string][] = [
  ['a full report alone', [full], 'a=1 b=1', '', '', ''],
  ['nothing at all', [], '-', '', '', ''],
  ['new instances are added', [full, report('D4.1@2', ['new', 'c'])], 'a=1 b=1 c=1', 'D4.1@2', '', ''],
  ['an update replaces by key', [full, report('D4.1@2', ['update', 'a', '2'])], 'a=2 b=1', 'D4.1@2', '', ''],
  ['an update of what is not there adds', [full, report('D4.1@2', ['update', 'c', '2'])], 'a=1 b=1 c=2', 'D4.1@2', '', ''],
  ['a deletion removes', [full, report('D4.1@2', ['delete', 'a'])], 'b=1', 'D4.1@2', '', ''],
  ['a deletion of what is not there does nothing', [full, report('D4.1@2', ['delete', 'z'])], 'a=1 b=1', 'D4.1@2', '', ''],
  ['dates order, not names or the order of import', [report('D4.2@3', ['delete', 'c']), report('D4.1@2', ['new', 'c']), full], 'a=1 b=1', 'D4.1@2 D4.2@3', '', ''],
  ['a delta without a full report waits', [report('D4.1@2', ['new', 'c'])], '-', '', 'D4.1@2:no-full-report', ''],
  ['a gap waits, and all behind it', [full, report('D4.1@2', ['new', 'c']), report('D4.3@4', ['new', 'd']), report('D4.4@5', ['new', 'e'])], 'a=1 b=1 c=1', 'D4.1@2', 'D4.3@4:gap D4.4@5:gap', ''],
  ['the missing one ends the waiting', [full, report('D4.1@2', ['new', 'c']), report('D4.2@3', ['new', 'x']), report('D4.3@4', ['new', 'd'])], 'a=1 b=1 c=1 d=1 x=1', 'D4.1@2 D4.2@3 D4.3@4', '', ''],
  ['a first delta that is not the first waits', [full, report('D4.2@3', ['new', 'c'])], 'a=1 b=1', '', 'D4.2@3:gap', ''],
  ['a delta of a later full report that is missing waits', [full, report('D5.1@3', ['new', 'c'])], 'a=1 b=1', '', 'D5.1@3:gap', ''],
  ['a later full report replaces all before it', [full, report('D4.1@2', ['new', 'c']), report('F5.0@3', ['new', 'z'])], 'z=1', '', '', 'D4.1@2 F4.0@1'],
  ['a full report ends the waiting of those before it', [report('D4.3@2', ['new', 'c']), report('F5.0@3', ['new', 'z']), report('D5.1@4', ['new', 'y'])], 'y=1 z=1', 'D5.1@4', '', 'D4.3@2'],
  ['a resynchronisation is a full report', [full, report('R5.0@3', ['new', 'z']), report('D5.1@4', ['new', 'y'])], 'y=1 z=1', 'D5.1@4', '', 'F4.0@1'],
  ['a repeated delta is history', [full, report('D4.1@2', ['new', 'c']), report('D4.1@3', ['new', 'd'])], 'a=1 b=1 c=1', 'D4.1@2', '', 'D4.1@3'],
  ['a delta before the full report is history', [report('D3.9@1', ['new', 'c']), report('F4.0@2', ['new', 'a'])], 'a=1', '', '', 'D3.9@1'],
  ['without numbers dates alone order', [report('F-.-@1', ['new', 'a']), report('D-.-@3', ['delete', 'a']), report('D-.-@2', ['new', 'c'])], 'c=1', 'D-.-@2 D-.-@3', '', ''],
  ['numbers of the full report alone do not refuse deltas', [full, report('D-.-@2', ['new', 'c'])], 'a=1 b=1 c=1', 'D-.-@2', '', ''],
  ['a delta without a date waits', [full, report('D-.-@-', ['new', 'c'])], 'a=1 b=1', '', 'D-.-@-:no-date', ''],
  ['a full report without a date is the oldest', [report('F-.-@-', ['new', 'q']), full], 'a=1 b=1', '', '', 'F-.-@-'],
  ['equal dates: numbers order', [report('D4.2@1', ['delete', 'c']), report('D4.1@1', ['new', 'c']), full], 'a=1 b=1', 'D4.1@1 D4.2@1', '', ''],
]; // prettier-ignore

describe('reports of one client (sms-records, section 8)', () => {
  it.each(cases)('%s', (_name, reports, instances, applied, waiting, older) => {
    for (const order of [reports, [...reports].reverse()]) {
      const sequence = sequenceReports(order);
      const records = sequence.current?.reading.records ?? [];
      const shown = records.map(({ values }) => `${values['Name'] ?? ''}=${values['Value'] ?? ''}`).sort();
      const names = (of: readonly { readonly reading: { readonly sha256: string } }[]) =>
        of.map(({ reading }) => reading.sha256);
      expect(sequence.current === null ? '-' : shown.join(' ')).toBe(instances);
      expect(names(sequence.applied).join(' ')).toBe(applied);
      const waits = sequence.waiting.map(({ report: one, because }) => `${one.reading.sha256}:${because}`);
      expect(waits.join(' ')).toBe(waiting);
      expect(names(sequence.older).sort().join(' ')).toBe(older);
    }
  });

  it('a deletion that names its key alone removes what has it', () => {
    const of = (group: string, values: Record<string, string>, content: 'new' | 'delete') => {
      return { group, values, content, line: null };
    };
    const base = report('F4.0@1');
    const delta = report('D4.1@2');
    const rows = [
      of('Win32_PatchState', { ID: 'MS31-001', QNumbers: '1', Product: 'A' }, 'new'),
      of('Win32_PatchState', { ID: 'MS31-001', QNumbers: '1', Product: 'B' }, 'new'),
      of('Win32_Other', { ID: 'MS31-001' }, 'new'),
    ];
    const gone = of('Win32_PatchState', { id: 'ms31-001', QNumbers: '1', Product: 'B' }, 'delete');
    const { current } = sequenceReports([
      { reading: { ...base.reading, records: rows } },
      { reading: { ...delta.reading, records: [gone] } },
    ]);
    expect(current?.reading.records).toEqual([rows[0], rows[2]]);
    const all = of('Win32_PatchState', { ID: 'MS31-001' }, 'delete');
    const after = sequenceReports([
      { reading: { ...base.reading, records: rows } },
      { reading: { ...delta.reading, records: [all] } },
    ]);
    expect(after.current?.reading.records).toEqual([rows[2]]);
  });
});
