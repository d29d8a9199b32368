import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRowsEngine, decideUpdate, unknownGroups } from '../../src/scan/index.ts';
import { catalogs, fleets } from '../support/random-catalogs.ts';

it('the facts Unknowns wait for are those that each pair alone names', async () => {
  const rows = createRowsEngine();
  let unknown = 0;
  let shared = 0;
  await fc.assert(
    fc.asyncProperty(catalogs, fleets, async (catalog, fleet) => {
      const { states } = await rows.scan(catalog, fleet);
      const machines = [...fleet].sort((a, b) => (a.id < b.id ? -1 : 1));
      const expected = new Map<string, unknown>();
      catalog.updates.forEach((rules, u) =>
        machines.forEach((machine, m) => {
          const { outcome } = decideUpdate(rules, machine);
          if (outcome.state === 'Unknown') expected.set(`${u} ${m}`, outcome.blockers);
        }),
      );
      const found = new Map<string, unknown>();
      for (const { update, machines: group, blockers } of unknownGroups(catalog, machines, states)) {
        shared += group.length - 1;
        for (const machine of group) {
          expect(found.has(`${update} ${machine}`)).toBe(false);
          found.set(`${update} ${machine}`, blockers);
        }
      }
      expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
      unknown += expected.size;
    }),
    { numRuns: 150, seed: 20_261_121 },
  );
  expect(unknown).toBeGreaterThan(1000);
  expect(shared).toBeGreaterThan(500);
});
