import { describe, expect, it } from 'vitest';
import { implausibleDates, mergeMachines, notCollected, valueOf } from '../../../src/domain/index.ts';
import type { InventoryReading, NamedReading, OsFacts } from '../../../src/domain/index.ts';

const known = <T>(value: T) => ({
  state: 'known' as const,
  value,
  evidence: { file: 'f', sha256: '', line: 1, text: '' },
});

function os(version: string, more: Partial<OsFacts> = {}): OsFacts {
  return {
    version: known(version),
    name: known('Microsoft Windows 10 Pro'),
    servicePack: known(0),
    architecture: known('x64'),
    role: known('client'),
    installation: notCollected,
    ubr: notCollected,
    edition: notCollected,
    ...more,
  };
}

interface Described {
  readonly name?: string | null;
  readonly build?: string | null;
  readonly kbs?: readonly number[] | null;
  readonly cut?: boolean;
  readonly given?: string;
  readonly stem?: string;
  readonly facts?: Partial<OsFacts>;
  readonly installation?: string;
  readonly date?: string;
}

/** A reading of a made-up file; the hash follows from the file name. */
function reading(file: string, described: Described = {}): NamedReading {
  const { name = null, build = '10.0.17763', kbs = [4487044], cut = false, given, date } = described;
  const entries = (kbs ?? []).map((kb, line) => {
    return { id: `KB${kb}`, kb, installedOn: date ?? null, file, line: line + 1 };
  });
  const content: InventoryReading = {
    format: build === null ? 'qfe-table' : 'systeminfo',
    file,
    sha256: file,
    bytes: 1,
    machineName: name,
    stem: described.stem ?? file.replace(/_(systeminfo|qfe).*$/, ''),
    os: build === null ? null : os(build, described.facts),
    hotfixes: kbs === null ? null : { completeness: cut ? 'cut' : 'complete', entries },
    collectedAt: null,
    warnings: [],
    ...(described.installation !== undefined && { installation: described.installation }),
  };
  return { reading: content, importedAt: 7, givenName: given ?? null };
}

const merge = (...readings: NamedReading[]) => mergeMachines(readings, {}, () => true);
const kbs = (merged: ReturnType<typeof merge>, at = 0) =>
  merged.machines[at]?.hotfixes.entries.map((entry) => entry.kb);

