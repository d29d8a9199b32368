import { describe, expect, it } from 'vitest';
import { readPlanes } from '../../../src/domain/index.ts';
import type { CompiledCatalog, Machine } from '../../../src/domain/index.ts';
import { createKernelEngine, createReferenceEngine } from '../../../src/scan/index.ts';
import { planBlocks } from '../../../src/scan/blocks/plan-blocks.ts';
import { changedUpdates } from '../../../src/scan/blocks/changed-updates.ts';
import { decodeProgram, encodeProgram } from '../../../src/scan/program/program-record.ts';
import { compileProgram } from '../../../src/scan/program/write-program.ts';
import { kernelModule } from '../../support/kernel-module.ts';
import { catalogOf, fleetOf, KeptRecords } from '../../support/fleet-changes.ts';
import { matrixOf, withMatrix } from '../../support/state-matrix.ts';

const kernel = createKernelEngine(() => kernelModule());
const reference = withMatrix(createReferenceEngine());
const nothing: ReadonlySet<string> = new Set();

describe('planes of states', () => {
  it('say what the reference says, whole, pair by pair and by state', async () => {
    const catalog = catalogOf(1);
    const fleet = fleetOf(2, 300);
    const { states, decided } = await kernel.scan(catalog, fleet);
    const expected = await reference.scan(catalog, fleet);
    expect(decided).toBe(3);
    expect(matrixOf(states)).toEqual(expected);
    const reader = readPlanes(states);
    expect(reader.machines).toEqual(expected.machines);
    catalog.updates.forEach(({ update: id }, update) => {
      expect(reader.indexOf(id)).toBe(update);
      const column = expected.codes.subarray(update * 300, (update + 1) * 300);
      ([0, 1, 2, 3] as const).forEach((code) => {
        const plane = reader.having(update, code);
        const set = reader.positions.filter((_at, place) => ((plane[place >>> 5] ?? 0) >>> (place & 31)) & 1);
        expect([...set].sort((a, b) => a - b)).toEqual(
          [...column.keys()].filter((position) => column[position] === code),
        );
      });
    });
    expect(reader.positionOf('nobody')).toBe(-1);
    expect(() => reader.codesOf('nobody')).toThrow(RangeError);
  });

  it('SCN03 stopped scans give nothing', async () => {
    const stop = new AbortController();
    const scan = kernel.scan(catalogOf(1), fleetOf(2, 300), {
      onMachines: () => stop.abort(),
      signal: stop.signal,
    });
    await expect(scan).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('incremental scans', () => {
  it('decide only blocks with changed, new or removed machines, and read only those machines', async () => {
    const catalog = catalogOf(3);
    const fleet = fleetOf(4, 500);
    const records = new KeptRecords();
    const first = await kernel.scan(catalog, fleet, { records });
    expect(first.decided).toBe(4);
    const other = fleetOf(5, 500);
    const changedId = first.states.blocks[1]?.machines[3] ?? '';
    const gone = first.states.blocks[2]?.machines[0];
    const after = fleet
      .filter(({ id }) => id !== gone)
      .map((machine) => (machine.id === changedId ? { ...(other[0] as Machine), id: changedId } : machine));
    const previous = { catalog, states: first.states, changed: new Set([changedId]) };
    const second = await kernel.scan(catalog, after, { records, previous });
    expect(second.decided).toBe(2);
    expect(records.factsRead).toBe(2);
    expect(second.states.blocks[0]).toBe(first.states.blocks[0]);
    expect(matrixOf(second.states)).toEqual(await reference.scan(catalog, after));
    const more = [
      ...after,
      { ...(other[1] as Machine), id: 'new1' },
      { ...(other[2] as Machine), id: 'new2' },
    ];
    const third = await kernel.scan(catalog, more, {
      records,
      previous: { catalog, states: second.states, changed: nothing },
    });
    expect(third.decided).toBe(2);
    expect(matrixOf(third.states)).toEqual(await reference.scan(catalog, more));
  });

  it('asked again, decide every block from the facts that were kept, and keep what came out the same', async () => {
    const catalog = catalogOf(3);
    const fleet = fleetOf(4, 300);
    const records = new KeptRecords();
    const first = await kernel.scan(catalog, fleet, { records });
    // Other machines of the same names, which nobody says are others: that no machine is read shows in the states.
    const unread = fleetOf(5, 300);
    const another = createKernelEngine(() => kernelModule());
    const previous = { catalog, states: first.states, changed: nothing, again: true };
    const again = await another.scan(catalog, unread, { records, previous });
    expect(again.decided).toBe(3);
    expect(records.programsCompiled).toBe(1);
    again.states.blocks.forEach((block, at) => expect(block).toBe(first.states.blocks[at]));
  });

  it('quantise anew for another catalog', async () => {
    const fleet = fleetOf(4, 150);
    const records = new KeptRecords();
    const first = await kernel.scan(catalogOf(3), fleet, { records });
    const previous = { catalog: catalogOf(3), states: first.states, changed: nothing };
    const second = await kernel.scan(catalogOf(6), fleet, { records, previous });
    expect(second.decided).toBe(2);
    expect(matrixOf(second.states)).toEqual(await reference.scan(catalogOf(6), fleet));
  });

  it('decide only changed updates of a new edition, with the result of a full scan', async () => {
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
    const { states } = await kernel.scan(before, fleet);
    const moved = { ...(fleetOf(10, 1)[0] as Machine), id: fleet[5]?.id ?? '' };
    const next = [...fleet].reverse().map((machine) => (machine.id === moved.id ? moved : machine));
    const previous = { catalog: before, states, changed: new Set([moved.id]) };
    const found = await kernel.scan(after, next, { previous });
    expect(found.decided).toBe(1);
    expect(matrixOf(found.states)).toEqual(await reference.scan(after, next));
  });

  it('leave machines where they are and fill free slots first', () => {
    const fleet = fleetOf(10, 130);
    const first = planBlocks([], fleet, nothing);
    const removed = first[0]?.machines[5];
    const rest = fleet.filter(({ id }) => id !== removed);
    const second = planBlocks(first, rest, nothing);
    expect(second.map(({ changed, touched }) => [changed, touched])).toEqual([
      [true, [5]],
      [false, []],
    ]);
    expect(second[0]?.machines[5]).toBe('');
    const third = planBlocks(second, [...rest, ...fleetOf(11, 1).map((m) => ({ ...m, id: 'z' }))], nothing);
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
    const once = matrixOf((await kernel.scan(catalog, fleet)).states);
    const again = matrixOf((await kernel.scan(turned, fleet)).states);
    const width = fleet.length;
    catalog.updates.forEach((_, u) => {
      const other = catalog.updates.length - 1 - u;
      expect(again.codes.subarray(other * width, (other + 1) * width)).toEqual(
        once.codes.subarray(u * width, (u + 1) * width),
      );
    });
  });
});
