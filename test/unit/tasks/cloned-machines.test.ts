import { describe, expect, it } from 'vitest';
import { readWorkspaceFile } from '../../../src/formats/workspace/index.ts';
import type { FileOutcome } from '../../../src/tasks/engine.ts';
import { workspaceOfFiles } from '../../../src/tasks/workspace-of-files.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import type { OpenedEngine } from '../../support/open-engine.ts';
import { readingOf } from '../../support/read-inventory.ts';
import { february, january, systeminfo } from '../../support/small-site.ts';

/** What `wmic qfe list brief` prints: it names no machine, so clones give the same bytes. */
const list = [
  'Description      FixComments  HotFixID   InstallDate  InstalledBy          InstalledOn  Name  ServicePackInEffect  Status',
  'Security Update               KB5000001               NT AUTHORITY\\SYSTEM  1/20/2026',
  '',
].join('\r\n');
const qfe = (name: string) => new File([list], name);
const clones = () => [qfe('PC1_qfe.txt'), qfe('PC2_qfe.txt')];

async function outcomes(opened: OpenedEngine, files: File[], names = {}): Promise<readonly FileOutcome[]> {
  const result = await opened.engine.importFiles(files, { names }, quiet);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.files;
}

/** Ids of the machines with the KBs of their lists. */
const lists = async ({ engine }: OpenedEngine) =>
  (await engine.snapshot()).machines.map(({ id, hotfixes }) => [
    id,
    hotfixes.entries.map((entry) => entry.kb),
  ]);

const both = [
  ['pc1', [5000001]],
  ['pc2', [5000001]],
];

async function withClones(indexedDb = profile()) {
  const opened = await openTestEngine({ indexedDb });
  const taken = await outcomes(opened, [
    january(),
    february(),
    systeminfo('PC1'),
    systeminfo('PC2'),
    ...clones(),
  ]);
  return { opened, taken };
}

describe('nameless files of cloned machines with the same bytes', () => {
  it('each belongs to its own machine, and another start finds both', async () => {
    const indexedDb = profile();
    const { opened, taken } = await withClones(indexedDb);
    expect(taken.slice(4)).toMatchObject([
      { outcome: 'imported', subject: 'PC1' },
      { outcome: 'imported', subject: 'PC2' },
    ]);
    expect(await lists(opened)).toEqual(both);
    opened.session.store.close();
    expect(await lists(await openTestEngine({ indexedDb }))).toEqual(both);
  });

  it('the same file again brings nothing new, also under another ending of its name', async () => {
    const { opened } = await withClones();
    const again = await outcomes(opened, [...clones(), qfe('pc2_hotfix.txt')]);
    expect(again).toMatchObject([
      { outcome: 'nothing-new', subject: 'PC1' },
      { outcome: 'nothing-new', subject: 'PC2' },
      { outcome: 'nothing-new', subject: 'PC2' },
    ]);
  });

  it('a list joined by its stem tells the real name of the machine', async () => {
    const opened = await openTestEngine();
    const named = new File([await systeminfo('PRESS-7').arrayBuffer()], 'hall4_systeminfo.txt');
    const taken = await outcomes(opened, [qfe('hall4_qfe.txt'), named]);
    expect(taken).toMatchObject([{ subject: 'PRESS-7' }, { subject: 'PRESS-7' }]);
  });

  it('names that the person gives keep them apart, also one file name for both', async () => {
    const opened = await openTestEngine();
    await outcomes(opened, [qfe('qfe.txt')], { 'qfe.txt': 'PC1' });
    expect(await outcomes(opened, [qfe('qfe.txt')], { 'qfe.txt': 'PC2' })).toMatchObject([
      { outcome: 'imported', subject: 'PC2' },
    ]);
    expect(await lists(opened)).toEqual(both);
    // Asked without a name it is known: nobody is asked again.
    expect(await outcomes(opened, [qfe('qfe.txt')])).toMatchObject([{ outcome: 'nothing-new' }]);
  });

  it('a name given later to a list that belonged to its stem replaces it', async () => {
    const { opened } = await withClones();
    await outcomes(opened, [qfe('PC2_qfe.txt')], { 'PC2_qfe.txt': 'PC3' });
    expect(await lists(opened)).toEqual([
      ['pc1', [5000001]],
      ['pc2', []],
      ['pc3', [5000001]],
    ]);
  });

  it('removing one leaves the other its list, and taking it back restores it', async () => {
    const { opened } = await withClones();
    await opened.engine.removeMachine('pc1');
    expect(await lists(opened)).toEqual(both.slice(1));
    await opened.engine.undo();
    expect(await lists(opened)).toEqual(both);
    await opened.engine.redo();
    expect(await lists(opened)).toEqual(both.slice(1));
    expect((await opened.session.store.load()).readings).toEqual(opened.session.data.readings);
  });

  it('a workspace file keeps both', async () => {
    const { opened } = await withClones();
    const file = await opened.engine.exportWorkspace(quiet);
    if (!file.ok) throw new Error(file.error.code);
    const read = await readWorkspaceFile(new File([file.value], 'w.patchferry'), {});
    expect(read.ok && read.value.contents.readings.length).toBe(4);
  });

  it('the command line takes both, and one file under two names once', async () => {
    const files = ['PC1_qfe.txt', 'PC2_qfe.txt', 'PC2_hotfix.txt'];
    const given = await Promise.all(
      files.map(async (file) => ({
        asCatalog: false,
        asInventory: true,
        item: { file, kind: 'inventory', format: 'qfe-table', reading: await readingOf(list, file) } as const,
      })),
    );
    const { data, nothingNew } = workspaceOfFiles(given);
    expect(data.readings.map(({ reading }) => reading.file)).toEqual(['PC1_qfe.txt', 'PC2_hotfix.txt']);
    expect(nothingNew).toEqual(['PC2_qfe.txt']);
  });
});
