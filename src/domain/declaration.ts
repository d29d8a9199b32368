/**
 * What a site says about a product where no file does (msrc-cvrf, section 3: "a site declaration … who, when,
 * expiry"; issue 5). A declaration is a person's word: it counts where no fact speaks, until its last day.
 */
import { valueOf } from './fact.ts';
import type { Machine, OsRole } from './machine.ts';
import { normalisedProductName } from './windows-product.ts';

/** On which machines a declaration counts; a filter also takes machines that come later. */
export type DeclaredMachines =
  | { readonly kind: 'all' }
  | { readonly kind: 'chosen'; readonly ids: readonly string[] }
  | {
      readonly kind: 'filter';
      /** Host name, `*` for any characters, case ignored; empty for any. */
      readonly name: string;
      readonly role: OsRole | null;
      /** Part of the name of the operating system, case ignored; empty for any. */
      readonly os: string;
    };

/** What a person fills in. */
export interface DeclarationDraft {
  /** Names as the catalogs write them; of a component its own half. Empty where a family is meant. */
  readonly products: readonly string[];
  /** Product family of the catalogs (`SQL Server`): all its products, also those of later documents. */
  readonly family: string | null;
  readonly says: 'absent' | 'present';
  /** Four numbers, for products that are there and go by one version. */
  readonly version: string | null;
  readonly machines: DeclaredMachines;
  readonly reason: string;
  /** ISO date of the last day on which it counts. */
  readonly until: string;
}

export interface Declaration extends DeclarationDraft {
  /** Unique in the workspace. */
  readonly id: string;
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Its last day is over: it is kept to be seen and renewed, and counts no more. */
  readonly expired: boolean;
}

export const declarationProblems = [
  'name-missing',
  'product-missing',
  'product-of-windows',
  'machine-missing',
  'reason-missing',
  'date-missing',
  'date-past',
  'version-form',
  'version-needless',
] as const;
export type DeclarationProblem = (typeof declarationProblems)[number];

/** Families that files of a machine decide by themselves. */
const ofWindows: readonly string[] = ['windows', 'esu'];

/** Whether a family can be declared: presence of Windows is read, never said. */
export function isDeclarableFamily(family: string | null): family is string {
  return family !== null && !ofWindows.includes(normalisedProductName(family));
}

/** Whether text is an ISO date of the calendar. */
export function isIsoDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** ISO date in UTC. @param at milliseconds since 1970 */
export function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The same day a year later, of 29 February the 28th: how long a declaration counts unless a person says otherwise. */
export function yearAfter(date: string): string {
  const later = `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`;
  return isIsoDate(later) ? later : `${later.slice(0, 8)}28`;
}

/** What keeps a draft from being kept, or null. @param today ISO date */
export function problemOfDraft(draft: DeclarationDraft, today: string): DeclarationProblem | null {
  const { products, family, machines, version } = draft;
  if (
    family === null
      ? products.length === 0 || products.some((name) => name.trim() === '')
      : products.length > 0
  )
    return 'product-missing';
  if (family !== null && !isDeclarableFamily(family)) return 'product-of-windows';
  if (machines.kind === 'chosen' && machines.ids.length === 0) return 'machine-missing';
  if (
    machines.kind === 'filter' &&
    machines.name.trim() === '' &&
    machines.role === null &&
    machines.os.trim() === ''
  )
    return 'machine-missing';
  if (version !== null && (draft.says === 'absent' || family !== null || products.length !== 1))
    return 'version-needless';
  if (version !== null && fourNumbers(version) === null) return 'version-form';
  if (draft.reason.trim().length < 3) return 'reason-missing';
  if (!isIsoDate(draft.until)) return 'date-missing';
  return draft.until < today ? 'date-past' : null;
}

/** Numbers of `15.00.1497.044`, or null where the text has another form. */
export function fourNumbers(text: string): readonly number[] | null {
  const match = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(text.trim());
  return match === null ? null : match.slice(1).map(Number);
}

/** Whether a declaration is about this machine. */
export function isDeclaredFor(machines: DeclaredMachines, machine: Machine): boolean {
  switch (machines.kind) {
    case 'all':
      return true;
    case 'chosen':
      return machines.ids.includes(machine.id);
    case 'filter': {
      const { name, role, os } = machines;
      return (
        fitsName(name.trim().toLowerCase(), machine.name.toLowerCase()) &&
        (role === null || valueOf(machine.os.role) === role) &&
        (valueOf(machine.os.name) ?? '').toLowerCase().includes(os.trim().toLowerCase())
      );
    }
  }
}

/** Pieces between stars are looked for one after another: no pattern can make this slow. */
function fitsName(pattern: string, name: string): boolean {
  if (pattern === '') return true;
  const pieces = pattern.split('*');
  const [first = ''] = pieces;
  if (pieces.length === 1) return name === first;
  const last = pieces.at(-1) ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last))
    return false;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const at = name.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= name.length - last.length;
}

/** Whether a declaration is about a product of this name and family. */
export function isDeclaredOf(
  { products, family }: Pick<Declaration, 'products' | 'family'>,
  product: { readonly name: string; readonly family: string | null },
): boolean {
  if (family !== null) return sameText(family, product.family ?? '');
  return products.some((name) => sameText(name, product.name));
}

function sameText(a: string, b: string): boolean {
  return normalisedProductName(a) === normalisedProductName(b);
}
