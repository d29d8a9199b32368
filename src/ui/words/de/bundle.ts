import type { Words } from '../en/index.ts';

export const bundle: Words['bundle'] = {
  title: 'Bündel',
};
