import type { Answer } from '../collected-facts.ts';
import type { ExportedKey, ExportedTree } from './exported-tree.ts';
import { numberValue, textValue } from './known-values.ts';
import { unpackedCode } from './packed-code.ts';

/** An answer with its line. */
export interface PlacedAnswer extends Answer {
  readonly line: number;
}

/** Products and patches installed for all users; the key is the same one in both views. */
export const productsKey =
  'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products';
const uninstallKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

const dotted = /^\d{1,10}(?:\.\d{1,10}){0,3}$/;

/**
 * Products and patches of Windows Installer (inventory-sources, section 7): from its own data, and as mere
 * presence (grade C) from the list of programs. MSIPATCHSTATE: 1 applied; what 2 (superseded) and others
 * mean for a rule stands nowhere, so they are unavailable.
 */
export function installerAnswers(tree: ExportedTree): readonly PlacedAnswer[] {
  const answers: PlacedAnswer[] = [];
  const known = new Set<string>();
  for (const view of ['native', 'wow32'] as const) {
    for (const key of tree.below(productsKey, view)) {
      const product = unpackedCode(lastName(key));
      const properties = tree.keys.get(`${key.view}\\${key.key}\\InstallProperties`.toLowerCase()) ?? null;
      if (product === null || properties === null) continue;
      known.add(product);
      answers.push(productAnswer(product, properties));
      for (const patch of tree.below(`${key.key}\\Patches`, view)) {
        const code = unpackedCode(lastName(patch));
        if (code !== null) answers.push(patchAnswer(product, code, patch));
      }
    }
  }
  for (const view of ['native', 'wow32'] as const) {
    for (const key of tree.below(uninstallKey, view)) {
      const product = /^\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}$/i
        .exec(lastName(key))?.[0]
        .toUpperCase();
      if (product === undefined || known.has(product)) continue;
      if (numberValue(key, 'WindowsInstaller')?.data !== 1) continue;
      const answer = productAnswer(product, key);
      if (answer.state === 'known') answers.push({ ...answer, grade: 'C' });
    }
  }
  return answers;
}

/** Keys of the list of programs in both views. */
export function uninstallKeys(tree: ExportedTree): readonly ExportedKey[] {
  return (['native', 'wow32'] as const).flatMap((view) => tree.below(uninstallKey, view));
}

/** Keys of patches that are applied to a product. */
export function appliedPatches(tree: ExportedTree): readonly ExportedKey[] {
  return (['native', 'wow32'] as const).flatMap((view) =>
    tree
      .below(productsKey, view)
      .flatMap((product) => tree.below(`${product.key}\\Patches`, view))
      .filter((patch) => numberValue(patch, 'State')?.data === 1),
  );
}

export function lastName({ key }: ExportedKey): string {
  return key.slice(key.lastIndexOf('\\') + 1);
}

function productAnswer(product: string, key: ExportedKey): PlacedAnswer {
  const version = textValue(key, 'DisplayVersion');
  const language = numberValue(key, 'Language');
  const subject = { kind: 'msi_product', product } as const;
  if (version === null || !dotted.test(version.data)) {
    return { subject, state: 'unavailable', reason: 'version-not-recorded', line: key.line };
  }
  const value = { version: version.data, ...(language && { language: language.data }) };
  return { subject, state: 'known', value, line: version.line };
}

function patchAnswer(product: string, patch: string, key: ExportedKey): PlacedAnswer {
  const state = numberValue(key, 'State');
  const subject = { kind: 'msi_patch', product, patch } as const;
  if (state?.data === 1) return { subject, state: 'known', value: true, line: state.line };
  const reason = state === null ? 'state-not-recorded' : `patch-state-${String(state.data)}`;
  return { subject, state: 'unavailable', reason, line: state?.line ?? key.line };
}
