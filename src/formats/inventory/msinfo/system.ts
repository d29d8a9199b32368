import { isHostName, unknownOs } from '../../../domain/index.ts';
import type { Architecture, OsFacts } from '../../../domain/index.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence } from '../reading.ts';
import type { ReadFile, WrittenName } from '../reading.ts';
import { summaryValue } from './categories.ts';
import type { Row } from './categories.ts';

const architectures: Readonly<Record<string, Architecture>> = {
  x86: 'x86',
  x64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  itanium: 'ia64',
  ia64: 'ia64',
};

/**
 * What the summary says of the system, told by place and form because labels are translated: the version
 * is the first value `6.3.9600 …`, the name of the system stands before it, the name of the machine behind
 * the manufacturer of the system, which is Microsoft (inventory-sources, section 8). Null without version.
 */
export function systemOf(
  summary: readonly Row[],
  source: ReadFile,
): { readonly os: OsFacts; readonly name: WrittenName | null } | null {
  const at = summary.findIndex((row) => /^\d{1,2}\.\d{1,2}\.\d{4,5}\b/.test(summaryValue(row)));
  const version = summary[at];
  if (!version) return null;
  const evidence = (row: Row) => lineEvidence(source, row.line, row.cells.map(([, text]) => text).join(': '));
  const text = summaryValue(version);
  const number = /^\d{1,2}\.\d{1,2}\.\d{4,5}/.exec(text)?.[0] ?? '';
  const between = text.slice(number.length).replace(/\d{4,5}\s*$/, '');
  const servicePack = Number(/(?<!\d)\d{1,2}(?!\d)/.exec(between)?.[0] ?? 0);
  const named = summary[at - 1];
  const osName = named ? summaryValue(named) : '';
  const machine = summary
    .slice(at + 1, at + 5)
    .find((_, offset) => /^Microsoft\b/i.test(summaryValue(summary[at + offset] ?? version)));
  const typed = summary.find((row) => architectureOf(row) !== null);
  const architecture = typed && architectureOf(typed);
  return {
    os: {
      ...unknownOs,
      version: known(number, evidence(version)),
      servicePack: known(servicePack, evidence(version)),
      ...(named &&
        osName !== '' && {
          name: known(osName, evidence(named)),
          role: known(roleOf(osName), evidence(named)),
        }),
      ...(typed && architecture && { architecture: known(architecture, evidence(typed)) }),
    },
    name:
      machine && isHostName(summaryValue(machine))
        ? { text: summaryValue(machine), line: machine.line }
        : null,
  };
}

/** `x64-based PC`; the beginning is the same in every language. */
function architectureOf(row: Row): Architecture | null {
  const word = /^(x86|x64|arm64|arm|itanium|ia64)-/i.exec(summaryValue(row))?.[1]?.toLowerCase();
  return architectures[word ?? ''] ?? null;
}

/** The row of the user who made the report: `MACHINE\user` or `DOMAIN\user`. */
export function isUserRow(row: Row): boolean {
  return /^[^\\/:\s]+\\[^\\/:]+$/.test(summaryValue(row));
}
