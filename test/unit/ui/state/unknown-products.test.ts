import { expect, it } from 'vitest';
import type { Update } from '../../../../src/domain/index.ts';
import type { Snapshot } from '../../../../src/tasks/engine.ts';
import { productsInQuestion } from '../../../../src/ui/state/unknown-products.ts';
import { fakeUpdates } from '../../../support/fake-data.ts';

const model = fakeUpdates()[0] as Update;
const update = (id: string, ...names: string[]) => ({
  ...model,
  id,
  products: names.map((name) => ({ id: name, name, family: null })),
});
const snapshot = {
  updates: [
    update('one', 'SQL  Server 2019'),
    update('two', 'SQL Server 2019', 'SharePoint 2019'),
    update('mixed', 'SQL Server 2019', 'Windows Server 2019'),
    update('windows', 'Windows Server 2019'),
  ],
  missingFacts: [
    { kind: 'product-presence', subject: 'SQL Server 2019', machines: 3, states: 9 },
    { kind: 'channel-table', subject: 'SharePoint 2019', machines: 3, states: 9 },
    { kind: 'ubr', subject: '', machines: 1, states: 1 },
  ],
} as unknown as Snapshot;

it.each([
  ['one', 'SQL Server 2019'],
  ['two', 'SQL Server 2019'],
  ['mixed', null],
  ['windows', null],
  ['gone', null],
])('%s counts to %s', (id, product) => {
  expect(productsInQuestion(snapshot)(id)).toBe(product);
});
