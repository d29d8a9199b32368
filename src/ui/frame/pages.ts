/** Pages in the order of work. */
export const pages = [
  'home',
  'catalogs',
  'machines',
  'updates',
  'map',
  'review',
  'bundle',
  'journal',
  'settings',
] as const;
export type Page = (typeof pages)[number];

/** Second key of `g …`. */
export const pageKeys: Readonly<Record<Page, string>> = {
  home: 'h',
  catalogs: 'c',
  machines: 'm',
  updates: 'u',
  map: 'f',
  review: 'r',
  bundle: 'b',
  journal: 'j',
  settings: 's',
};
