/** Paths of file rules (applicability rules, section 3, Files): base and path joined, doubled backslashes collapsed. */
import { factOf, recordedFact } from '../../domain/fact-table.ts';
import type { FactTable, RecordedFact } from '../../domain/index.ts';
import type { LeafContext } from './answer.ts';
import { osFact, isX86, versionNumbers } from './os-facts.ts';

export function joinPath(base: string, path: string): string {
  return `${base}\\${path}`.replace(/\\{2,}/g, '\\');
}

/** `%windir%`: environment variables are not expanded by file rules. */
export function hasVariable(path: string): boolean {
  return /%[^%\\]+%/.test(path);
}

/** A path that begins with a folder's token: the token and what follows it; null for another path. */
export function splitToken(path: string): { readonly token: string; readonly rest: string } | null {
  const match = /^(csidl:\d+|%[^%\\]+%)(\\.*)?$/i.exec(path);
  if (match === null) return null;
  const rest = match[2];
  return { token: (match[1] as string).toLowerCase(), rest: rest === undefined ? '' : rest };
}

/** The x86 folders of 32-bit Windows are the plain ones (Vista and later; on XP they may be none). */
const plainFolder: Readonly<Record<string, string>> = {
  'csidl:41': 'csidl:37',
  'csidl:42': 'csidl:38',
  'csidl:44': 'csidl:43',
};

/** Tokens that name the same folder on this machine, the one asked for first. */
export function sameFolders(token: string, context: LeafContext): readonly string[] {
  const plain = plainFolder[token];
  if (plain === undefined || !isX86(context.machine)) return [token];
  const version = versionNumbers(osFact(context.machine, 'version'));
  return version !== null && (version[0] as number) >= 6 ? [token, plain] : [token];
}

/** The fact that says where a folder lies. */
export function folderFact(table: FactTable | undefined, token: string): RecordedFact {
  return factOf(table, { kind: 'folder', name: token });
}

/** The path with its folder's place put in; the path itself where it has no token; null if not known. */
export function absolutePath(table: FactTable, path: string): string | null {
  const split = splitToken(path);
  if (split === null) return path;
  const folder = recordedFact(table, { kind: 'folder', name: split.token });
  if (folder === null || folder.state !== 'known' || typeof folder.value !== 'string') return null;
  return joinPath(folder.value, split.rest);
}
