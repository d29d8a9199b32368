import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuildKnown, mergeMachines } from '../../../../src/domain/index.ts';
import type { InventoryReading } from '../../../../src/domain/index.ts';
import { dataFolder, hasData } from '../../../support/data.ts';
import { formatOfFile, inventoryRefusal, readingOf } from '../../../support/read-inventory.ts';
import { realInventories } from '../../../support/real-files.ts';

const id = '0a000000-0000-4000-8000-000000000001';
const search = (...updates: object[]) => JSON.stringify({ task: 'search_result', result: { updates } });
const update = { id, revision_number: 2, title: 'A', kb: ['KB5001234'], is_installed: false };

describe('Windows Update results', () => {
  it('are read in each form a search has', async () => {
    for (const line of [
      search(update),
      JSON.stringify({ search_result: { updates: [update] } }),
      JSON.stringify({ updates: [update] }),
    ]) {
      const { reported, os, hotfixes, facts } = await readingOf(line, 'a.txt');
      expect(reported?.entries).toMatchObject([
        { updateId: id, revision: 2, kbs: [5001234], state: 'required' },
      ]);
      expect({ os, hotfixes, facts }).toEqual({ os: null, hotfixes: null, facts: undefined });
    }
  });

  it('keep the code of a failed installation, and do not call an unverified one installed', async () => {
    const act = (code: number, hresult: number) =>
      JSON.stringify({ task: 'install_result', result: { info: [{ id, result_code: code, hresult }] } });
    const failed = await readingOf(`${search(update)}\n${act(4, -2147023293)}\n`, 'a.txt');
    expect(failed.reported?.entries[0]).toMatchObject({
      state: 'required',
      original: 'IsInstalled=false; Installation ResultCode=4 HResult=0x80070643',
    });
    const unverified = await readingOf(`${search(update)}\n${act(2, 0)}\n`, 'a.txt');
    expect(unverified.reported?.entries[0]?.state).toBe('required');
    const verified = await readingOf(`${search(update)}\n${act(2, 0)}\n${search()}\n`, 'a.txt');
    expect(verified.reported?.entries[0]?.state).toBe('installed');
  });

  it('a cut last line is told, a broken line before it refuses the file by its number', async () => {
    const cut = await readingOf(`${search(update)}\n${search(update).slice(0, 60)}`, 'a.txt');
    expect(cut.reported?.entries).toHaveLength(1);
    expect(cut.warnings.map(({ code }) => code)).toEqual(['list-cut']);
    const broken = await inventoryRefusal(`${search(update)}\n{"x":\n${search()}\n`, 'a.txt');
    expect(broken).toMatchObject({ code: 'not-well-formed', file: 'a.txt', place: 'line 2' });
    expect(await inventoryRefusal(search(update).slice(0, 60), 'a.txt')).toMatchObject({ code: 'cut-off' });
  });

  it('an update without id, or one that plays with object names, is counted and left out', async () => {
    const text = `{"updates":[{"title":"x","is_installed":false},{"__proto__":{"id":"${id}"}},${JSON.stringify(update)}]}`;
    const reading = await readingOf(text, 'a.txt');
    expect(reading.reported?.entries).toHaveLength(1);
    expect(reading.warnings).toMatchObject([{ code: 'facts-not-known', details: { count: 2 } }]);
  });

  it('more verdicts than any machine has are refused by name', async () => {
    const lines = Array.from({ length: 20_001 }, (_, at) => `KB5${String(at).padStart(6, '0')}: T`);
    expect(await inventoryRefusal(lines.join('\n'), 'a.txt')).toMatchObject({
      code: 'limit-exceeded',
      details: { limit: 'verdicts' },
    });
  });
});

