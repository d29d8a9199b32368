import type { MachineKey } from '../../../domain/index.ts';
import type { CollectedFacts } from '../collected-facts.ts';
import type { ExportedKey, ExportedTree, ExportedValue } from './exported-tree.ts';
import { installerAnswers, productsKey } from './installer.ts';
import { textValue } from './known-values.ts';
import { packageAnswers, packagesKey } from './packages.ts';

const foldersKey = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** Product keys and the names of persons are not kept (inventory-sources, sections 7 and 13.2). */
const withheldValue = /^(?:digitalproductid\d*|registeredowner|registeredorganization|productkey)$/;
const withheldKey = /^software\\microsoft\\office\\[^\\]+\\registration(?:\\|$)/;

/**
 * Whether a 32-bit process of 64-bit Windows wrote the export: its folder of programs is then the one for
 * 32-bit programs (INV08; inventory-sources, section 7, trap). Null, or the line that shows it.
 */
export function seenBy32BitProcess(tree: ExportedTree): number | null {
  const key = tree.keys.get(`native\\${foldersKey}`.toLowerCase()) ?? null;
  for (const name of ['ProgramFilesDir', 'CommonFilesDir']) {
    const folder = textValue(key, name);
    if (folder && /\(x86\)(?:\\|$)/i.test(folder.data)) return folder.line;
  }
  return null;
}

/**
 * Facts of an export and the domains it answers wholly. What is under `SOFTWARE` is of the 32-bit view
 * where a 32-bit process saw it.
 */
export function addRegistryFacts(
  tree: ExportedTree,
  facts: CollectedFacts,
  shifted: boolean,
): readonly string[] {
  const place = ({ view, key }: MachineKey): MachineKey =>
    shifted && /^software(?:\\|$)/i.test(key) ? { view: 'wow32', key } : { view, key };
  for (const key of tree.keys.values()) addKey(key, place(key), facts);
  for (const { line, ...answer } of [...packageAnswers(tree), ...installerAnswers(tree)]) {
    facts.add(answer, line);
  }
  const domains = tree.roots
    .filter((root) => root.whole)
    .map((root) => {
      const { view, key } = place(root);
      return `registry:${view}:${key.toLowerCase()}`;
    });
  // A key that is not there at all shows another Windows, not an empty list.
  if (tree.find(packagesKey) && tree.covers(packagesKey)) domains.push('cbs');
  if (tree.find(productsKey) && tree.covers(productsKey)) domains.push('msi', 'msi_patches');
  return [...new Set(domains)].sort();
}

function addKey(key: ExportedKey, { view, key: path }: MachineKey, facts: CollectedFacts): void {
  facts.add({ subject: { kind: 'reg_key', view, key: path }, state: 'known', value: true }, key.line);
  if (key.root.whole) {
    const subject = { kind: 'reg_subkeys', view, key: path } as const;
    facts.add({ subject, state: 'known', value: key.subkeys }, key.line);
  }
  const hidden = withheldKey.test(path.toLowerCase());
  for (const value of key.values.values()) addValue(value, { view, key: path }, hidden, facts);
}

function addValue(
  { name, data, line, against }: ExportedValue,
  place: MachineKey,
  hidden: boolean,
  facts: CollectedFacts,
): void {
  const subject = { kind: 'reg_value', ...place, value: name } as const;
  if (hidden || withheldValue.test(name.toLowerCase())) {
    facts.add({ subject, state: 'unavailable', reason: 'withheld' }, line);
  } else if (data === null) facts.add({ subject, state: 'unavailable', reason: 'toolarge' }, line);
  else facts.add({ subject, state: 'known', value: data }, line);
  // One question answered twice: the second answer makes it a contradiction.
  if (against !== undefined) facts.add({ subject, state: 'unavailable', reason: 'contradiction' }, against);
}
