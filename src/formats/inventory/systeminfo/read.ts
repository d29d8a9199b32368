import { osNameFits, unknownOs } from '../../../domain/index.ts';
import type { InventoryReading, OsFacts, ReadingWarning, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { escapeUnstorable, splitLines } from '../decode/index.ts';
import { maxEvidenceText } from '../limits.ts';
import { loadText } from '../load-text.ts';
import type { LoadedText } from '../load-text.ts';
import { known, roleOf } from '../os-facts.ts';
import { lineEvidence, makeReading } from '../reading.ts';
import { systemHotfixes } from './hotfix-list.ts';
import { layoutAt, versionIndexes } from './layout.ts';
import type { Layout } from './layout.ts';
import { systeminfoMachines } from './machines.ts';
import type { Section } from './section.ts';

/** Whether the first lines show a version with its build repeated, or with an architecture or locale. */
export function sniffSysteminfo(head: Head): boolean {
  const sections = systeminfoMachines(splitLines(head.text))[0];
  const layout = sections && layoutOf(sections);
  if (!layout) return false;
  return layout.repeatedBuild !== null || layout.architecture !== null || layout.localeIndex !== null;
}

/**
 * Reads `systeminfo` output in any language and form (inventory-sources, section 3).
 *
 * Rejections: those of `loadText`, `not-recognised` (no version line), `several-machines` (one file
 * describes one machine), `os-facts-inconsistent` (the build at the end of the version line is
 * another than in the version: an edited file).
 */
export function readSysteminfo(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context);
    const machines = systeminfoMachines(loaded.lines);
    const [sections, second] = machines;
    if (second) {
      const line = second[0]?.line ?? 0;
      throw formatError('several-machines', file.name, `line ${line}`, { machines: machines.length });
    }
    const layout = sections && layoutOf(sections);
    if (!layout) throw formatError('not-recognised', file.name);
    return { use: 'reading', reading: readingOf(loaded, sections, layout) };
  });
}

function layoutOf(sections: readonly Section[]): Layout | null {
  const [index] = versionIndexes(sections);
  return index === undefined ? null : layoutAt(sections, index);
}

function readingOf(loaded: LoadedText, sections: readonly Section[], layout: Layout): InventoryReading {
  const { file } = loaded;
  const build = Number(layout.versionText.split('.')[2]);
  if (layout.repeatedBuild !== null && layout.repeatedBuild !== build) {
    const place = `line ${layout.version.line}`;
    const details = { version: layout.versionText, build: layout.repeatedBuild };
    throw formatError('os-facts-inconsistent', file, place, details);
  }
  const lastLine = loaded.lines.at(-1)?.trim() === '' ? null : loaded.lines.length;
  const hotfixes = systemHotfixes(sections, layout, file, lastLine);
  const warning = hotfixes
    ? hotfixes.warning
    : { code: 'section-missing' as const, details: { section: 'hotfixes' } };
  const os = osFacts(loaded, layout);
  const warnings: ReadingWarning[] = [...misnamed(os, file), ...(warning ? [{ ...warning, file }] : [])];
  const list = hotfixes && { completeness: hotfixes.completeness, entries: hotfixes.entries };
  const installation = installationOf(sections);
  const facts = { os, hotfixes: list, installation };
  const name = layout.host ? { text: layout.host.value, line: layout.host.line } : null;
  return makeReading(loaded, 'systeminfo', name, facts, warnings);
}

/** A name that is not one of the build: the build decides, and a person should know. */
function misnamed({ name, version }: OsFacts, file: string): ReadingWarning[] {
  if (name.state !== 'known' || version.state !== 'known' || osNameFits(name.value, version.value)) return [];
  const details = { name: name.value, version: version.value, line: name.evidence.line ?? 0 };
  return [{ code: 'os-name-differs', file, details }];
}

function osFacts(loaded: LoadedText, layout: Layout): OsFacts {
  const at = (section: Section) => lineEvidence(loaded, section.line, section.written);
  const name = escapeUnstorable(layout.name?.value.slice(0, maxEvidenceText) ?? '').trim();
  const named = layout.name !== null && name !== '' ? { name, evidence: at(layout.name) } : null;
  return {
    ...unknownOs,
    version: known(layout.versionText, at(layout.version)),
    servicePack: known(servicePackOf(layout.middle), at(layout.version)),
    ...(named && {
      name: known(named.name, named.evidence),
      role: known(roleOf(named.name), named.evidence),
    }),
    ...(layout.architecture && {
      architecture: known(layout.architecture.value, at(layout.architecture.section)),
    }),
  };
}

/** The number between version and build: `Service Pack 1 Build`; words alone (`N/A Build`) mean none. */
function servicePackOf(middle: string): number {
  return Number(/(?<!\d)\d{1,2}(?!\d)/.exec(middle)?.[0] ?? 0);
}

/** `00330-50000-00000-AAOEM`, `55274-640-8935532-23337` */
const productId = /^\d{5}-[0-9A-Z]{3,5}-\d{5,7}-[0-9A-Z]{5}$/i;

/**
 * Product id and the line below it, the time of installation: together they stay the same when a
 * machine is renamed. Volume licences share the id and clones the time, so both must be there.
 */
function installationOf(sections: readonly Section[]): string | null {
  const at = sections.findIndex((section) => productId.test(section.value));
  const installed = sections[at + 1]?.value ?? '';
  if (at < 0 || (installed.match(/\d+/g)?.length ?? 0) < 5) return null;
  return escapeUnstorable(`${sections[at]?.value ?? ''} ${installed}`.slice(0, maxEvidenceText));
}
