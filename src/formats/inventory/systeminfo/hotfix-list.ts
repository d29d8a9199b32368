import type { HotfixEntry, ReadingWarning, ReadingWarningCode } from '../../../domain/index.ts';
import { escapeUnstorable } from '../decode/index.ts';
import { isHotfixId, isUnreadableKb, kbNumber, mayBeCut } from '../hotfix-id.ts';
import { maxEvidenceText, maxHotfixEntries } from '../limits.ts';
import { emptyListAt } from './empty-list.ts';
import type { Layout } from './layout.ts';
import type { Section } from './section.ts';

/** The list text is built in a buffer of 4,096 characters: this many are written at most. */
const listCharacters = 4095;

export interface SystemHotfixes {
  readonly completeness: 'complete' | 'cut';
  readonly entries: readonly HotfixEntry[];
  readonly warning: { readonly code: ReadingWarningCode; readonly details: ReadingWarning['details'] } | null;
}

/**
 * The hotfix list of one output, or null where there is no such section (inventory-sources, section 3).
 *
 * The list is complete only if it holds as many items as its line declares and is shorter than the
 * buffer. Otherwise the last item is dropped, however whole it looks: `KB2862` is the rest of a
 * longer number. `lastLine` is the number of a last line without line end, or null: an item there
 * may be cut too.
 */
export function systemHotfixes(
  sections: readonly Section[],
  layout: Layout,
  file: string,
  lastLine: number | null,
): SystemHotfixes | null {
  const section = hotfixSection(sections, layout);
  if (!section) return null;
  const declared = declaredCount(section.value);
  const items = section.items.slice(0, maxHotfixEntries);
  const written = section.items.reduce((sum, item) => sum + 1 + item.written.length, section.value.length);
  const last = items.at(-1);
  const cutAtEnd = last !== undefined && last.line === lastLine && mayBeCut(last.text);
  const brokenItem = section.items.some((item) => item.text === '');
  const tooFew = section.items.length < (declared ?? 0) || items.length < section.items.length;
  const cut = tooFew || written >= listCharacters || cutAtEnd || brokenItem;
  const whole = (cut ? items.slice(0, -1) : items).filter((item) => item.text !== '');
  const entries = whole.map((item) => ({
    id: escapeUnstorable(item.text.slice(0, maxEvidenceText)),
    kb: kbNumber(item.text),
    installedOn: null,
    file,
    line: item.line,
  }));
  const details = { declared: declared ?? 0, read: entries.length };
  if (cut) return { completeness: 'cut', entries, warning: { code: 'list-cut', details } };
  const differs = declared !== null && declared !== items.length;
  // More items than declared: somebody edited the text, so it proves no absence.
  if (differs) return { completeness: 'cut', entries, warning: { code: 'declared-count-differs', details } };
  const unreadable = entries.filter(({ id }) => isUnreadableKb(id));
  const [first] = unreadable;
  if (first === undefined) return { completeness: 'complete', entries, warning: null };
  const named = { id: first.id, line: first.line, count: unreadable.length };
  return { completeness: 'cut', entries, warning: { code: 'kb-not-readable', details: named } };
}

/** The section with most items that look like hotfix ids; processors and network cards have none. */
function hotfixSection(sections: readonly Section[], layout: Layout): Section | null {
  let best: Section | null = null;
  let most = 0;
  for (const section of sections) {
    const ids = section.items.filter((item) => isHotfixId(item.text)).length;
    if (ids > most) [best, most] = [section, ids];
  }
  return best ?? emptyListAt(sections, layout);
}

/** The number in the line, wherever its language puts it: `Число установленных исправлений - 7.` */
export function declaredCount(value: string): number | null {
  const digits = /\d{1,6}/.exec(value)?.[0];
  return digits === undefined ? null : Number(digits);
}
