/** From a rejection to the five parts a person reads. */
import type { Rejection } from '../../domain/index.ts';
import type { EditionInUse } from '../../tasks/engine.ts';

/** Reads a value of the rejection's details; the fall-back stands in when it is not there. */
export type Detail = (name: string, otherwise: string) => string;

export interface ErrorWords {
  readonly what: (detail: Detail) => string;
  readonly kept: string;
  readonly todo: readonly string[];
}

export interface ErrorParts {
  readonly what: string;
  readonly where: string;
  readonly kept: string;
  readonly todo: readonly string[];
  readonly code: string;
}

/** What was going on when it failed: the same fault leaves other things as they were. */
export type FailedAct = 'import' | 'bundle';

interface ErrorCatalogue {
  /** Kept, where a bundle was to be written and the code is of no bundle alone. */
  readonly keptBundle: string;
  /** Words of codes that mean something else while a bundle is put together. */
  readonly inBundle: Readonly<Partial<Record<Rejection['code'], ErrorWords>>>;
  readonly wholeFile: string;
  readonly keptEdition: (document: string, date: string) => string;
  readonly by: Readonly<Record<Rejection['code'], ErrorWords>>;
}

/** What happened, where, what was kept, what to do, code: all five always there (ux, section 2). */
export function errorText(
  words: ErrorCatalogue,
  error: Rejection,
  inUse: EditionInUse | null = null,
  act: FailedAct = 'import',
): ErrorParts {
  const entry = entryOf(words, error.code, act);
  const detail: Detail = (name, otherwise) => {
    const value = error.details[name];
    return value === undefined || value === '' ? otherwise : String(value);
  };
  return {
    what: entry.what(detail),
    where: [error.file, error.place || words.wholeFile].filter(Boolean).join(', '),
    kept: inUse ? words.keptEdition(inUse.document, inUse.currentReleaseDate) : entry.kept,
    todo: entry.todo,
    code: error.code,
  };
}

function entryOf(words: ErrorCatalogue, code: Rejection['code'], act: FailedAct): ErrorWords {
  const entry = words.by[code];
  if (act === 'import' || /^(?:bundle|update-file)-/.test(code)) return entry;
  return words.inBundle[code] ?? { ...entry, kept: words.keptBundle };
}

/** The same as plain lines for the clipboard, with every detail. */
export function errorDetails(parts: ErrorParts, error: Rejection): string {
  const details = Object.entries(error.details).map(([name, value]) => `${name}: ${value}`);
  return [parts.what, parts.where, parts.kept, ...parts.todo, parts.code, ...details].join('\n');
}
