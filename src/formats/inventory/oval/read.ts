import type { ReadingWarning, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { loadXml } from '../load-xml.ts';
import { makeReading } from '../reading.ts';
import { textBelow, XmlParts } from '../xml-parts.ts';
import type { XmlPart } from '../xml-parts.ts';
import { fileAnswer } from './file-item.ts';
import { registryAnswers } from './registry-item.ts';
import { systemOf } from './system.ts';
import { wmiAnswer } from './wmi-item.ts';

const root = 'oval_system_characteristics';
/** Items of Windows whose answers are facts; all others are counted. */
const items: readonly string[] = ['registry_item', 'file_item', 'wmi57_item'];
const otherItems: readonly string[] = ['wmi_item', 'wuaupdatesearcher_item', 'family_item', 'user_item', 'group_item', 'service_item', 'process58_item', 'metabase_item', 'cmdlet_item']; // prettier-ignore
const wanted: ReadonlySet<string> = new Set(['generator', 'system_info', 'object', ...items, ...otherItems]);
/** Facts of one file; the largest benchmarks ask some ten thousand questions. */
const maxFacts = 200_000;

export function sniffOval(head: Head): boolean {
  return /^\s*(?:<[?!][^>]*>\s*)*<(?:[\w.-]+:)?oval_system_characteristics[\s>]/.test(head.text);
}

/**
 * Reads OVAL system characteristics 5.x of Windows (inventory-sources, sections 12 and 13.3): exact
 * questions with exact answers, grade A. Statuses keep value, absence and failure apart. Objects that the
 * collector says it could not collect wholly are told: their items count one by one, nothing is complete.
 *
 * Rejections: those of `loadXml`, `root-not-expected`, `limit-exceeded`.
 */
export function readOval(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const collected = new CollectedFacts(file.name);
    let info: XmlPart | undefined;
    let timestamp = '';
    let count = 0;
    let incomplete = 0;
    const source = await loadXml(
      file,
      context,
      (place) =>
        new XmlParts(file.name, place, root, wanted, (part) => {
          if (part.name === 'system_info') info = part;
          else if (part.name === 'generator') timestamp = textBelow(part, 'timestamp');
          else if (part.name === 'object') incomplete += isWhole(part) ? 0 : 1;
          else {
            count += addItem(part, collected);
            if (count > maxFacts) {
              const details = { limit: 'facts', maximum: maxFacts };
              throw formatError('limit-exceeded', file.name, place.place(), details);
            }
          }
        }),
    );
    const facts = collected.facts();
    const os = systemOf(info, facts, source);
    const name = textBelow(info, 'primary_host_name').split('.')[0] ?? '';
    const warnings: ReadingWarning[] = [...collected.warnings()];
    if (incomplete > 0) {
      const details = { section: 'collected_objects', count: incomplete };
      warnings.push({ code: 'section-missing', file: file.name, details });
    }
    const written = name === '' ? null : { text: name, line: info?.line ?? 0 };
    const reading = makeReading(source, 'oval', written, { os, hotfixes: null }, warnings);
    return {
      use: 'reading',
      reading: {
        ...reading,
        collectedAt: utc(timestamp),
        facts: { grade: 'A', facts, complete: [] },
      },
    };
  });
}

/** Flags `error`, `incomplete` and `not collected` say that not everything of an object was looked at. */
function isWhole(object: XmlPart): boolean {
  const flag = object.attributes.get('flag')?.toLowerCase() ?? 'complete';
  return !['error', 'incomplete', 'not collected'].includes(flag);
}

/** Number of answers added. */
function addItem(item: XmlPart, collected: CollectedFacts): number {
  const answers =
    item.name === 'registry_item'
      ? registryAnswers(item)
      : item.name === 'file_item'
        ? one(fileAnswer(item))
        : item.name === 'wmi57_item'
          ? one(wmiAnswer(item))
          : null;
  if (answers === null) collected.pass(item.name);
  for (const answer of answers ?? []) collected.add(answer, item.line);
  return answers?.length ?? 0;
}

function one<T>(answer: T | null): readonly T[] | null {
  return answer && [answer];
}

/** `2031-01-14T09:15:00`, without a zone UTC is meant, as in facts files. */
function utc(written: string): string | null {
  const text = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.exec(written)?.[0];
  const at = text === undefined ? NaN : Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
