import { describe, expect, it } from 'vitest';
import type { CompiledCatalog, Machine } from '../../src/domain/index.ts';
import { createKernelEngine } from '../../src/scan/index.ts';
import type { FleetScan } from '../../src/scan/index.ts';
import { modelDeriver } from '../../src/tasks/derive-model.ts';
import { catalogOf, fleetOf, KeptRecords } from '../support/fleet-changes.ts';
import { kernelModule } from '../support/kernel-module.ts';
import { openTestEngine, quiet } from '../support/open-engine.ts';
import { randomCase } from '../support/random-cases.ts';
import { randomMachine } from '../support/random-machines.ts';
import { pick, seeded, whole } from '../support/seeded.ts';
import type { Random } from '../support/seeded.ts';
import { february, februaryRevised, january, systeminfo } from '../support/small-site.ts';
import { matrixOf } from '../support/state-matrix.ts';

const module = await kernelModule();
const newEngine = () => createKernelEngine(() => Promise.resolve(module));

interface Site {
  readonly catalog: CompiledCatalog;
  readonly fleet: readonly Machine[];
}

const names = [
  'add',
  'change',
  'revision',
  'remove',
  'edition',
  'editionAndMachines',
  'otherCatalog',
] as const;

const steps: Readonly<Record<(typeof names)[number], (site: Site, random: Random) => Site>> = {
  add: ({ catalog, fleet }, random) => {
    const added = Array.from({ length: 1 + whole(random, 40) }, (_, at) =>
      randomMachine(random, `n${String(whole(random, 1e6))}-${String(at)}`),
    );
    return { catalog, fleet: [...fleet, ...added] };
  },
  change: ({ catalog, fleet }, random) => {
    const ids = new Set(Array.from({ length: 1 + whole(random, 4) }, () => pick(random, fleet).id));
    const changed = fleet.map((machine) =>
      ids.has(machine.id) ? randomMachine(random, machine.id) : machine,
    );
    return { catalog, fleet: changed };
  },
  revision: ({ catalog, fleet }, random) => {
    const { id } = pick(random, fleet);
    const evidence = { file: '', sha256: '', line: null, text: '' };
    const ubr = { state: 'known', value: whole(random, 6000), evidence } as const;
    const set = fleet.map((machine) =>
      machine.id === id ? { ...machine, os: { ...machine.os, ubr } } : machine,
    );
    return { catalog, fleet: set };
  },
  remove: ({ catalog, fleet }, random) => {
    const from = whole(random, fleet.length);
    return { catalog, fleet: [...fleet.slice(0, from), ...fleet.slice(from + 1 + whole(random, 30))] };
  },
  edition: ({ catalog, fleet }, random) => {
    const { updates } = randomCase(random).catalog;
    const at = whole(random, catalog.updates.length);
    const revised = catalog.updates.map((rules, i) =>
      i >= at && i < at + 3 ? { ...rules, parts: updates[i % updates.length]?.parts ?? [] } : rules,
    );
    const fresh = { ...(updates[0] as (typeof updates)[number]), update: `6-${String(whole(random, 1e6))}` };
    const key = `edition ${String(random())}`;
    return { catalog: { key, updates: [...revised.filter((_rules, i) => i !== at - 1), fresh] }, fleet };
  },
  editionAndMachines: (site, random) => steps.edition(steps.change(site, random), random),
  otherCatalog: ({ fleet }, random) => ({ catalog: catalogOf(whole(random, 1e6)), fleet }),
};

describe('a scan that begins from the one before', () => {
  it('comes to what a full scan comes to, whatever sequence of changes led there', async () => {
    const seen = new Map<string, number>();
    let takenOver = 0;
    for (let run = 0; run < 12; run++) {
      const random = seeded(77_000 + run);
      const records = new KeptRecords();
      let engine = newEngine();
      let site: Site = { catalog: catalogOf(run * 10), fleet: fleetOf(run, 140 + whole(random, 160)) };
      let before: Site | null = null;
      let last: FleetScan = await engine.scan(site.catalog, site.fleet, { records });
      for (let step = 0; step < 8; step++) {
        const undone: boolean = before !== null && whole(random, 5) === 0;
        const name = pick(random, names);
        const next: Site = undone ? (before as Site) : steps[name](site, random);
        const said = undone ? 'undo' : name;
        seen.set(said, (seen.get(said) ?? 0) + 1);
        const known = new Set(site.fleet);
        const changed = next.fleet.filter((machine) => !known.has(machine)).map(({ id }) => id);
        const previous = { catalog: site.catalog, states: last.states, changed: new Set(changed) };
        // Now and then the program is started anew, and has only what was kept.
        if (whole(random, 4) === 0) engine = newEngine();
        const again = whole(random, 5) === 0;
        const scan = await engine.scan(next.catalog, next.fleet, {
          records,
          previous: { ...previous, again },
        });
        const full = await newEngine().scan(next.catalog, next.fleet);
        expect(matrixOf(scan.states), `run ${run}, step ${step}, ${said}`).toEqual(matrixOf(full.states));
        if (scan.decided < full.decided) takenOver += 1;
        [before, site, last] = [site, next, scan];
      }
    }
    for (const name of [...names, 'undo']) expect(seen.get(name) ?? 0, name).toBeGreaterThanOrEqual(4);
    expect(takenOver).toBeGreaterThan(30);
  }, 600_000);

  it('so does the engine, with real files: imports, revisions, machines removed, undone and done again', async () => {
    const { engine, session } = await openTestEngine({ scanEngine: newEngine() });
    const check = async (step: string): Promise<void> => {
      const model = await modelDeriver()(session.data);
      const { states } = await newEngine().scan(model.catalog, model.machines);
      const stored = session.data.states?.planes;
      expect(stored && matrixOf(stored), step).toEqual(matrixOf(states));
    };
    const name = (at: number) => `WS${String(at).padStart(3, '0')}`;
    const machines = Array.from({ length: 270 }, (_, at) =>
      systeminfo(name(at), at % 2 ? ['KB5000001'] : []),
    );
    await engine.importFiles([january(), ...machines], {}, quiet);
    await check('first import');
    const [kept] = session.data.states?.planes.blocks ?? [];
    const random = seeded(5);
    const acts: Record<string, () => Promise<unknown>> = {
      revision: () => engine.setUbr(name(whole(random, 270)).toLowerCase(), whole(random, 9000)),
      another: () => engine.importFiles([systeminfo(name(whole(random, 300)), ['KB5000002'])], {}, quiet),
      removed: () => engine.removeMachine(name(whole(random, 270)).toLowerCase()),
      undone: () => engine.undo(),
      again: () => engine.redo(),
      edition: () => engine.importFiles([february(), systeminfo('NEW1')], {}, quiet),
      revised: () => engine.importFiles([februaryRevised()], {}, quiet),
      scanned: () => engine.scan(quiet),
    };
    await engine.setUbr('ws269', 7);
    expect(session.data.states?.planes.blocks[0]).toBe(kept);
    for (let step = 0; step < 40; step++) {
      const [act, run] = pick(random, Object.entries(acts));
      await run();
      await check(`${step} ${act}`);
    }
  }, 600_000);
});
