import type { MachineMarks } from '../../../domain/index.ts';
import { realUuid } from '../../../domain/index.ts';
import { formatError } from '../../format-error.ts';
import type { InventoryOutcome } from '../../format.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { makeReading } from '../reading.ts';
import type { ReadFile } from '../reading.ts';
import { recordOf } from '../record.ts';
import { agentOs, isWindows } from './os.ts';
import { field, withoutPersons } from './sections.ts';
import type { Section } from './sections.ts';
import { installedProducts, softwareHotfixes } from './software.ts';

/** What an agent's sections give: a reading, or nothing for a machine that does not run Windows. */
export function agentOutcome(
  sections: readonly Section[],
  source: ReadFile,
  format: string,
): InventoryOutcome {
  const { file, sha256 } = source;
  const first = (name: string) => sections.find((section) => section.name === name);
  const [system, hardware] = [first('OPERATINGSYSTEM'), first('HARDWARE')];
  if (!system && !hardware) throw formatError('not-recognised', file);
  if (!isWindows(system, hardware)) return { use: 'ignored', format, reason: 'not-windows', sha256 };
  const os = agentOs(system, hardware, source);
  const facts = new CollectedFacts(file);
  const software = sections.filter(({ name }) => name === 'SOFTWARES');
  for (const { line, ...answer } of installedProducts(software)) {
    facts.add(answer, line);
  }
  const name = field(hardware, 'NAME');
  const marks = marksOf(hardware, system, first('BIOS'));
  const reading = makeReading(
    source,
    format,
    name === '' ? null : { text: name, line: hardware?.line ?? 0 },
    { os, hotfixes: softwareHotfixes(software, file) },
    facts.warnings(),
  );
  return {
    use: 'reading',
    reading: {
      ...reading,
      collectedAt: collectedAt(first('ACCESSLOG'), system),
      facts: { grade: 'C', facts: facts.facts(), complete: [] },
      ...(Object.keys(marks).length > 0 && { marks }),
      records: sections.flatMap((section) => {
        const shown = withoutPersons(section);
        return shown ? [recordOf(shown.name, shown.fields, shown.line)] : [];
      }),
    },
  };
}

function marksOf(
  hardware: Section | undefined,
  system: Section | undefined,
  bios: Section | undefined,
): MachineMarks {
  const smbiosUuid = realUuid(field(hardware, 'UUID'));
  const domain = field(hardware, 'WORKGROUP') || field(system, 'DNS_DOMAIN');
  const biosSerial = field(bios, 'SSN');
  return {
    ...(smbiosUuid !== null && { smbiosUuid }),
    ...(domain !== '' && { domain }),
    ...(biosSerial !== '' && { biosSerial }),
  };
}

/** Local time of the log and the offset of the machine; without both the time is not known. */
function collectedAt(log: Section | undefined, system: Section | undefined): string | null {
  const time = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(field(log, 'LOGDATE'));
  const offset = /^([+-]\d\d):?(\d\d)$/.exec(field(system, 'TIMEZONE/OFFSET'));
  if (!time || !offset) return null;
  const at = new Date(`${time[1] ?? ''}T${time[2] ?? ''}${offset[1] ?? ''}:${offset[2] ?? ''}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
