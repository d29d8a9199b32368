import type { Update } from './catalog.ts';

type Related = Pick<Update, 'supersedes' | 'supersededBy' | 'relations'>;

const idOfKb = (kb: number): string => `msrc:KB${kb}`;

/** Ids of the updates that this one replaces, whatever its source. */
export function supersededIds({ relations, supersedes }: Related): readonly string[] {
  return relations?.supersedes ?? supersedes.map(idOfKb);
}

/** Ids of the updates that replace this one, whatever its source. */
export function supersedingIds({ relations, supersededBy }: Related): readonly string[] {
  return relations?.supersededBy ?? supersededBy.map(idOfKb);
}
