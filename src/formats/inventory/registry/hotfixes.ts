import type { HotfixEntry, InventoryReading } from '../../../domain/index.ts';
import { escapeUnstorable } from '../decode/index.ts';
import { kbNumber } from '../hotfix-id.ts';
import { installedOn } from '../installed-on.ts';
import { maxEvidenceText, maxHotfixEntries } from '../limits.ts';
import type { ExportedKey, ExportedTree } from './exported-tree.ts';
import { appliedPatches, lastName, uninstallKeys } from './installer.ts';
import { numberValue, textValue } from './known-values.ts';
import { packagesKey } from './packages.ts';

const hotfixKey = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Hotfix';
const updatesKey = 'SOFTWARE\\Microsoft\\Updates';
const installedStates: readonly number[] = [112, 128];

/**
 * KB numbers that an export shows (inventory-sources, sections 1 and 7), or null where it has none of the
 * keys. Complete only where both lists of Windows XP and 2003 were exported whole: from Vista on no key
 * lists every update, so that only presence counts.
 *
 * @param version of the operating system, `5.1.2600`, or null
 */
export function hotfixesOf(
  tree: ExportedTree,
  file: string,
  version: string | null,
): InventoryReading['hotfixes'] {
  const classic = tree.below(hotfixKey, 'native').filter((key) => numberValue(key, 'Installed')?.data !== 0);
  const entries = new Map<string, HotfixEntry>();
  const add = (id: string, kb: number | null, on: string | null, line: number) => {
    const key = kb === null ? id.toLowerCase() : String(kb);
    if (entries.has(key) || entries.size >= maxHotfixEntries) return;
    const shown = escapeUnstorable(id.slice(0, maxEvidenceText));
    entries.set(key, { id: shown, kb, installedOn: on, file, line });
  };
  for (const key of [...classic, ...updateKeys(tree)]) {
    add(lastName(key), kbNumber(lastName(key)), dateOf(key, 'InstalledDate'), key.line);
  }
  for (const key of uninstallKeys(tree)) {
    const id = updateId(lastName(key), textValue(key, 'DisplayName')?.data ?? '');
    if (id !== null) add(id, kbNumber(id), dateOf(key, 'InstallDate'), key.line);
  }
  for (const key of appliedPatches(tree)) {
    const id = updateId('', textValue(key, 'DisplayName')?.data ?? '');
    if (id !== null) add(id, kbNumber(id), dateOf(key, 'Installed'), key.line);
  }
  for (const key of (['native', 'wow32'] as const).flatMap((view) => tree.below(packagesKey, view))) {
    const id = /_for_(KB\d{6,7})(?!\d)/i.exec(lastName(key))?.[1];
    const state = numberValue(key, 'CurrentState')?.data ?? -1;
    if (id !== undefined && installedStates.includes(state)) add(id, kbNumber(id), null, key.line);
  }
  const old = version === null || /^[45]\./.test(version);
  const complete = old && classic.length > 0 && tree.covers(hotfixKey) && tree.covers(updatesKey);
  if (entries.size === 0 && !complete) return null;
  return { completeness: complete ? 'complete' : 'cut', entries: [...entries.values()] };
}

/** `Updates\<product>\<service pack>\<KB>`, and some products without the level between. */
function updateKeys(tree: ExportedTree): readonly ExportedKey[] {
  const start = `native\\${updatesKey}\\`.toLowerCase();
  return [...tree.keys]
    .filter(([path, key]) => path.startsWith(start) && /^(?:KB|Q)\d{6,7}(?!\d)/i.test(lastName(key)))
    .map(([, key]) => key);
}

/** `KB2585542`, `KB968816_WM9`, `MSI30a-KB884016`, or `(KB2553140)` in the name a person sees. */
function updateId(key: string, name: string): string | null {
  const found =
    /(?:^|[^a-z\d])(KB\d{6,7})(?!\d)/i.exec(key)?.[1] ?? /\((KB\d{6,7})(?!\d)/i.exec(name)?.[1] ?? null;
  return found === null ? null : found.toUpperCase();
}

function dateOf(key: ExportedKey, name: string): string | null {
  return installedOn(textValue(key, name)?.data ?? '');
}
