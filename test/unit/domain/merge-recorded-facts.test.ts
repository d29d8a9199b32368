import { describe, expect, it } from 'vitest';
import { factOf, mergeMachines, mergeRecordedFacts } from '../../../src/domain/index.ts';
import type { FactTable, InventoryReading } from '../../../src/domain/index.ts';
import { readingOf } from '../../support/read-inventory.ts';

const level = { kind: 'reg_value', view: 'native', key: 'SOFTWARE\\Acme', value: 'Level' } as const;
const known = (data: number) => ({ state: 'known', value: { type: 'REG_DWORD', data } });
const absent = { state: 'absent' };
const denied = { state: 'unavailable', reason: 'denied' };

interface Given {
  readonly result?: unknown;
  readonly at?: string;
  readonly complete?: readonly string[];
  readonly os?: Readonly<Record<string, unknown>>;
}

function reading(file: string, { result, at, complete = [], os }: Given): Promise<InventoryReading> {
  const machine = { name: 'PC1', ...(at && { collectedAt: at }), ...(os && { os }) };
  const facts = result === undefined ? [] : [{ ...level, result }];
  return readingOf(JSON.stringify({ format: 'patchferry-facts/1', machine, complete, facts }), file);
}

/** The machine of these files, given in both orders: the result may not depend on it. */
async function machineOf(...given: readonly Given[]) {
  const readings = await Promise.all(given.map((one, at) => reading(`${String(at)}.facts.json`, one)));
  const named = readings.map((one) => ({ reading: one, importedAt: 0, givenName: null }));
  const merged = mergeMachines(named, {}, () => true);
  expect(JSON.stringify(mergeMachines([...named].reverse(), {}, () => true))).toBe(JSON.stringify(merged));
  const [machine] = merged.machines;
  if (!machine) throw new Error('no machine');
  return { machine, warnings: merged.warnings };
}

function answer(table: FactTable | undefined) {
  const { state, value, reason } = factOf(table, level);
  return state === 'known' ? value : (reason ?? state);
}

describe('recorded facts of several files of one machine', () => {
  it('what one file could not find out says nothing against the other', async () => {
    expect(answer((await machineOf({ result: denied }, { result: known(5) })).machine.facts)).toMatchObject({
      data: 5,
    });
    expect(answer((await machineOf({ result: denied }, { result: absent })).machine.facts)).toBe('absent');
    expect(answer((await machineOf({ result: denied }, {})).machine.facts)).toBe('denied');
  });

  it('of two answers the later file is right, if both say when they were collected', async () => {
    const early = '2026-01-01T12:00:00Z';
    const late = '2026-01-01T12:30:00+00:00';
    const { machine, warnings } = await machineOf(
      { result: known(6), at: late },
      { result: known(5), at: early },
    );
    expect(answer(machine.facts)).toMatchObject({ data: 6 });
    expect(warnings).toEqual([]);
    const gone = await machineOf({ result: known(6), at: early }, { result: absent, at: late });
    expect(answer(gone.machine.facts)).toBe('absent');
  });

  it('without both times, or at the same time, the fact is unavailable and both files are named', async () => {
    for (const at of [undefined, '2026-01-01T12:00:00Z']) {
      const first = { result: known(6), at: '2026-01-01T12:00:00Z' };
      const { machine, warnings } = await machineOf(first, { result: known(5), ...(at && { at }) });
      expect(answer(machine.facts)).toBe('contradiction');
      expect(warnings).toMatchObject([
        { code: 'facts-contradict', details: { first: '0.facts.json', second: '1.facts.json' } },
      ]);
    }
  });

  it('a complete domain makes absent what no file lists', async () => {
    const complete = ['registry:SOFTWARE\\Acme'];
    expect(answer((await machineOf({ complete }, {})).machine.facts)).toBe('absent');
    expect(answer((await machineOf({ complete }, { result: known(5) })).machine.facts)).toMatchObject({
      data: 5,
    });
    expect(answer((await machineOf({ complete }, { result: denied })).machine.facts)).toBe('denied');
    expect(answer((await machineOf({ complete: ['registry:SOFTWARE\\Other'] })).machine.facts)).toBe(
      'not-collected',
    );
    expect(answer((await machineOf({ complete: ['registry:wow32'] })).machine.facts)).toBe('not-collected');
  });

  it('operating system facts also fill the ones that KB-style rules ask', async () => {
    const os = { version: '10.0.17763.5122', architecture: 'x64', productType: 1 };
    const { machine } = await machineOf({ os }, { result: known(5) });
    expect(machine.os).toMatchObject({
      version: { value: '10.0.17763' },
      ubr: { value: 5122 },
      role: { value: 'client' },
      architecture: { value: 'x64' },
    });
    expect(machine.incomplete).toEqual(['hotfix-list-missing']);
  });

  it('a machine without a facts file has no table', () => {
    expect(mergeRecordedFacts([{ file: 'a', collectedAt: null }])).toEqual({ table: null, warnings: [] });
  });
});
