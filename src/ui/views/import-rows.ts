import { formatsWithoutSample } from '../../domain/index.ts';
import type { FileOutcome, ImportReport } from '../../tasks/engine.ts';
import { errorText, type Words } from '../words/index.ts';

/** What a file turned out to be about, and why it was not used, each as one line. */
export function outcomeText(outcome: FileOutcome, words: Words): { subject: string; reason: string } {
  switch (outcome.outcome) {
    case 'imported': {
      const unseen = formatsWithoutSample.includes(outcome.format);
      return { subject: outcome.subject, reason: unseen ? words.importing.withoutSample : '' };
    }
    case 'nothing-new':
      return { subject: outcome.subject, reason: words.importing.alreadyPresent };
    case 'ignored':
      return { subject: '', reason: ignoredText(outcome.reason, words) };
    case 'needs-name':
      return { subject: outcome.stem, reason: nameText(outcome, words) };
    case 'older':
    case 'unproven':
    case 'rejected':
      return { subject: '', reason: errorText(words.errors, outcome.error).what };
  }
}

/** Why a recognised file is not used, in words. */
export function ignoredText(reason: string, words: Words): string {
  return (words.importing.ignoredReasons as Readonly<Record<string, string>>)[reason] ?? reason;
}

/** Why the name of a file's machine is asked for. */
function nameText({ refused }: Extract<FileOutcome, { outcome: 'needs-name' }>, words: Words): string {
  const { askName } = words.importing;
  return refused ? askName.refused(refused.name, refused.line) : askName.text;
}

export function kindText(outcome: FileOutcome, words: Words): string {
  if (outcome.outcome === 'imported' || outcome.outcome === 'nothing-new')
    return words.importing.kinds[outcome.kind];
  return outcome.outcome === 'ignored' ? words.importing.kinds.ignored : '';
}

/** Lists of names may be long; the whole stands in the scan result. */
function clipped(value: string | number): string {
  const text = String(value);
  return text.length > 240 ? `${text.slice(0, 240)} …` : text;
}

/** All warnings of one kind. */
export interface WarningGroup {
  readonly title: string;
  /** One line for each: the file, then its values, each with what it is. */
  readonly lines: readonly string[];
}

/** Warnings of catalogs and inventories by kind, the rarest kind first: what is many is mostly harmless. */
export function warningGroups(report: ImportReport, words: Words): readonly WarningGroup[] {
  const names: Readonly<Record<string, string>> = { ...words.warnings.catalog, ...words.warnings.reading };
  const parts: Readonly<Record<string, string>> = words.importing.warningParts;
  const groups = new Map<string, string[]>();
  for (const warning of report.warnings) {
    const values = Object.entries(warning.details).map(([key, value]) => {
      const label = parts[key];
      return label === undefined ? clipped(value) : `${label}: ${clipped(value)}`;
    });
    const title = names[warning.code] ?? warning.code;
    const line = ['file' in warning ? warning.file : '', ...values].filter((text) => text !== '');
    groups.set(title, [...(groups.get(title) ?? []), line.join(' · ')]);
  }
  return [...groups]
    .map(([title, lines]) => ({ title, lines }))
    .sort((a, b) => a.lines.length - b.lines.length);
}
