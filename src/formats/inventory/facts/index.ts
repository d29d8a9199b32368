import type { InventoryFormat } from '../../format.ts';
import { readFacts, sniffFacts } from './read.ts';

/** Answers to single questions about one machine: what rules of vendors' catalogs ask for. */
export const factsFormat: InventoryFormat = {
  id: 'facts',
  title: 'Facts file',
  kind: 'inventory',
  sniff: sniffFacts,
  read: readFacts,
};

export { factsLimits } from './limits.ts';
export { factKinds } from './values.ts';
