/**
 * Names in a bundle must survive FAT, exFAT, NTFS and old Windows (bundle, section 4): ASCII only, at
 * most 100 characters, nothing Windows reserves, no two names that differ only by case. What would
 * leave the folder or mean a device is refused; what is merely too long or too foreign is mapped to a
 * short safe name, and the manifest keeps the original.
 */

const maxNameLength = 100;
/** Whole path inside the medium, the bag's own folder included. */
export const maxPathLength = 200;

export type NameRefusal =
  | 'empty'
  | 'path-separator'
  | 'stream-or-drive'
  | 'device-name'
  | 'trailing-dot-or-blank'
  | 'control-character';

/** Windows: these mean devices with any extension; the superscript digits count as digits. */
const deviceName =
  /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])\s*(?:\..*)?$/i;
// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u001F\u007F]/;
/** Kept as they are. Everything else (`%`, quotes, `*`, non-ASCII …) becomes `_`. */
const notKept = /[^A-Za-z0-9._+()=@,~ -]/gu;

/** Why a file of this name is not taken into a bundle, or null if it may be (maybe under a mapped name). */
export function refuseName(original: string): NameRefusal | null {
  if (original === '') return 'empty';
  if (controlCharacter.test(original)) return 'control-character';
  if (/[/\\]/.test(original)) return 'path-separator';
  if (original.includes(':')) return 'stream-or-drive';
  if (/[. ]$/.test(original)) return 'trailing-dot-or-blank';
  if (deviceName.test(original)) return 'device-name';
  return null;
}

/** Two names with the same folded form are one name for FAT or after Unicode normalisation. */
function foldName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase();
}

/** Safe on every file system named above, and so never changed. */
function isSafe(name: string): boolean {
  return (
    name.length <= maxNameLength && refuseName(name) === null && !/^[ .-]/.test(name) && plain(name) === name
  );
}

/**
 * The names under which the files of one folder are stored, in the same order. Names that are safe are
 * never touched: checkpoint updates need Microsoft's own names (bundle, section 2). The others are
 * shortened to ASCII and numbered where they meet.
 *
 * @param originals not refused by `refuseName`, no two with the same folded form
 */
export function safeNames(originals: readonly string[]): string[] {
  const taken = new Set(originals.filter(isSafe).map(foldName));
  return originals.map((original) => {
    if (isSafe(original)) return original;
    const dot = original.lastIndexOf('.');
    const extension = dot > 0 ? plain(original.slice(dot)).slice(0, 12) : '';
    const stem = plain(dot > 0 ? original.slice(0, dot) : original).replace(/^[ .-]+/, '_');
    let name = fit(stem, '', extension);
    for (let number = 2; taken.has(foldName(name)); number++) name = fit(stem, `~${number}`, extension);
    taken.add(foldName(name));
    return name;
  });
}

/** Long enough to tell bundles apart, short enough for paths of `maxPathLength`. */
const maxFolderLength = 60;

/**
 * Name of the bag's own folder: the name the person gave, with anything but letters, digits, dot, dash
 * and underscore as a dash; the bundle's id where nothing of it is left or Windows would refuse it.
 */
export function bagFolder(name: string, bundleId: string): string {
  const folder = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .slice(0, maxFolderLength)
    .replace(/^[.-]+|[.-]+$/g, '');
  return isSafe(folder) ? folder : bundleId;
}

/** The first two names that are one after folding, or null (ZIP02). */
export function collidingNames(names: readonly string[]): readonly [string, string] | null {
  const seen = new Map<string, string>();
  for (const name of names) {
    const earlier = seen.get(foldName(name));
    if (earlier !== undefined) return [earlier, name];
    seen.set(foldName(name), name);
  }
  return null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(notKept, '_');
}

function fit(stem: string, suffix: string, extension: string): string {
  const room = maxNameLength - suffix.length - extension.length;
  const name = `${stem.slice(0, room)}${suffix}${extension}`.replace(/[. ]+$/, '_');
  return refuseName(name) === null ? name : `_${name}`.slice(0, maxNameLength);
}
