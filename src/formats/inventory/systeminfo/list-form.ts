import { maxLineLength } from '../limits.ts';
import { readItem } from './section.ts';
import type { Section, SectionItem } from './section.ts';

/**
 * Sections of the default form: `Label:   value` at the start of a line, items indented below.
 * Neither the words nor the column of the values are known in advance: both differ by language and
 * version (inventory-sources, section 3). Empty lines and lines of other shapes are passed over.
 */
export function listSections(lines: readonly string[]): Section[] {
  const sections: Section[] = [];
  let items: SectionItem[] | null = null;
  lines.forEach((line, index) => {
    const text = line.slice(0, maxLineLength);
    if (text.trim() === '') return;
    if (/^\s/.test(text)) {
      const item = items && readItem(text.trim(), index + 1);
      // Deeper lines (addresses of a network card) end the items of the section.
      if (item) items?.push(item);
      else items = null;
      return;
    }
    const section = labelled(text);
    items = section ? [] : null;
    if (section && items) sections.push({ ...section, line: index + 1, written: text.trim(), items });
  });
  return sections;
}

function labelled(text: string): { label: string; value: string } | null {
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter !== ':' && letter !== '\uff1a') continue;
    const next = text[at + 1];
    // A colon inside a word (`C:\>systeminfo`) separates nothing; the wide one needs no space.
    if (next !== undefined && next.trim() !== '' && letter === ':') continue;
    const label = text.slice(0, at).trim();
    return label === '' ? null : { label, value: text.slice(at + 1).trim() };
  }
  return null;
}
