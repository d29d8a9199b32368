import type { Clause, MssecureFileChange, Rule } from '../../domain/index.ts';
import { and, decided, leaf, never, not, or, proven } from '../rules.ts';
import {
  checksumEqual,
  fileExists,
  filePath,
  open,
  versionAbove,
  versionAtLeast,
  versionEqual,
} from './leaves.ts';

/** How one FileChange is tested (mssecure, R4 to R6). */
export interface FileCheck {
  /** MISSING by an absent or older file, or one that should not be there. */
  readonly lower: readonly Clause[];
  /** MISSING by another checksum. */
  readonly differs: readonly Clause[];
  /** True where the file is newer than the catalog. */
  readonly newer: Rule;
  /** True where something of the file was compared: where nothing was, nothing is proven. */
  readonly tested: Rule;
  /** True where the file is there, for commands that pass over an absent one; else null. */
  readonly present: Rule | null;
}

/** What decides whether a checksum is compared: null while they are switched off. */
export type ChecksumGate = Rule | null;

/** Four dotted numbers are compared; anything else (`na`, empty) is not (R5). */
const comparable = /^\d{1,9}(?:\.\d{1,9}){3}$/;

/** Null for `u`: not testable, passed over (R4). The command is one of `c`, `a`, `e`, `d`. */
export function fileCheck(row: MssecureFileChange, folder: string, sums: ChecksumGate): FileCheck | null {
  const { command } = row;
  if (command === 'u') return null;
  const path = filePath(folder, row.file);
  const exists = fileExists(path);
  if (command === 'd') {
    const lower = [missing(exists, 'file-older', 'mssecure R4')];
    return { lower, differs: [], newer: never, tested: decided(exists), present: null };
  }
  const optional = command === 'e';
  const versioned = comparable.test(row.version);
  const lower: Clause[] = optional ? [] : [missing(not(exists), 'file-absent', 'mssecure R4')];
  if (versioned) {
    const older = and(exists, not(versionAtLeast(path, row.version)));
    lower.push(missing(older, 'file-older', 'mssecure R5'));
  }
  const summed = sums !== null && row.checksum !== '';
  const equal = checksumEqual(path, row.checksum);
  const compared = summed ? and(sums, exists, decided(equal)) : never;
  return {
    lower,
    differs: summed ? [missing(differing(), 'checksum-differs', 'mssecure R6')] : [],
    newer: versioned ? versionAbove(path, row.version) : never,
    tested: versioned ? exists : compared,
    present: optional ? exists : null,
  };

  /** R6 asks only where both sides have a value; a file nobody looked for leaves it open. */
  function differing(): Rule {
    const version = versioned ? versionEqual(path, row.version) : exists;
    return and(sums ?? never, exists, version, or(proven(not(equal)), open(exists)));
  }
}

function missing(when: Rule, reason: Clause['reason'], source: string): Clause {
  return { when, state: 'Required', reason, grade: 'measured', source, original: 'MISSING' };
}

/** Checksums count only where the catalog's language is the machine's (mssecure, section 1 and R6). */
export function checksumGate(language: string): ChecksumGate {
  const tag = languageTags[language.toLowerCase()] ?? null;
  return tag === null ? { op: 'true' } : leaf({ kind: 'windows-language', language: tag });
}

/** The four languages the catalog was made in (mssecure, section 1), by LCID and by tag. */
const languageTags: Readonly<Record<string, string>> = {
  '1033': 'en-us',
  '1031': 'de-de',
  '1041': 'ja-jp',
  '1036': 'fr-fr',
  en: 'en-us',
  de: 'de-de',
  ja: 'ja-jp',
  fr: 'fr-fr',
};
