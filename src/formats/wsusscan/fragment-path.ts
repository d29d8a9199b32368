/** Which fragment a member of a shard is. */
export interface FragmentPath {
  readonly part: 'core' | 'extended' | 'localized' | 'eula';
  readonly revisionId: number;
  /** Lower case; of localized fragments only. */
  readonly language: string;
}

/** `c/123`, `core/123`; `x/…`, `extended/…`; `l/en/…`, `localized/en/…`; `e/…`, `e/en/…`. */
const form = /^(c|core|x|extended|l|localized|e|eula)\/(?:([a-z0-9-]{1,40})\/)?(0|[1-9]\d{0,9})$/;

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

/**
 * What a member is by its name (wsusscn2, section 2, both layouts); null for everything else. The name is
 * the decimal revision id: a number with leading zeros is none.
 */
export function fragmentPath(member: string): FragmentPath | null {
  const match = form.exec(member.toLowerCase());
  const part = parts[(match?.[1] ?? '') as keyof typeof parts];
  const language = match?.[2] ?? '';
  const needsLanguage = part === 'localized';
  if (match === null || (part !== 'eula' && needsLanguage !== (language !== ''))) return null;
  return { part, revisionId: Number(match[3]), language };
}
