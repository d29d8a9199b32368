import { cimDate } from '../../../domain/index.ts';
import type { ReportKind } from '../../../domain/index.ts';
import { textBelow } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';

/** What the header of a report says of its machine and itself (sms-records, section 8). */
export interface ReportHeader {
  readonly machine: string;
  readonly line: number;
  readonly clientId: string;
  readonly clientVersion: string;
  readonly report: ReportKind;
  readonly date: string | null;
  /** `Inventory Data` of the action hardware: other reports have the same envelope. */
  readonly isHardware: boolean;
}

const hardware = '{00000000-0000-0000-0000-000000000001}';

/**
 * Reads `ReportHeader`, elements in any order and place. A report type that is neither Full nor Resync is
 * read as Delta: to take a partial report for a whole one would make things absent that are there.
 */
export function reportHeader(header: XmlPart): ReportHeader {
  const text = (name: string) => textBelow(header, name);
  const type = text('ReportType').toLowerCase();
  const action = text('InventoryActionID');
  return {
    machine: text('NetBIOSName'),
    line: header.line,
    clientId: text('ClientID').slice(0, 100),
    clientVersion: text('ClientVersion').slice(0, 50),
    report: {
      kind: type === 'full' ? 'full' : type === 'resync' ? 'resync' : 'delta',
      major: version(text('MajorReportVersion') || text('LastMajorReportVersion')),
      minor: version(text('MinorReportVersion') || text('LastMinorReportVersion')),
    },
    date: cimDate(text('Date')),
    isHardware:
      /^inventory data$/i.test(text('ReportContent')) &&
      (action === '' || action.toLowerCase() === hardware || action === '1'),
  };
}

function version(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
