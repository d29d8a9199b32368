import type { HotfixEntry, InventoryReading } from '../../../domain/index.ts';
import type { Answer } from '../collected-facts.ts';
import { kbNumber } from '../hotfix-id.ts';
import { installedOn, isoDay } from '../installed-on.ts';
import { maxHotfixEntries } from '../limits.ts';
import { field } from './sections.ts';
import type { Section } from './sections.ts';

/**
 * KBs of the list of programs: rows of Win32_QuickFixEngineering, and programs whose name ends in a KB.
 * Only presence counts (inventory-sources, section 12).
 */
export function softwareHotfixes(software: readonly Section[], file: string): InventoryReading['hotfixes'] {
  const entries = new Map<number, HotfixEntry>();
  for (const section of software) {
    const name = field(section, 'NAME');
    const id = /^(KB\d{6,7})(?!\d)/i.exec(name)?.[1] ?? /\((KB\d{6,7})(?!\d)/i.exec(name)?.[1];
    const kb = id === undefined ? null : kbNumber(id);
    if (id === undefined || kb === null || entries.has(kb) || entries.size >= maxHotfixEntries) continue;
    const installed = dayOf(field(section, 'INSTALLDATE') || field(section, 'INSTALL_DATE'));
    entries.set(kb, { id: id.toUpperCase(), kb, installedOn: installed, file, line: section.line });
  }
  return entries.size === 0 ? null : { completeness: 'cut', entries: [...entries.values()] };
}

/** Agents write the day first (inventory-sources, section 12), newer ones as ISO. */
function dayOf(text: string): string | null {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (local) return isoDay(local[3], local[2], local[1]);
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(text);
  return iso ? isoDay(iso[1], iso[2], iso[3]) : installedOn(text);
}

/** Programs that Windows Installer takes away again: their key is the product code. */
export function installedProducts(
  software: readonly Section[],
): readonly (Answer & { readonly line: number | null })[] {
  return software.flatMap((section) => {
    const product = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i.exec(field(section, 'GUID'))?.[0];
    const version = field(section, 'VERSION');
    const isInstaller = /\bmsiexec/i.test(field(section, 'UNINSTALL_STRING'));
    if (product === undefined || !isInstaller || !/^\d{1,10}(?:\.\d{1,10}){0,3}$/.test(version)) return [];
    const subject = { kind: 'msi_product', product: product.toUpperCase() } as const;
    return [{ subject, state: 'known' as const, value: { version }, line: section.line }];
  });
}
