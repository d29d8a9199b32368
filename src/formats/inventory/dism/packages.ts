import { maxLineLength } from '../limits.ts';

/** One package as the tool lists it. */
export interface ListedPackage {
  /** `name~token~architecture~language~version` as written. */
  readonly identity: string;
  /** The word of the tool, in the language of the machine; empty where the list ends before it. */
  readonly state: string;
  readonly releaseType: string;
  readonly installTime: string;
  readonly line: number;
}

export interface PackageList {
  readonly packages: readonly ListedPackage[];
  /** The version of the image as the banner gives it: four numbers, or null. */
  readonly image: { readonly text: string; readonly line: number } | null;
  /** Something stands behind the last package, as the tool ends its list. */
  readonly ended: boolean;
}

/** Microsoft signs all its packages with this token, and so is it a word that marks the list. */
const identity = String.raw`[^\s|:]+~31bf3856ad364e35~[^~\s|]*~[^~\s|]*~\d[\d.]*`;
const listed = new RegExp(String.raw`^\s*\S.*?: (${identity})\s*$`);
const tabled = new RegExp(String.raw`^\s*(${identity})\s*\|(.*)$`);
/** Label, colon, value; the label is in the language of the machine. */
const labelled = /^\s*[^:|]{1,80}:(?: (.*))?$/;

/**
 * Packages of `dism /get-packages` in any language: anchored on the identity, the three lines behind it
 * taken by their order (inventory-sources, section 6).
 */
export function packageList(lines: readonly string[]): PackageList {
  const packages: ListedPackage[] = [];
  let image: PackageList['image'] = null;
  let ended = false;
  for (let index = 0; index < lines.length; index += 1) {
    const text = (lines[index] ?? '').slice(0, maxLineLength);
    const line = index + 1;
    const row = tabled.exec(text);
    const found = listed.exec(text);
    if (row) {
      const [state = '', releaseType = '', installTime = ''] = (row[2] ?? '').split('|').map((c) => c.trim());
      packages.push({ identity: row[1] ?? '', state, releaseType, installTime, line });
      ended = false;
    } else if (found) {
      const values = valuesBehind(lines, index + 1);
      const [state = '', releaseType = '', installTime = ''] = values;
      packages.push({ identity: found[1] ?? '', state, releaseType, installTime, line });
      index += values.length;
      ended = false;
    } else if (packages.length === 0) {
      const version = /(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4,5}\.\d{1,5}(?![\d.])/.exec(text)?.[0];
      if (version !== undefined) image = { text: version, line };
    } else if (text.trim() !== '') ended = true;
  }
  return { packages, image, ended };
}

/** Values of at most three labelled lines. */
function valuesBehind(lines: readonly string[], from: number): readonly string[] {
  const values: string[] = [];
  for (let at = from; at < from + 3; at += 1) {
    const line = (lines[at] ?? '').slice(0, maxLineLength);
    const found = labelled.exec(line);
    if (found === null || listed.test(line)) break;
    values.push((found[1] ?? '').trim());
  }
  return values;
}
