import { revisionFamily, unknownOs } from '../../../domain/index.ts';
import type { HotfixEntry, OsFacts, ReadingWarning, Result } from '../../../domain/index.ts';
import { formatError, settle } from '../../format-error.ts';
import type { FileSource, Head, InventoryOutcome, ReadContext } from '../../format.ts';
import { decodeText, splitLines } from '../decode/index.ts';
import type { DecodedText } from '../decode/index.ts';
import { CollectedFacts } from '../collected-facts.ts';
import { kbNumber } from '../hotfix-id.ts';
import { maxHotfixEntries } from '../limits.ts';
import { loadText } from '../load-text.ts';
import type { LoadedText } from '../load-text.ts';
import { known } from '../os-facts.ts';
import { lineEvidence, makeReading } from '../reading.ts';
import { packageList } from './packages.ts';
import type { ListedPackage, PackageList } from './packages.ts';
import { isInstalled, stateNumber } from './states.ts';

export function sniffDism({ text }: Head): boolean {
  return text.includes('~31bf3856ad364e35~') && packageList(text.split('\n')).packages.length > 0;
}

/**
 * Reads `dism /online /get-packages` in any language, as list or table (inventory-sources, section 6):
 * packages with their state (grade B, all packages if the tool came to its end), the version of the image,
 * and the build revision of the cumulative update. A KB in a package's name shows that it is there; no KB
 * is absent because of it: cumulative updates have none in their names.
 *
 * Rejections: those of `loadText`, `not-recognised`.
 */
export function readDism(file: FileSource, context: ReadContext): Promise<Result<InventoryOutcome>> {
  return settle(async () => {
    const loaded = await loadText(file, context, pageByWords);
    const list = packageList(loaded.lines);
    if (list.packages.length === 0) throw formatError('not-recognised', file.name);
    const os = osOf(list, loaded);
    const facts = new CollectedFacts(file.name);
    for (const { identity, state, line } of list.packages) {
      const number = stateNumber(state);
      const subject = { kind: 'cbs_package', identity } as const;
      if (number === null) facts.add({ subject, state: 'unavailable', reason: 'state-not-understood' }, line);
      else facts.add({ subject, state: 'known', value: number }, line);
    }
    const entries = hotfixes(list.packages, file.name);
    const cut: ReadingWarning = {
      code: 'file-cut',
      file: file.name,
      details: { read: list.packages.length },
    };
    const reading = makeReading(
      loaded,
      'dism-packages',
      null,
      { os, hotfixes: entries.length === 0 ? null : { completeness: 'cut', entries } },
      [...(list.ended ? [] : [cut]), ...facts.warnings()],
    );
    const complete = list.ended ? ['cbs'] : [];
    return { use: 'reading', reading: { ...reading, facts: { grade: 'B', facts: facts.facts(), complete } } };
  });
}

/** Console pages in which the word for "installed" of some language has letters outside of ASCII. */
const pages = ['cp850', 'ibm866', 'cp852', 'cp857', 'shift_jis', 'gbk', 'big5', 'euc-kr'] as const;

/** The page in which a state is a word that is known: nothing else in the file tells its language. */
function pageByWords(content: Uint8Array, guess: DecodedText): string | null {
  const knows = (text: string) =>
    packageList(splitLines(text)).packages.some(({ state }) => stateNumber(state) !== null);
  if (knows(guess.text)) return null;
  return pages.find((page) => knows(decodeText(content, page).text)) ?? null;
}

function hotfixes(packages: readonly ListedPackage[], file: string): readonly HotfixEntry[] {
  const entries = new Map<number, HotfixEntry>();
  for (const { identity, state, line } of packages) {
    const id = /_for_(KB\d{6,7})(?!\d)/i.exec(identity)?.[1];
    const kb = id === undefined ? null : kbNumber(id);
    if (id === undefined || kb === null || entries.has(kb) || !isInstalled(stateNumber(state))) continue;
    // The time is in the form of the machine's region.
    if (entries.size < maxHotfixEntries) entries.set(kb, { id, kb, installedOn: null, file, line });
  }
  return [...entries.values()];
}

/** The image's version, and the highest revision that an installed cumulative update of it brings. */
function osOf({ packages, image }: PackageList, loaded: LoadedText): OsFacts {
  if (image === null) return unknownOs;
  const written = (line: number) => lineEvidence(loaded, line, loaded.lines[line - 1] ?? '');
  const version = image.text.split('.').slice(0, 3).join('.');
  const family = new Set((['client', 'server'] as const).flatMap((role) => revisionFamily(version, role)));
  let ubr: { readonly value: number; readonly line: number } | null = null;
  for (const { identity, state, line } of packages) {
    const found = /^Package_for_RollupFix~.*~(\d+)\.(\d+)(?:\.\d+)*$/i.exec(identity);
    if (!found || !isInstalled(stateNumber(state))) continue;
    const value = Number(found[2]);
    if (family.has(`10.0.${String(found[1])}`) && (ubr === null || value > ubr.value)) ubr = { value, line };
  }
  return {
    ...unknownOs,
    version: known(version, written(image.line)),
    ...(ubr && { ubr: known(ubr.value, written(ubr.line)) }),
  };
}
