import type { Update } from './catalog.ts';

/** What people call an update: its KB, else the catalog's own short name, else its id without the source. */
export function updateName({ kb, label, id }: Pick<Update, 'id' | 'kb' | 'label'>): string {
  return kb ?? label ?? nameOfId(id);
}

/** The catalog source of an update: what stands before the first colon of its id. */
export function sourceOfId(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** An id as lists show it where the update itself is not at hand: without its source. */
export function nameOfId(id: string): string {
  return id.replace(/^[a-z]+:/, '');
}
