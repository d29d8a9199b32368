/** The text of a `factKey` (domain/fact-table) in words: what a person is to look for on the machine. */
import type { FactKind } from '../../domain/index.ts';
import type { Words } from './index.ts';

export interface FactText {
  /** Null for a text that is no fact key. */
  readonly kind: FactKind | null;
  readonly name: string;
  readonly subject: string;
}

/** Folders that catalogs name by number (Windows shell, CSIDL), as Windows itself writes them. */
const folders: Readonly<Record<string, string>> = {
  '36': '%windir%',
  '37': '%windir%\\system32',
  '38': '%ProgramFiles%',
  '41': '%windir%\\SysWOW64',
  '42': '%ProgramFiles(x86)%',
  '43': '%CommonProgramFiles%',
  '44': '%CommonProgramFiles(x86)%',
};

/** @param key as `factKey` makes it, lower case: `reg_value|native|software\acme|level` */
export function factText(key: string, words: Words['facts']): FactText {
  const [kind, rest] = cut(key);
  if (!Object.hasOwn(words.kind, kind)) return { kind: null, name: '', subject: key };
  const known = kind as FactKind;
  return { kind: known, name: words.kind[known], subject: subjectOf(known, rest, words) };
}

/** Kind and subject in one line. */
export function factLine(key: string, words: Words['facts']): string {
  const { name, subject } = factText(key, words);
  return name === '' ? subject : `${name}: ${subject}`;
}

function subjectOf(kind: FactKind, rest: string, words: Words['facts']): string {
  const [first, second] = cut(rest);
  switch (kind) {
    case 'reg_key':
    case 'reg_subkeys':
      return registry(first, second, words);
    case 'reg_value': {
      // Keys of Windows have no bar in their names; values have.
      const [path, value] = cut(second);
      return registry(first, `${path}\\${value || words.defaultValue}`, words);
    }
    case 'file':
    case 'folder':
      return rest.replace(/^csidl:(\d+)/, (whole, number: string) => folders[number] ?? whole);
    case 'os':
      return (words.osFact as Readonly<Record<string, string>>)[rest] ?? rest;
    case 'wmi_query':
    case 'wmi_class':
      return `${first}: ${second}`;
    case 'msi_feature':
    case 'msi_component':
    case 'msi_patch':
      return words.ofProduct(second, first);
    case 'catalog_product':
      return `${first} ${second}`;
    default:
      return rest;
  }
}

function registry(view: string, path: string, words: Words['facts']): string {
  return `HKLM\\${path}${view === 'wow32' ? ` (${words.view32})` : ''}`;
}

/** A text up to its first bar, and what follows. */
function cut(text: string): readonly [string, string] {
  const at = text.indexOf('|');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
