import { describe, expect, it } from 'vitest';
import { matrixOfPlanes, readPlanes } from '../../../src/domain/index.ts';
import type { CompiledCatalog, Machine } from '../../../src/domain/index.ts';
import {
  changedUpdates,
  createReferenceEngine,
  decodeProgram,
  encodeProgram,
  rescanUpdates,
  scanBlocks,
} from '../../../src/scan/index.ts';
import { planBlocks } from '../../../src/scan/blocks/plan-blocks.ts';
import { compileProgram } from '../../../src/scan/program/write-program.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { randomCase } from '../../support/random-cases.ts';
import { randomMachine } from '../../support/random-machines.ts';
import { seeded } from '../../support/seeded.ts';

const module = await kernelModule();
const reference = createReferenceEngine();

/** Thirty updates of several random catalogs. */
function catalogOf(seed: number): CompiledCatalog {
  const updates = [0, 1, 2, 3, 4].flatMap((part) =>
    randomCase(seeded(seed + part)).catalog.updates.map((rules) => ({
      ...rules,
      update: `${String(part)}-${rules.update}`,
    })),
  );
  return { key: `catalog ${String(seed)}`, updates };
}

function fleetOf(seed: number, count: number): Machine[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => randomMachine(random, `m${String(i).padStart(4, '0')}`));
}

describe('planes of states', () => {
  it('say what the matrix of the reference says, whole and pair by pair', async () => {
    const catalog = catalogOf(1);
    const fleet = fleetOf(2, 300);
    const { states, scanned } = await scanBlocks(module, catalog, fleet);
    const expected = await reference.scan(catalog, fleet);
    expect(scanned).toBe(3);
    expect(matrixOfPlanes(states)).toEqual(expected);
    const reader = readPlanes(states);
    expect(reader.machines).toEqual(expected.machines);
    catalog.updates.forEach((_, update) => {
      const machine = expected.machines[17] ?? '';
      expect(reader.code(update, machine)).toBe(expected.codes[update * expected.machines.length + 17]);
    });
    expect(reader.code(0, 'nobody')).toBeNull();
  });

  it('SCN03 stopped scans give nothing', async () => {
    const stop = new AbortController();
    const scan = scanBlocks(module, catalogOf(1), fleetOf(2, 300), {
      onMachines: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(scan).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('incremental scans', () => {
  it('scan only blocks with changed, new or removed machines, with the result of a full scan', async () => {
    const catalog = catalogOf(3);
    const fleet = fleetOf(4, 500);
    const first = await scanBlocks(module, catalog, fleet);
    expect(first.scanned).toBe(4);
    const other = fleetOf(5, 500);
    const changedId = first.facts[1]?.machines[3] ?? '';
    const after = fleet
      .filter(({ id }) => id !== first.facts[2]?.machines[0])
      .map((machine) => (machine.id === changedId ? { ...(other[0] as Machine), id: changedId } : machine));
    const second = await scanBlocks(module, catalog, after, {
      previous: first,
      changed: new Set([changedId]),
    });
    expect(second.scanned).toBe(2);
    expect(matrixOfPlanes(second.states)).toEqual(await reference.scan(catalog, after));
    const more = [
      ...after,
      { ...(other[1] as Machine), id: 'new1' },
      { ...(other[2] as Machine), id: 'new2' },
    ];
    const third = await scanBlocks(module, catalog, more, { previous: second });
    expect(third.scanned).toBe(2);
    expect(matrixOfPlanes(third.states)).toEqual(
      matrixOfPlanes((await scanBlocks(module, catalog, more)).states),
    );
  });

  it('quantise anew for another catalog', async () => {
    const fleet = fleetOf(4, 150);
    const first = await scanBlocks(module, catalogOf(3), fleet);
    const second = await scanBlocks(module, catalogOf(6), fleet, { previous: first });
    expect(second.scanned).toBe(2);
    expect(matrixOfPlanes(second.states)).toEqual(await reference.scan(catalogOf(6), fleet));
  });

  it('scan only changed updates of a new edition, with the result of a full scan', async () => {
    const before = catalogOf(7);
    const replaced = catalogOf(8).updates[0];
    const updates = before.updates
      .slice(1)
      .map((rules, i) => (i % 9 === 0 ? { ...rules, parts: replaced?.parts ?? [] } : rules));
    const added = { ...(replaced ?? updates[0]), update: '9-new' } as (typeof updates)[number];
    const after: CompiledCatalog = { key: 'next', updates: [...updates, added] };
    const changed = changedUpdates(before, structuredClone(after));
    expect(changed.length).toBeGreaterThan(1);
    expect(changed.length).toBeLessThan(after.updates.length / 2);
    const fleet = fleetOf(9, 200);
    const { states } = await scanBlocks(module, before, fleet);
    const found = await rescanUpdates(module, { catalog: before, states }, after, [...fleet].reverse());
    expect(matrixOfPlanes(found)).toEqual(await reference.scan(after, fleet));
  });

  it('leave machines where they are and fill free slots first', () => {
    const fleet = fleetOf(10, 130);
    const first = planBlocks([], fleet, new Set());
    const removed = first[0]?.machines[5];
    const rest = fleet.filter(({ id }) => id !== removed);
    const second = planBlocks(first, rest, new Set());
    expect(second.map(({ changed }) => changed)).toEqual([true, false]);
    expect(second[0]?.machines[5]).toBe('');
    const third = planBlocks(second, [...rest, ...fleetOf(11, 1).map((m) => ({ ...m, id: 'z' }))], new Set());
    expect(third[0]?.machines[5]).toBe('z');
  });
});

describe('compiled catalogs as records', () => {
  it('come back equal, and decide the same', () => {
    const catalog = catalogOf(12);
    const program = compileProgram(catalog);
    const record = encodeProgram(program);
    expect(decodeProgram(record, catalog.key)).toEqual(program);
    expect(new Uint8Array(encodeProgram(compileProgram(structuredClone(catalog))))).toEqual(
      new Uint8Array(record),
    );
  });

  it('are refused when cut short, of another catalog or of another form', () => {
    const record = encodeProgram(compileProgram(catalogOf(12)));
    expect(decodeProgram(record, 'other')).toBeNull();
    expect(decodeProgram(record.slice(0, record.byteLength - 1), catalogOf(12).key)).toBeNull();
    expect(decodeProgram(new ArrayBuffer(5), catalogOf(12).key)).toBeNull();
    const older = record.slice(0);
    new Uint32Array(older, 0, 6)[1] = 0;
    expect(decodeProgram(older, catalogOf(12).key)).toBeNull();
  });
});

describe('results', () => {
  it('SCN02 do not depend on the order of updates', async () => {
    const catalog = catalogOf(13);
    const fleet = fleetOf(14, 40);
    const turned = { ...catalog, updates: [...catalog.updates].reverse() };
    const once = matrixOfPlanes((await scanBlocks(module, catalog, fleet)).states);
    const again = matrixOfPlanes((await scanBlocks(module, turned, fleet)).states);
    const width = fleet.length;
    catalog.updates.forEach((_, u) => {
      const other = catalog.updates.length - 1 - u;
      expect(again.codes.subarray(other * width, (other + 1) * width)).toEqual(
        once.codes.subarray(u * width, (u + 1) * width),
      );
    });
  });
});
