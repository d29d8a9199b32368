import { updatesIn } from '../domain/index.ts';
import { counted } from './counted.ts';
import type { CatalogDocument, Update } from '../domain/index.ts';

type Named = Pick<Update, 'id' | 'kb' | 'kbNumber'>;

/** The update that was meant: by id with or without its source, by KB with or without its letters, in any case. */
export function updateMeant<T extends Named>(updates: readonly T[], typed: string): T | undefined {
  const wanted = typed.trim().toLowerCase();
  const kb = /^\d{6,7}$/.test(wanted) ? `kb${wanted}` : wanted;
  const exact = updates.find(({ id, kb: own }) => id.toLowerCase() === wanted || own?.toLowerCase() === kb);
  if (exact !== undefined || wanted === '') return exact;
  // The vendor's own id, without the source before it, where one update alone has it.
  const bare = updates.filter(({ id }) => id.slice(id.indexOf(':') + 1).toLowerCase() === wanted);
  return bare.length === 1 ? bare[0] : undefined;
}

const shown = 5;

/** Ids nearest to what was typed: those that contain it, else by the distance of KB numbers, else the first. */
export function nearestUpdates(updates: readonly Named[], typed: string): readonly string[] {
  const part = typed.trim().toLowerCase();
  const containing = updates.filter(({ id }) => id.toLowerCase().includes(part));
  if (containing.length > 0) return containing.slice(0, shown).map(({ id }) => id);
  const number = Number(/\d{5,8}/.exec(part)?.[0]);
  if (Number.isNaN(number)) return updates.slice(0, shown).map(({ id }) => id);
  return updates
    .flatMap(({ id, kbNumber }) => (kbNumber === null ? [] : [{ id, apart: Math.abs(kbNumber - number) }]))
    .sort((a, b) => a.apart - b.apart || (a.id < b.id ? -1 : 1))
    .slice(0, shown)
    .map(({ id }) => id);
}

const named = 12;

/** `2026-Jan (msrc, 27 updates), …`: what was searched. */
export function loadedCatalogs(documents: readonly CatalogDocument[]): string {
  const names = documents.map(
    (document) => `${document.id} (${document.source}, ${counted(updatesIn(document), 'update', 'updates')})`,
  );
  const more = names.length > named ? `, and ${names.length - named} more` : '';
  return `${names.slice(0, named).join(', ')}${more}`;
}
