import { declaredCount } from './hotfix-list.ts';
import type { Layout } from './layout.ts';
import type { Section } from './section.ts';

/**
 * Lines from the system locale to the hotfixes: input locale, time zone, two of physical memory,
 * three of virtual memory (or page file), page file places, domain, logon server, hotfixes. The same
 * in every version seen, XP to Windows 11.
 */
const linesFromLocale = 11;

/** Words for "not applicable" where the rest of the file does not show them. */
const notApplicable =
  /^(?:n\/[ad]|н\/д|暂缺|暫缺|不適用|該当なし|해당 없음|nicht zutreffend|niet van toepassing|nie dotyczy|ej tillämpligt|non applicable|s\/o)$/i;

/**
 * The hotfix line of a machine without hotfixes (`Hotfix(s): N/A`), which has no items to know it by:
 * the line above the network cards that also stands below the logon server (`\\NAME`) or at its
 * distance from the system locale, and that says "none" or a number. Where two of these do not
 * agree there is no such line: a missing section must never become an empty list.
 */
export function emptyListAt(sections: readonly Section[], layout: Layout): Section | null {
  const { localeIndex } = layout;
  for (const [index, section] of sections.entries()) {
    if (section.items.length > 0 || section.value === '') continue;
    const before = sections[index - 1];
    const next = sections[index + 1];
    if (!next || (next.items.length === 0 && next.value !== section.value)) continue;
    const belowLogon = before?.value.startsWith('\\\\') ?? false;
    const atDistance = localeIndex !== null && index === localeIndex + linesFromLocale;
    if (!belowLogon && !atDistance) continue;
    if (declaredCount(section.value) !== null || saysNone(section, sections, layout)) return section;
  }
  return null;
}

function saysNone(section: Section, sections: readonly Section[], layout: Layout): boolean {
  const { value } = section;
  // Without a service pack the version line holds the word too: `10.0.17134 N/D build 17134`.
  if (layout.middle.startsWith(`${value} `) || notApplicable.test(value)) return true;
  return sections.some((other) => other !== section && other.value === value);
}
