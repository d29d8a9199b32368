/** Which fragment a member of a shard is. */
export interface FragmentPath {
  readonly part: 'core' | 'extended' | 'localized' | 'eula';
  readonly revisionId: number;
  /** Lower case; of localized fragments only. */
  readonly language: string;
}

/** `c`, `core`; `x`, `extended`; `l/en`, `localized/en`; `e`, `e/en`, `eula` …: folders, without regard to case. */
const folderForm = /^(c|core|x|extended|l|localized|e|eula)(?:\/([a-z0-9-]{1,40}))?$/;

const parts = {
  c: 'core',
  core: 'core',
  x: 'extended',
  extended: 'extended',
  l: 'localized',
  localized: 'localized',
  e: 'eula',
  eula: 'eula',
} as const;

type Folder = Pick<FragmentPath, 'part' | 'language'>;

function folderOf(name: string): Folder | null {
  const match = folderForm.exec(name.toLowerCase());
  if (match === null) return null;
  const part = parts[(match[1] ?? '') as keyof typeof parts];
  const language = match[2] ?? '';
  const needsLanguage = part === 'localized';
  return part !== 'eula' && needsLanguage !== (language !== '') ? null : { part, language };
}

/**
 * What members are by their names (wsusscn2, section 2, both layouts). The name is the decimal revision
 * id: a number with leading zeros is none. A catalog has millions of members in some forty folders, one folder
 * after the other: each folder is looked at once.
 */
export class FragmentPaths {
  #name = '';
  #folder: Folder | null = null;

  /** Revision id of a member, or -1 for one that is no fragment; `folder` tells the rest of one that is. */
  revisionId(member: string): number {
    const slash = member.lastIndexOf('/');
    const id = slash > 0 ? decimal(member, slash + 1) : -1;
    if (id < 0) return -1;
    if (slash !== this.#name.length || !member.startsWith(this.#name)) {
      this.#name = member.slice(0, slash);
      this.#folder = folderOf(this.#name);
    }
    return this.#folder === null ? -1 : id;
  }

  /** Of the member that was asked for last. */
  get folder(): Folder {
    return this.#folder ?? { part: 'core', language: '' };
  }
}

/** Digits up to the end, at most ten, without leading zeros; -1 for everything else. */
function decimal(text: string, from: number): number {
  const digits = text.length - from;
  if (digits < 1 || digits > 10 || (digits > 1 && text.charCodeAt(from) === 0x30)) return -1;
  let value = 0;
  for (let at = from; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** What one member is by its name; null for everything that is no fragment. */
export function fragmentPath(member: string): FragmentPath | null {
  const paths = new FragmentPaths();
  const revisionId = paths.revisionId(member);
  return revisionId < 0 ? null : { ...paths.folder, revisionId };
}
