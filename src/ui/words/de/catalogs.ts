import type { Words } from '../en/index.ts';

export const catalogs: Words['catalogs'] = {
  title: 'Kataloge',
};
