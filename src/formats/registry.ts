import type { CatalogFormat } from './format.ts';
import { msrcFormat } from './msrc/index.ts';
import { mssecureFormat } from './mssecure/index.ts';
import { sdpFormat } from './sdp/index.ts';
import { microsoftUpdateFormat } from './wsusscan/index.ts';

/** Every catalog format there is, asked in this order; adding one means a folder and a line here. */
export const catalogFormats: readonly CatalogFormat[] = [
  msrcFormat,
  sdpFormat,
  mssecureFormat,
  microsoftUpdateFormat,
];
