/** Texts of an update (wsusscn2, section 4.4): a set of sentences that recur, and words of its own. */
import { pick, whole } from '../seeded.ts';
import type { Random } from '../seeded.ts';
import { randomOf } from './identity.ts';
import { languages, lexicon } from './lexicon.ts';
import type { Edition, PlannedRevision } from './plan.ts';

/** Descriptions that many updates share, in each language. */
const sharedDescriptions = 40;

function sentence(words: readonly string[], random: Random, length: number): string {
  const text = Array.from({ length }, () => pick(random, words)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const shared = new Map<string, readonly string[]>();

function sharedOf(language: string): readonly string[] {
  let known = shared.get(language);
  if (known === undefined) {
    const random = randomOf(0, `descriptions ${language}`);
    const words = lexicon(language);
    known = Array.from({ length: sharedDescriptions }, () =>
      Array.from({ length: 3 }, () => sentence(words, random, 9 + whole(random, 8))).join(' '),
    );
    shared.set(language, known);
  }
  return known;
}

/** Languages a revision has texts in: all, some, or only English. */
export function languagesOf(edition: Edition, revision: PlannedRevision): readonly string[] {
  if (revision.kind === 'category') return languages;
  if (revision.kind === 'detectoid') return ['en'];
  const draw = randomOf(edition.shape.seed, `languages ${revision.key}`)();
  if (draw < 0.7) return languages;
  return draw < 0.9 ? languages.filter((language, at) => language === 'en' || at % 3 !== 0) : ['en'];
}

function titleOf(revision: PlannedRevision, words: readonly string[], random: Random): string {
  switch (revision.kind) {
    case 'category':
      return revision.category.name;
    case 'detectoid':
      return `Detectoid ${String(revision.index)} ${sentence(words, random, 3)}`;
    case 'update':
      return `${sentence(words, random, 4)} ${revision.product.name}, ${revision.architecture} (KB${String(revision.number)})`;
    case 'child':
      return `${sentence(words, random, 3)} ${revision.parent.product.name} ${String(revision.index + 1)}`;
  }
}

export function localizedFragment(edition: Edition, revision: PlannedRevision, language: string): string {
  const random = randomOf(edition.shape.seed, `text ${revision.key} ${language}`);
  const words = lexicon(language);
  const title = titleOf(revision, words, random);
  const open = `<LocalizedProperties><Language>${language}</Language><Title>${title}</Title>`;
  if (revision.kind === 'category' || revision.kind === 'detectoid') {
    return `${open}<Description>${sentence(words, random, 6)}</Description></LocalizedProperties>`;
  }
  const number = String(revision.kind === 'update' ? revision.number : revision.parent.number);
  const notes = `<UninstallNotes>${pick(random, sharedOf(language)).slice(0, 90)}</UninstallNotes>`;
  return (
    `${open}<Description>${pick(random, sharedOf(language))} ${sentence(words, random, 12)}</Description>` +
    `${revision.kind === 'child' ? notes : ''}` +
    `<MoreInfoUrl>https://support.example.invalid/${language}/help/${number}</MoreInfoUrl><SupportUrl>https://support.example.invalid/${language}</SupportUrl></LocalizedProperties>`
  );
}
