import type { ScanRow } from './application.ts';

/** Every page as it stands without a choice. */
export const pages: Readonly<Record<string, string>> = {
  home: '/',
  catalogs: '/catalogs',
  machines: '/machines',
  'machines-missing-facts': '/machines?view=facts',
  updates: '/updates',
  map: '/map',
  review: '/review',
  bundle: '/bundle',
  journal: '/journal',
  settings: '/settings',
  'import-report': '/import',
  'not-found': '/nowhere',
};

/** Pages of one machine and one update, their tabs, and the explanation of the pair. */
export function detailPages(rows: readonly ScanRow[]): Readonly<Record<string, string>> {
  const row = rows.find(({ state, kb }) => state === 'Required' && kb);
  if (!row) throw new Error('nothing is Required anywhere');
  const machine = encodeURIComponent(row.machine.toLowerCase());
  const update = encodeURIComponent(row.update);
  const tabs = (page: string, of: string, names: readonly string[]) =>
    names.map((tab) => [`${page}-${tab}`, `${of}?tab=${tab}`] as const);
  return {
    ...Object.fromEntries(tabs('machine', `/machines/${machine}`, ['updates', 'facts', 'files', 'history'])),
    ...Object.fromEntries(
      tabs('update', `/updates/${update}`, ['machines', 'fixes', 'chain', 'products', 'issues', 'source']),
    ),
    explanation: `/machines/${machine}?why=${machine}%7C${update}`,
    'import-all': '/import?tab=all',
    'import-warnings': '/import?tab=warnings',
    'import-differences': '/import?tab=differences',
    'review-authorized': '/review?list=authorized',
  };
}
