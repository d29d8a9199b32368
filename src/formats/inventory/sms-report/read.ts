import type { InventoryRecord, ReadingWarning, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { loadXml } from '../load-xml.ts';
import { maxRecords, recordsReading } from '../wmi/index.ts';
import { XmlParts } from '../xml-parts.ts';
import { reportHeader } from './header.ts';
import type { ReportHeader } from './header.ts';
import { instanceRecord } from './instance.ts';

const wanted: ReadonlySet<string> = new Set(['ReportHeader', 'Instance']);

/** `Report` with a `ReportHeader`, whatever stands in the declaration. */
export function sniffSmsReport(head: Head): boolean {
  const { text } = head;
  return /^\s*(?:<[?!][^>]*>\s*)*<Report[\s>]/.test(text) && text.includes('<ReportHeader');
}

/**
 * Reads a hardware inventory report (inventory-sources, section 11; sms-records, section 8). Every
 * instance is a record; classes that are not read are kept as they are. Reports of other actions
 * (software, discovery, state messages) have the same envelope and are left aside.
 *
 * Rejections: those of `loadXml`, `root-not-expected`, `element-missing` (the header), `limit-exceeded`.
 */
export function readSmsReport(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const headers: ReportHeader[] = [];
    const records: InventoryRecord[] = [];
    let nameless = 0;
    const source = await loadXml(
      file,
      context,
      (place) =>
        new XmlParts(file.name, place, 'Report', wanted, (part) => {
          if (part.name === 'ReportHeader') return void headers.push(reportHeader(part));
          const record = instanceRecord(part);
          if (!record) nameless += 1;
          else if (records.push(record) > maxRecords) {
            const details = { limit: 'records', maximum: maxRecords };
            throw formatError('limit-exceeded', file.name, place.place(), details);
          }
        }),
      codePage,
    );
    const [header] = headers;
    if (!header) throw formatError('element-missing', file.name, '', { element: 'ReportHeader' });
    if (!header.isHardware) {
      return { use: 'ignored', format: 'sms-report', reason: 'format-not-used-yet', sha256: source.sha256 };
    }
    const warnings: ReadingWarning[] =
      nameless === 0
        ? []
        : [{ code: 'facts-not-known', file: file.name, details: { kind: 'Instance', count: nameless } }];
    const reading = recordsReading({
      source,
      format: 'sms-report',
      name: header.machine === '' ? null : { text: header.machine, line: header.line },
      records,
      collectedAt: header.date,
      report: header.report,
      tool: header.clientVersion === '' ? '' : `ConfigMgr ${header.clientVersion}`,
      clientId: header.clientId,
      warnings,
    });
    return { use: 'reading', reading };
  });
}

const oemPages = /^(?:437|720|737|775|85[02578]|86[012345]|869)$/;

/** The header names the code page of 8-bit copies: numbers are ASCII on every page. */
function codePage(text: string): string | null {
  const number = /<CodePage>\s*(\d{3,5})\s*<\/CodePage>/i.exec(text)?.[1];
  if (number === undefined) return null;
  const named: Readonly<Record<string, string>> = {
    '866': 'ibm866',
    '874': 'windows-874',
    '932': 'shift_jis',
    '936': 'gbk',
    '949': 'euc-kr',
    '950': 'big5',
  };
  if (/^125[0-8]$/.test(number)) return `windows-${number}`;
  return named[number] ?? (oemPages.test(number) ? `cp${number}` : null);
}
