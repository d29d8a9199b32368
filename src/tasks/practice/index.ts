import { writeCsv } from '../../formats/csv/index.ts';
import { practiceDocuments } from './practice-catalog.ts';
import { practiceFleet, type PracticeMachine } from './practice-fleet.ts';
import { encodeText } from './text-encodings.ts';
import { writeCvrf } from './write-cvrf.ts';
import { writeQfeTable } from './write-qfe-table.ts';
import { writeSysteminfo } from './write-systeminfo.ts';

/**
 * The practice site: an invented catalog and an invented fleet, as the files a technician would carry
 * in. They go through the ordinary import, so that practice shows the product and nothing else. Always
 * the same bytes; every name in them says that it is practice.
 */
export function practiceFiles(): readonly File[] {
  const fleet = practiceFleet();
  return [
    ...practiceDocuments().map((document) => file(`practice-${document.id}.xml`, writeCvrf(document))),
    ...fleet.flatMap(machineFiles),
    file('practice-ubr.csv', ubrTable(fleet)),
  ];
}

function machineFiles(machine: PracticeMachine): File[] {
  const stem = machine.name.toLowerCase();
  const files: File[] = [];
  if (machine.os) {
    const [osName, version] = machine.os;
    const text = writeSysteminfo({
      language: machine.language,
      host: machine.nameRemoved ? '' : machine.name,
      osName,
      version,
      hotfixes: machine.hotfixes,
    });
    files.push(new File([encodeText(text, machine.encoding)], `${stem}_systeminfo.txt`, fixed));
  }
  if (machine.table) {
    const text = writeQfeTable(machine.table === 'named' ? machine.name : '', machine.hotfixes);
    files.push(new File([encodeText(text, 'utf-16le-bom')], `${stem}_qfe.txt`, fixed));
  }
  return files;
}

function ubrTable(fleet: readonly PracticeMachine[]): string {
  const rows = fleet.flatMap(({ name, ubr }) => (ubr === null ? [] : [[name, String(ubr)]]));
  return writeCsv([['machine', 'ubr'], ...rows]);
}

/** No clock in the files: 21 November 2026, 12:00 UTC. */
const fixed = { lastModified: Date.UTC(2026, 10, 21, 12) } as const;

function file(name: string, text: string): File {
  return new File([text], name, fixed);
}