describe('machines of files', () => {
  it('same name, case ignored, and same build is one machine with united lists', () => {
    const merged = merge(
      reading('a_systeminfo', { name: 'LAPTOP', kbs: [1000002, 1000001], cut: true }),
      reading('b_systeminfo', { name: 'laptop', kbs: [1000003, 1000001] }),
    );
    expect(merged.machines).toMatchObject([
      {
        id: 'laptop',
        name: 'LAPTOP',
        hotfixes: { completeness: 'complete' },
        history: [],
        incomplete: ['ubr-missing'],
      },
    ]);
    expect(kbs(merged)).toEqual([1000001, 1000002, 1000003]);
    expect(merged.machines[0]?.hotfixes.entries[0]?.file).toBe('a_systeminfo');
    expect(merged.warnings).toEqual([]);
  });

  it('two cut lists stay cut, no list is missing', () => {
    const cut = merge(reading('a', { name: 'A', cut: true }), reading('b', { name: 'A', cut: true }));
    expect(cut.machines[0]).toMatchObject({ hotfixes: { completeness: 'cut' } });
    expect(cut.machines[0]?.incomplete).toContain('hotfix-list-cut');
    const none = merge(reading('a', { name: 'A', kbs: null }));
    expect(none.machines[0]?.incomplete).toContain('hotfix-list-missing');
  });

  it('the higher build is the machine, the rest is history, and a warning says so', () => {
    const merged = merge(
      reading('a_systeminfo', { name: 'PC', build: '10.0.19043', kbs: [1000001] }),
      reading('b_systeminfo', { name: 'PC', build: '10.0.19045', kbs: [1000002] }),
      reading('c_systeminfo', { name: 'PC', build: '6.1.7601', kbs: [1000003] }),
    );
    expect(merged.machines).toHaveLength(1);
    expect(kbs(merged)).toEqual([1000002]);
    expect(merged.machines[0]?.files.map((file) => file.name)).toEqual(['b_systeminfo']);
    expect(merged.machines[0]?.history.map((file) => file.name)).toEqual(['a_systeminfo', 'c_systeminfo']);
    expect(merged.warnings).toEqual([
      {
        code: 'two-builds-one-name',
        file: 'b_systeminfo',
        details: { machine: 'PC', used: '10.0.19045', builds: '10.0.19045, 10.0.19043, 6.1.7601' },
      },
    ]);
  });

  it('9600 is below 17763 although it is the longer text', () => {
    const merged = merge(
      reading('a_systeminfo', { name: 'PC', build: '6.3.9600' }),
      reading('b_systeminfo', { name: 'PC', build: '10.0.10240' }),
    );
    expect(merged.machines[0] && valueOf(merged.machines[0].os.version)).toBe('10.0.10240');
  });

  it('a nameless file belongs to the file of the same stem', () => {
    const merged = merge(
      reading('werk_qfe.txt', { build: null, kbs: [1000002] }),
      reading('WERK_systeminfo.txt', { name: 'WERK-07', kbs: [1000001] }),
    );
    expect(merged.machines.map((machine) => machine.name)).toEqual(['WERK-07']);
    expect(kbs(merged)).toEqual([1000001, 1000002]);
  });

  it('without such a file the given name counts, else the stem', () => {
    const given = merge(reading('x_qfe.txt', { build: null, given: 'PUMP-1' }));
    expect(given.machines).toMatchObject([{ id: 'pump-1', name: 'PUMP-1' }]);
    const stem = merge(reading('x_systeminfo.txt'), reading('x_qfe.txt', { build: null }));
    expect(stem.machines).toMatchObject([{ id: 'x', name: 'x' }]);
  });

  it('a stem with two names belongs to neither', () => {
    const merged = merge(
      reading('x_systeminfo1', { name: 'A', stem: 'x' }),
      reading('x_systeminfo2', { name: 'B', stem: 'x' }),
      reading('x_qfe', { build: null, stem: 'x' }),
    );
    expect(merged.machines.map((machine) => machine.id)).toEqual(['a', 'b', 'x']);
  });

  it('a hotfix list joins the build of its stem, else the highest', () => {
    const merged = merge(
      reading('old_systeminfo', { name: 'PC', build: '6.0.6000', kbs: [] }),
      reading('new_systeminfo', { name: 'PC', build: '6.0.6002', kbs: [] }),
      reading('old_qfe', { name: 'PC', build: null, kbs: [1000001] }),
      reading('other_qfe', { name: 'PC', build: null, kbs: [1000002] }),
    );
    expect(kbs(merged)).toEqual([1000002]);
    expect(merged.machines[0]?.history.map((file) => file.name)).toEqual(['old_qfe', 'old_systeminfo']);
  });

  it('a machine without operating system facts stays one and says so', () => {
    const merged = merge(reading('x_qfe', { name: 'XP3', build: null }));
    expect(merged.machines).toMatchObject([{ name: 'XP3', incomplete: ['os-facts-missing'] }]);
  });

  it('a build that is not known is named, a revision counts for 10.0 only', () => {
    const merged = mergeMachines(
      [reading('a', { name: 'A', build: '10.0.99999' }), reading('b', { name: 'B', build: '6.1.7601' })],
      { a: 7 },
      (version) => version === '6.1.7601',
    );
    expect(merged.machines.map((machine) => machine.incomplete)).toEqual([['build-not-known'], []]);
    expect(merged.machines[0]?.os.ubr).toMatchObject({ state: 'known', value: 7 });
  });

  it('files that contradict each other leave the fact unavailable', () => {
    const merged = merge(
      reading('a', { name: 'A' }),
      reading('b', { name: 'A', facts: { architecture: known('x86') } }),
    );
    expect(merged.machines[0]?.os.architecture).toEqual({ state: 'unavailable', reason: 'not-understood' });
  });

  it('INV04 a renamed machine is pointed out, two machines of one name are not', () => {
    const merged = merge(
      reading('a', { name: 'OLD', installation: 'id time' }),
      reading('b', { name: 'NEW', installation: 'id time' }),
      reading('c', { name: 'NEW', installation: 'id time' }),
      reading('d', { name: 'ELSE', installation: 'id other' }),
    );
    expect(merged.warnings).toEqual([
      { code: 'may-be-renamed', file: 'a', details: { machines: 'NEW, OLD', count: 2 } },
    ]);
  });

  it('INV04 copies of one image are one group and one warning, also through a common third', () => {
    const clone = (name: string, installation: string) => reading(name, { name, installation });
    const merged = merge(
      ...['C1', 'C2', 'C3', 'C4'].map((name) => clone(name, 'image')),
      clone('D1', 'other'),
      reading('D2', { name: 'D2', installation: 'third' }),
      reading('D2b', { name: 'D2', installation: 'other' }),
      reading('D3', { name: 'D3', installation: 'third' }),
    );
    expect(merged.sameInstallation).toEqual([
      ['c1', 'c2', 'c3', 'c4'],
      ['d1', 'd2', 'd3'],
    ]);
    expect(merged.warnings.map(({ code, details }) => [code, details['machines'], details['count']])).toEqual(
      [
        ['may-be-renamed', 'C1, C2, C3, C4', 4],
        ['may-be-renamed', 'D1, D2, D3', 3],
      ],
    );
  });

  it('INV05 dates of a wrong clock are flagged, the reading is used all the same', () => {
    const now = Date.UTC(2026, 1, 20);
    const ahead = reading('a', { name: 'A', date: '2035-01-01' });
    expect(implausibleDates(ahead.reading, now)).toEqual([
      { code: 'clock-implausible', file: 'a', details: { date: '2035-01-01', dates: 1 } },
    ]);
    expect(implausibleDates(reading('b', { date: '1980-01-01' }).reading, now)).toHaveLength(1);
    expect(implausibleDates(reading('c', { date: '2026-02-21' }).reading, now)).toEqual([]);
    const merged = merge(ahead);
    expect(kbs(merged)).toEqual([4487044]);
    expect(merged.machines[0]?.files).toMatchObject([{ collectedAt: null }]);
  });

  it('the result is the same in any order', () => {
    const all = [
      reading('a_systeminfo', { name: 'PC', build: '10.0.19043' }),
      reading('b_systeminfo', { name: 'pc', build: '10.0.19045', kbs: [1000001, 1000002] }),
      reading('b_qfe', { build: null, kbs: [1000002, 1000003], date: '2020-01-01' }),
      reading('c_qfe', { build: null }),
      reading('d_systeminfo', { name: 'D', installation: 'i' }),
      reading('e_systeminfo', { name: 'E', installation: 'i' }),
    ];
    const first = JSON.stringify(merge(...all));
    for (let turn = 1; turn < all.length; turn += 1) {
      const turned = [...all.slice(turn), ...all.slice(0, turn)];
      expect(JSON.stringify(merge(...turned))).toBe(first);
      expect(JSON.stringify(merge(...turned.reverse()))).toBe(first);
    }
  });
});
