import type { JournalEntry, Rejection } from '../../domain/index.ts';
import { errorText, type Words } from '../words/index.ts';

type Table = Readonly<Record<string, string>>;

/**
 * The values of a journal entry in the words of the language that is shown. The entry itself holds codes
 * and numbers only, so that its hash does not depend on the language it is read in.
 */
export function journalDetails(entry: JournalEntry, words: Words): string {
  const rejected = entry.act === 'file-rejected' ? refusal(entry, words) : '';
  if (rejected !== '') return rejected;
  const names: Table = words.journal.detail;
  return Object.entries(entry.details)
    .filter(([name, value]) => value !== '' && !hidden(entry, name))
    .map(([name, value]) => `${nameOf(entry, name, names)}: ${valueText(entry, name, value, words)}`)
    .join(' · ');
}

/** The edition repeats document and date in one word; the name of a bundle's content is for the program. */
function hidden({ act, details }: JournalEntry, name: string): boolean {
  return (
    (name === 'edition' && 'document' in details) ||
    (act === 'bundle-written' && name === 'content') ||
    name === 'declaration'
  );
}

/** The sentence of the rejection, with its place. */
function refusal({ details, file }: JournalEntry, words: Words): string {
  const { code, place, ...rest } = details;
  if (typeof code !== 'string' || !Object.hasOwn(words.errors.by, code)) return '';
  const error = { code, file, place: String(place ?? ''), details: rest } as Rejection;
  return [errorText(words.errors, error).what, error.place].filter((text) => text !== '').join(' ');
}

/** The reason of a person and the reason of the program have two words. */
function nameOf(entry: JournalEntry, name: string, names: Table): string {
  if (entry.act === 'file-ignored' && name === 'reason') return names['code'] ?? name;
  return names[name] ?? name;
}

function valueText(entry: JournalEntry, name: string, value: string | number, words: Words): string {
  const { format } = words;
  if (name === 'bytes') return format.bytes(Number(value));
  if (name === 'notAfter') return format.day(value);
  if (name === 'writtenAt') return format.minute(value);
  if (name === 'currentReleaseDate' || name === 'replaced') return format.day(value);
  if (name === 'ids' || name === 'missing')
    return String(value).replaceAll('msrc:', '').replaceAll(' ', ', ');
  if (typeof value === 'number') return name === 'ubr' ? String(value) : format.number(value);
  return tableOf(entry, name, words)?.[value] ?? value;
}

/** Words for values that are codes. */
function tableOf(entry: JournalEntry, name: string, words: Words): Table | undefined {
  if (name === 'act') return words.journal.act;
  if (name === 'engine') return words.settings.about.engines;
  if (entry.act === 'file-ignored' && name === 'reason') return words.importing.ignoredReasons;
  if (name === 'doubt') return words.signature.doubt;
  if (name === 'signature') return words.signature.standing;
  if (name === 'says')
    return { absent: words.declarations.list.absent, present: words.declarations.list.present };
  if (name === 'machines') return words.declarations.list.scopes;
  if (entry.act !== 'settings-changed') return undefined;
  const yesNo = { true: words.common.yes, false: words.common.no };
  const { languages, themes } = words.settings.looks;
  const tables = {
    language: languages,
    theme: themes,
    track: words.settings.decisions.tracks,
    singleKeys: yesNo,
    checksums: yesNo,
  };
  return (tables as Readonly<Record<string, Table>>)[name];
}
