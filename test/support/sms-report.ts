/** Hardware inventory reports of our own, in the form of sms-records, section 8. */
export interface SmsReport {
  readonly machine?: string;
  readonly client?: string;
  readonly type?: string;
  readonly date?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly action?: string;
  readonly content?: string;
  readonly declaration?: string;
  /** Class, `Content` and properties of each instance. */
  readonly instances?: readonly (readonly [string, string, Readonly<Record<string, string>>])[];
}

export function smsReport(report: SmsReport): string {
  const tag = (name: string, text: string | number | undefined) =>
    text === undefined ? '' : `<${name}>${String(text)}</${name}>`;
  const instances = (report.instances ?? []).map(
    ([group, content, values]) =>
      `<Instance ParentClass="${group}" Class="${group}" Content="${content}"><${group}>${Object.entries(
        values,
      )
        .map(([name, text]) => tag(name, text))
        .join('')}</${group}></Instance>`,
  );
  return (
    `${report.declaration ?? '<?xml version="1.0" encoding="UTF-16"?>\r\n'}<Report><ReportHeader><Identification><Machine>` +
    tag('ClientID', report.client ?? 'GUID:1') +
    tag('NetBIOSName', report.machine ?? 'PC-1') +
    tag('CodePage', 1252) +
    '</Machine></Identification><ReportDetails>' +
    tag('ReportContent', report.content ?? 'Inventory Data') +
    tag('ReportType', report.type ?? 'Full') +
    tag('Date', report.date ?? '20310101100000.000000+000') +
    '</ReportDetails><InventoryAction>' +
    tag('InventoryActionID', report.action ?? '{00000000-0000-0000-0000-000000000001}') +
    tag('LastMajorReportVersion', report.major) +
    tag('LastMinorReportVersion', report.minor) +
    `</InventoryAction></ReportHeader><ReportBody>${instances.join('')}</ReportBody></Report>`
  );
}

/** Day of January 2031 as a CIM date. */
export function cimDay(day: number): string {
  return `203101${String(day).padStart(2, '0')}100000.000000+000`;
}
