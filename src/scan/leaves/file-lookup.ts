/** The fact about the file that a rule speaks of, under whichever of its names it was recorded. */
import { factOf, isComplete, recordedFact } from '../../domain/fact-table.ts';
import type { FactSubject, FactTable, FilePath, RecordedFact } from '../../domain/index.ts';
import { notCollected, notUnderstood } from './answer.ts';
import type { LeafAnswer, LeafContext } from './answer.ts';
import { absolutePath, folderFact, hasVariable, joinPath, sameFolders, splitToken } from './file-path.ts';
import { getAt, newIndex, perTable, setAt } from './per-table.ts';
import type { TextIndex } from './per-table.ts';
import { lookUpValue } from './registry.ts';

/** The file's fact, known or absent, with what led to it; or the answer that ends the question. */
export type FileLookup =
  { readonly fact: RecordedFact; readonly facts: readonly RecordedFact[] } | { readonly answer: LeafAnswer };

export function lookUpFile(path: FilePath, context: LeafContext): FileLookup {
  const { base } = path;
  switch (base.from) {
    case 'absolute':
      if (hasVariable(path.path)) return { answer: notUnderstood(`variable in path ${path.path}`) };
      return found(fileAt(context, [path.path.replace(/\\{2,}/g, '\\')]), []);
    case 'csidl':
      return inFolder(`csidl:${String(base.csidl)}`, '', path.path, context);
    case 'folder': {
      const split = splitToken(base.name);
      if (split === null) return found(fileAt(context, [joinPath(base.name, path.path)]), []);
      return inFolder(split.token, split.rest, path.path, context);
    }
    case 'registry':
      return belowValue(path.path, lookUpValue(base.value, context), context);
  }
}

/** Folders that are not there hold no files. */
function inFolder(token: string, rest: string, path: string, context: LeafContext): FileLookup {
  const tokens = sameFolders(token, context);
  const names: string[] = [];
  for (const name of tokens) names.push(joinPath(`${name}${rest}`, path));
  const fact = fileAt(context, names);
  if (fact.state !== 'unavailable') return found(fact, []);
  const folder = folderFact(context.machine.facts, token);
  if (folder.state === 'absent' && tokens.length === 1) return found(absent(fact.subject), [folder]);
  return found(fact, []);
}

/** PrependRegSz: a missing base is false, one of another type than REG_SZ is unknown. */
function belowValue(path: string, looked: ReturnType<typeof lookUpValue>, context: LeafContext): FileLookup {
  if ('answer' in looked) return looked;
  const { fact, data } = looked;
  if (data === null) return found(absent({ kind: 'file', path }), [fact]);
  if (data.type !== 'REG_SZ' || typeof data.data !== 'string') {
    return { answer: notUnderstood('PrependRegSz of another type', [fact]) };
  }
  const base = data.data;
  if (hasVariable(base) || hasVariable(path)) {
    return { answer: notUnderstood(`variable in path ${joinPath(base, path)}`, [fact]) };
  }
  const full = joinPath(base, path);
  // No file name holds quotes: such a value gives a path that does not exist.
  if (base.indexOf('"') >= 0) return found(absent({ kind: 'file', path: full }), [fact]);
  const file = fileAt(context, [full]);
  if (file.state === 'unavailable' && isFile(base, context)) return found(absent(file.subject), [fact]);
  return found(file, [fact]);
}

/** True where the base itself is a recorded file, beneath which nothing can lie. */
function isFile(base: string, context: LeafContext): boolean {
  return fileAt(context, [base.replace(/\\+$/, '')]).state === 'known';
}

function found(fact: RecordedFact, led: readonly RecordedFact[]): FileLookup {
  if (fact.state === 'unavailable') return { answer: notCollected([fact.subject], led) };
  return { fact, facts: [fact].concat(led) };
}

