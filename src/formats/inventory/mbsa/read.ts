import type { InventoryRecord, ReportedState, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { loadXml } from '../load-xml.ts';
import { reportedReading, requireFewVerdicts } from '../reported-reading.ts';
import { maxRecords } from '../wmi/index.ts';
import { XmlParts } from '../xml-parts.ts';
import { checkRecord, checkVerdicts, detailRecords } from './check.ts';

const wanted: ReadonlySet<string> = new Set(['Check']);

export function sniffMbsa(head: Head): boolean {
  return /^\s*(?:<[?!][^>]*>\s*)*<SecScan[\s>]/.test(head.text);
}

/**
 * Reads a report of MBSA (inventory-sources, section 10): verdicts about updates, and its checks as
 * records. The name is the attribute `Machine`, or what follows the domain in `DisplayName`.
 *
 * Rejections: those of `loadXml`, `root-not-expected`, `limit-exceeded`.
 */
export function readMbsa(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const records: InventoryRecord[] = [];
    const entries: ReportedState[] = [];
    const parts: XmlParts[] = [];
    const source = await loadXml(file, context, (place) => {
      const handler = new XmlParts(file.name, place, 'SecScan', wanted, (check) => {
        records.push(checkRecord(check), ...detailRecords(check));
        entries.push(...checkVerdicts(check));
        requireFewVerdicts(entries, file.name);
        if (records.length <= maxRecords) return;
        const details = { limit: 'records', maximum: maxRecords };
        throw formatError('limit-exceeded', file.name, place.place(), details);
      });
      parts.push(handler);
      return handler;
    });
    const attribute = (name: string) => parts[0]?.rootAttributes.get(name)?.trim() ?? '';
    const display = attribute('DisplayName').split('\\');
    const name = attribute('Machine') || (display.length > 1 ? (display.at(-1) ?? '') : '');
    const domain = attribute('Domain') || (display.length > 1 ? (display[0] ?? '') : '');
    const version = attribute('MbsaToolVersion');
    const reported = {
      reporter: 'mbsa',
      tool: version === '' ? 'MBSA' : `MBSA ${version.slice(0, 50)}`,
      scannedAt: isoDate(attribute('Date')),
      catalogDate: isoDate(attribute('HotfixDataVersion')),
      entries,
    };
    const written = name === '' ? null : { text: name, line: 1 };
    const reading = reportedReading(source, 'mbsa', written, reported);
    const marks = domain === '' ? {} : { marks: { domain } };
    return { use: 'reading', reading: { ...reading, ...marks, records } };
  });
}

/** Only dates that read the same everywhere, in UTC where no zone is given; `7/8/2009` stays unread. */
function isoDate(written: string): string | null {
  const found = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d))?Z?$/.exec(written);
  const at = found ? Date.parse(`${found[1]}T${found[2] ?? '00:00:00'}Z`) : NaN;
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
