import { describe, expect, it } from 'vitest';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { february, january } from '../../support/small-site.ts';
import { systeminfoText } from '../../support/systeminfo-text.ts';

/** Product id and installation time of the made-up text are the same for every name. */
function systeminfo(host: string, hotfixes: readonly string[], installed?: string): File {
  const version = '10.0.17763 N/A Build 17763';
  const text = systeminfoText({ host, version, hotfixes, ...(installed ? { installed } : {}) });
  return new File([text], `${host}_systeminfo.txt`);
}

const list = 'HotFixID   InstalledOn\r\nKB5000002  2/12/2026\r\n';

async function renamed(indexedDb = profile()) {
  const opened = await openTestEngine({ indexedDb });
  const result = await opened.engine.importFiles(
    [
      january(),
      february(),
      systeminfo('OLD', ['KB5000001']),
      systeminfo('NEW', ['KB5000001']),
      systeminfo('ELSE', [], '4/5/2022, 6:07:08 AM'),
      new File([list], 'OLD_qfe.txt'),
    ],
    {},
    quiet,
  );
  if (!result.ok) throw new Error(result.error.code);
  return opened;
}

type Opened = Awaited<ReturnType<typeof renamed>>;

const machines = async ({ engine }: Opened) =>
  (await engine.snapshot()).machines.map(({ id, name, files }) => [id, name, files.map((file) => file.name)]);

const apart = [
  ['else', 'ELSE', ['ELSE_systeminfo.txt']],
  ['new', 'NEW', ['NEW_systeminfo.txt']],
  ['old', 'OLD', ['OLD_qfe.txt', 'OLD_systeminfo.txt']],
];
const together = [
  ['else', 'ELSE', ['ELSE_systeminfo.txt']],
  ['new', 'NEW', ['NEW_systeminfo.txt', 'OLD_qfe.txt', 'OLD_systeminfo.txt']],
];

/** States of a machine by update. */
const states = async ({ engine }: Opened, machine: string) =>
  (await engine.rows({ machine })).map(({ update, state }) => [update, state]);

it('INV04 the import report tells copies once, with the import that brought them', async () => {
  const { engine } = await openTestEngine();
  const told = async (files: readonly File[]) => {
    const result = await engine.importFiles(files, {}, quiet);
    if (!result.ok) throw new Error(result.error.code);
    return result.value.warnings
      .filter(({ code }) => code === 'may-be-renamed')
      .map(({ details }) => details);
  };
  expect(await told([systeminfo('C1', [])])).toEqual([]);
  const more = ['C2', 'C3', 'C4'].map((name) => systeminfo(name, []));
  expect(await told([january(), ...more])).toEqual([{ machines: 'C1, C2, C3, C4', count: 4 }]);
  expect(await told([february()])).toEqual([]);
});

describe('linkMachines', () => {
  it('INV04 renamed machine -> link offered: the snapshot names the pair, and a link makes them one', async () => {
    const opened = await renamed();
    expect(await machines(opened)).toEqual(apart);
    expect((await opened.engine.snapshot()).sameInstallation).toEqual([['new', 'old']]);
    expect((await states(opened, 'new'))[1]).toEqual(['msrc:KB5000002', 'Required']);

    expect((await opened.engine.linkMachines('old', 'new')).ok).toBe(true);
    expect(await machines(opened)).toEqual(together);
    expect((await opened.engine.snapshot()).sameInstallation).toEqual([]);
    // The list that came under the old name now counts, and the scan followed.
    expect((await states(opened, 'new'))[1]).toEqual(['msrc:KB5000002', 'Installed']);
    const { entries } = await opened.engine.journal(1, 100);
    expect(entries.slice(-2)).toMatchObject([
      { act: 'machines-linked', details: { from: 'OLD', to: 'NEW', files: 2 } },
      { act: 'scanned', details: { machines: 2 } },
    ]);
  });

  it('is taken back, done again, and found by another start', async () => {
    const indexedDb = profile();
    const opened = await renamed(indexedDb);
    await opened.engine.setUbr('old', 5100);
    const before = opened.session.data;
    await opened.engine.linkMachines('old', 'new');
    expect(opened.session.data.ubr).toEqual({});
    expect((await opened.engine.snapshot()).undo).toEqual({ label: 'machines-linked', count: 1 });
    await opened.engine.undo();
    expect(opened.session.data.readings).toEqual(before.readings);
    expect(opened.session.data.ubr).toEqual({ old: 5100 });
    expect(await machines(opened)).toEqual(apart);
    await opened.engine.redo();
    expect(await machines(opened)).toEqual(together);
    opened.session.store.close();
    expect(await machines({ ...opened, ...(await openTestEngine({ indexedDb })) })).toEqual(together);
  });

  it('a nameless list that both had stays once, and undo gives each its own again', async () => {
    const opened = await renamed();
    const twin = new File([list], 'twin.txt');
    await opened.engine.importFiles([twin], { names: { 'twin.txt': 'NEW' } }, quiet);
    const before = opened.session.data.readings;
    await opened.engine.linkMachines('old', 'new');
    const readings = opened.session.data.readings;
    expect(readings).toHaveLength(before.length - 1);
    expect((await opened.session.store.load()).readings).toEqual(readings);
    await opened.engine.undo();
    expect(opened.session.data.readings).toEqual(before);
    expect((await opened.session.store.load()).readings).toEqual(before);
  });

  it('a linked file that comes again brings nothing new, under the name of the machine', async () => {
    const opened = await renamed();
    await opened.engine.linkMachines('old', 'new');
    const again = [systeminfo('OLD', ['KB5000001']), new File([list], 'OLD_qfe.txt')];
    expect(await opened.engine.importFiles(again, {}, quiet)).toMatchObject({
      value: {
        files: [
          { outcome: 'nothing-new', subject: 'NEW' },
          { outcome: 'nothing-new', subject: 'NEW' },
        ],
      },
    });
    expect(await machines(opened)).toEqual(together);
  });

  it('ids that no machine has, and a machine with itself, change nothing', async () => {
    const opened = await renamed();
    const { version } = await opened.engine.snapshot();
    for (const [from, to] of [
      ['old', 'gone'],
      ['gone', 'new'],
      ['new', 'new'],
    ] as const) {
      expect((await opened.engine.linkMachines(from, to)).ok).toBe(true);
    }
    expect((await opened.engine.snapshot()).version).toBe(version);
  });
});