/** The first of several names of one file that gives an answer; else the first, unavailable. */
function fileAt(context: LeafContext, names: readonly string[]): RecordedFact {
  const table = context.machine.facts;
  let first: RecordedFact | null = null;
  let unsaid: RecordedFact | null = null;
  for (const name of names) {
    const fact = fileNamed(table, name);
    // What a complete domain leaves unsaid has no place in a file; another name may be stated.
    if (fact.state !== 'unavailable' && fact.file !== '') return fact;
    if (fact.state !== 'unavailable' && unsaid === null) unsaid = fact;
    if (first === null) first = fact;
  }
  if (unsaid !== null) return unsaid;
  return first === null ? factOf(table, { kind: 'file', path: '' }) : first;
}

function fileNamed(table: FactTable | undefined, name: string): RecordedFact {
  const subject: FactSubject = { kind: 'file', path: name };
  const recorded = recordedFact(table, subject);
  if (recorded !== null && recorded.state !== 'unavailable') return recorded;
  if (table === undefined) return factOf(table, subject);
  const absolute = absolutePath(table, name);
  if (absolute !== null) {
    const other = getAt(byAbsolutePath(table), absolute.toLowerCase());
    if (other !== null && other.state !== 'unavailable') return other;
  }
  if (recorded !== null) return recorded;
  const stated = factOf(table, subject);
  if (stated.state === 'absent' && mayBeNamedOtherwise(table, name, absolute)) {
    return { subject, state: 'unavailable', reason: 'not-collected', file: '', line: null };
  }
  // A complete folder may be named by its token or by its place.
  if (stated.state === 'absent' || absolute === null || absolute === name) return stated;
  const atPlace = factOf(table, { kind: 'file', path: absolute });
  return atPlace.state === 'absent' ? atPlace : stated;
}

/**
 * True where a file of the same name is recorded in a folder that may be this one: one of the two is
 * named by a token whose place nobody collected, and the folder itself is not said to be complete.
 */
function mayBeNamedOtherwise(table: FactTable, name: string, absolute: string | null): boolean {
  const cut = name.lastIndexOf('\\');
  if (isComplete(table, `files:${name.slice(0, cut < 0 ? 0 : cut)}`.toLowerCase())) return false;
  const namesakes = getAt(byLastPart(table), name.slice(cut + 1).toLowerCase());
  if (namesakes === null) return false;
  for (const path of namesakes) {
    if (absolute === null || absolutePath(table, path) === null) return true;
  }
  return false;
}

/** Paths of known files by the last part of their names. */
const byLastPart = perTable((table: FactTable): TextIndex<string[]> => {
  const index = newIndex<string[]>();
  const keys = table.ofKind['file'];
  if (keys === undefined) return index;
  for (const key of keys) {
    const fact = table.byKey[key] as RecordedFact;
    if (fact.state !== 'known' || fact.subject.kind !== 'file') continue;
    const path = fact.subject.path;
    const last = path.slice(path.lastIndexOf('\\') + 1).toLowerCase();
    const paths = getAt(index, last);
    if (paths === null) setAt(index, last, [path]);
    else paths.push(path);
  }
  return index;
});

/** Recorded files by absolute path, for those whose folder's place is known. */
const byAbsolutePath = perTable((table: FactTable): TextIndex<RecordedFact> => {
  const index = newIndex<RecordedFact>();
  const keys = table.ofKind['file'];
  if (keys === undefined) return index;
  for (const key of keys) {
    const fact = table.byKey[key] as RecordedFact;
    if (fact.subject.kind !== 'file') continue;
    const absolute = absolutePath(table, fact.subject.path);
    if (absolute === null) continue;
    const name = absolute.toLowerCase();
    const before = getAt(index, name);
    if (before === null || before.state === 'unavailable') setAt(index, name, fact);
  }
  return index;
});

function absent(subject: FactSubject): RecordedFact {
  return { subject, state: 'absent', file: '', line: null };
}
