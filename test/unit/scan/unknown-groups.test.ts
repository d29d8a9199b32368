import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../src/domain/index.ts';
import type { Machine } from '../../../src/domain/index.ts';
import { compileMsrc, createRowsEngine, decideUpdate, unknownGroups } from '../../../src/scan/index.ts';
import { missingFacts } from '../../../src/tasks/missing-facts.ts';
import { modelDeriver } from '../../../src/tasks/derive-model.ts';
import { practiceFiles } from '../../../src/tasks/practice/index.ts';
import { readBatch } from '../../../src/tasks/read-batch.ts';
import { standardFormats } from '../../../src/tasks/standard-formats.ts';
import { workspaceOfFiles } from '../../../src/tasks/workspace-of-files.ts';
import { hasData } from '../../support/data.ts';
import { realDocuments } from '../../support/real-files.ts';

const job = { signal: new AbortController().signal, report: () => undefined };

async function practice() {
  const read = await readBatch(practiceFiles(), standardFormats, job);
  if (!read.ok) throw new Error(read.error.code);
  const given = read.value.map((item) => ({ item, asCatalog: true, asInventory: true }));
  const { data } = workspaceOfFiles(given);
  return { data, model: await modelDeriver()(data) };
}

/** Practice machines each many times, no two lists alike. */
function fleetOf(machines: readonly Machine[], size: number): Machine[] {
  return Array.from({ length: size }, (_unused, index) => {
    const machine = machines[index % machines.length] as Machine;
    const { entries } = machine.hotfixes;
    const dropped = entries.length === 0 ? -1 : index % entries.length;
    const hotfixes = { ...machine.hotfixes, entries: entries.filter((_entry, at) => at !== dropped) };
    return { ...machine, id: `pc${String(index).padStart(5, '0')}`, hotfixes };
  });
}

describe('what Unknowns wait for', () => {
  it('is the same as pair by pair, for the practice site', async () => {
    const { model } = await practice();
    const { states } = await createRowsEngine().scan(model.catalog, model.machines);
    const pairwise = model.catalog.updates.flatMap((rules) =>
      model.machines.flatMap((machine, at) => {
        const { outcome } = decideUpdate(rules, machine);
        return outcome.state === 'Unknown' ? [{ machines: [at], blockers: outcome.blockers }] : [];
      }),
    );
    const facts = missingFacts(unknownGroups(model.catalog, model.machines, states));
    expect(facts.length).toBeGreaterThan(2);
    expect(facts).toEqual(missingFacts(pairwise));
  });

  it.skipIf(!hasData('msrc'))(
    'takes a part of the time of asking pair by pair, for 1,000 machines and the real documents',
    async () => {
      const { model } = await practice();
      const { catalog } = await compileMsrc(await realDocuments());
      const fleet = fleetOf(model.machines, 1000);
      const { states } = await createRowsEngine().scan(catalog, fleet);
      const before = process.cpuUsage();
      const facts = missingFacts(unknownGroups(catalog, fleet, states));
      const took = process.cpuUsage(before).user / 1000;
      const few = fleet.slice(0, 20);
      const asking = process.cpuUsage();
      for (const machine of few) for (const rules of catalog.updates) decideUpdate(rules, machine);
      const pairwise = (process.cpuUsage(asking).user / 1000) * (fleet.length / few.length);
      const unknown = countPairs(states).Unknown;
      console.info(
        `missing facts of ${unknown} unknown states: ${took.toFixed(0)} ms of ${pairwise.toFixed(0)} ms, ${facts.length} facts`,
      );
      expect(took).toBeLessThan(pairwise / 2);
      expect(unknown).toBeGreaterThan(10_000);
    },
  );
});