describe('lists of missing updates', () => {
  it('tell lines of another form instead of guessing', async () => {
    const lines = Array.from({ length: 4000 }, () => 'KB5001234: Practice Update for Windows');
    const { reported, warnings } = await readingOf([...lines, 'and more'].join('\r\n'), 'a.txt');
    expect(reported?.entries).toHaveLength(4000);
    expect(warnings).toMatchObject([{ code: 'list-cut', details: { read: 4000 } }]);
  });

  it('follow the stem rule: the words of the tool at the end of the name do not count', async () => {
    const stem = async (name: string) => (await readingOf('KB5001234: T\r\n', name)).stem;
    expect(await stem('PC-1_updates.txt')).toBe('PC-1');
    expect(await stem('PC-1_updates_optional.txt')).toBe('PC-1');
    expect(await stem('win_updates_full_run.txt')).toBe('win_updates_full_run');
  });

  it.each(['hello', 'KB5001234 without a colon', ''])('%j is none', async (text) => {
    expect((await formatOfFile(new File([text], 'a.txt')))?.id).not.toBe('wua-text');
  });
});

const folders = ['wua-missing-text', 'wua-results-jsonl'];

describe.skipIf(!hasData('inventory'))('real Windows Update results', () => {
  const files = folders.flatMap((folder) => {
    const path = join(dataFolder, 'inventory', folder);
    return hasData('inventory', folder) ? readdirSync(path).map((name) => join(path, name)) : [];
  });
  const read = async (path: string): Promise<InventoryReading> =>
    readingOf(readFileSync(path), path.slice(path.lastIndexOf('/') + 1));

  it('every line of the text lists is a verdict', async () => {
    for (const path of files.filter((file) => file.includes('wua-missing-text'))) {
      const lines = readFileSync(path, 'latin1').match(/^KB\d+/gm) ?? [];
      const { reported, warnings } = await read(path);
      expect(reported?.entries.map(({ kbs }) => `KB${String(kbs[0])}`)).toEqual(lines);
      expect(warnings).toEqual([]);
    }
  });

  it('runs with ids give the states that reading their lines by hand gives', async () => {
    const counted = new Map<string, unknown>();
    for (const path of files.filter((file) => file.includes('wua-results-jsonl'))) {
      const { reported, warnings } = await read(path);
      const states = (reported?.entries ?? []).map(({ state }) => state);
      counted.set(path.slice(path.lastIndexOf('win_updates_')), {
        required: states.filter((state) => state === 'required').length,
        installed: states.filter((state) => state === 'installed').length,
      });
      expect(warnings).toEqual([]);
      for (const entry of reported?.entries ?? []) expect(entry.revision).toBeGreaterThan(0);
    }
    expect(Object.fromEntries(counted)).toEqual({
      // One search of six; what was installed after it is not verified by another search.
      'win_updates_failed_install.txt': { required: 6, installed: 0 },
      // Six, then two others, then none: all of them were installed in between.
      'win_updates_full_run.txt': { required: 0, installed: 8 },
      'win_updates_install_no_reboot.txt': { required: 6, installed: 0 },
      // The sixth of the first search is not in the second and nothing installed it.
      'win_updates_install_reboot_req.txt': { required: 0, installed: 5 },
    });
  });

  it('joins the machine of the same stem and changes nothing of it', async () => {
    const stem = '10_1809_x64_education_en-us_20190306';
    const own = await Promise.all(
      realInventories()
        .filter((path) => path.includes(stem))
        .map(read),
    );
    const theirs = await Promise.all(files.filter((path) => path.includes(stem)).map(read));
    const merged = (readings: readonly InventoryReading[]) =>
      mergeMachines(
        readings.map((reading) => ({ reading, importedAt: 0, givenName: null })),
        {},
        isBuildKnown,
      ).machines;
    const [before, after] = [merged(own), merged([...own, ...theirs])];
    expect(theirs).toHaveLength(1);
    expect(after).toHaveLength(1);
    expect({ ...after[0], files: [] }).toEqual({ ...before[0], files: [] });
  });
});
