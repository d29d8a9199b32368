import { describe, expect, it } from 'vitest';
import { compileCatalogs } from '../../../src/scan/index.ts';
import { always, leaf, never } from '../../../src/scan/rules.ts';
import { withCatalogFiles } from '../../../src/tasks/catalog-files.ts';
import { updateDetail } from '../../../src/tasks/update-detail.ts';
import { fakeMuDetail } from '../../support/fake-mu-update.ts';
import { machine } from '../../support/machines.ts';
import { muCategory, muChild, muDetectoid, muDocument, muId, muRevision } from '../../support/mu-revision.ts';

const role = (value: 'client' | 'server') => leaf({ kind: 'os-role', role: value });
const machines = [
  machine({ id: 'a', role: 'client' }),
  machine({ id: 'b', role: 'server' }),
  machine({ id: 'c' }),
];

async function detailOf(id: number, stored: readonly number[] = []) {
  const { related } = await compileCatalogs(
    [
      muDocument([
        muCategory({ id: 1, title: 'Plant' }),
        muDetectoid({ id: 2, title: 'Client', installed: role('client') }),
        muChild({ id: 10, handler: 'Cbs', installed: never, installable: role('client') }),
        muChild({ id: 11, fault: 'core-malformed', rules: null }),
        muRevision({ id: 20, in: [1], needs: [[2, 99]], children: [[10, 11, 98]] }),
        muRevision({ id: 21, installed: always }),
      ]),
    ],
    { checksums: false },
  );
  const asked: string[] = [];
  const detail = await updateDetail(`mu:${muId(id)}`, {
    related,
    machines,
    read: async (updateId, revision) => {
      asked.push(`${updateId} ${String(revision)}`);
      return stored.some((n) => muId(n) === updateId) ? fakeMuDetail(1) : null;
    },
  });
  return { detail, asked };
}

describe('the details of a Microsoft update', () => {
  it('prerequisites have their state over all machines; what the edition lacks is met nowhere', async () => {
    const { detail } = await detailOf(20);
    expect(detail?.prerequisites).toMatchObject([
      {
        isCategory: true,
        machines: { met: 3, unmet: 0, unknown: 0 },
        anyOf: [{ title: 'Plant', type: 'Category' }],
      },
      {
        machines: { met: 1, unmet: 1, unknown: 1 },
        anyOf: [
          { title: 'Client', type: 'Detectoid', present: true, listed: false },
          { id: `mu:${muId(99)}`, present: false, machines: { met: 0, unmet: 3, unknown: 0 } },
        ],
      },
    ]);
  });

  it('children stand in their clauses with their own states, rules and faults', async () => {
    const { detail, asked } = await detailOf(20, [10]);
    const [clause] = detail?.children ?? [];
    expect(clause?.anyOf.map(({ id, part }) => [id, part?.fault ?? null])).toEqual([
      [`mu:${muId(10)}`, ''],
      [`mu:${muId(11)}`, 'core-malformed'],
      [`mu:${muId(98)}`, null],
    ]);
    const [first] = clause?.anyOf ?? [];
    expect(first?.part?.states).toEqual({ Required: 1, Installed: 0, Unknown: 1, NotRequired: 1 });
    expect(first?.part?.rules.map(({ section }) => section)).toEqual(['IsInstalled', 'IsInstallable']);
    expect(first?.part?.detail).not.toBeNull();
    expect(detail?.own.detail).toBeNull();
    expect(asked).toEqual([`${muId(10)} 100`, `${muId(11)} 100`, `${muId(20)} 100`]);
  });

  it('null for what no edition has and for other sources; no machines are no trouble', async () => {
    expect((await detailOf(77)).detail).toBeNull();
    const { related } = await compileCatalogs([muDocument([muRevision({ id: 1 })])], { checksums: false });
    const read = async () => null;
    expect(await updateDetail('sdp:x', { related, machines: [], read })).toBeNull();
    expect(await updateDetail(`mu:${muId(1)}`, { related, machines: [], read })).toMatchObject({
      machines: 0,
    });
  });
});

describe('the files of Microsoft updates in a plan', () => {
  it('those of all children, each once; what is not kept, and other sources, stay as they are', async () => {
    const { related } = await compileCatalogs(
      [
        muDocument([
          muChild({ id: 1 }),
          muChild({ id: 2 }),
          muRevision({ id: 3, children: [[1], [2, 98]] }),
          muRevision({ id: 4 }),
        ]),
      ],
      { checksums: false },
    );
    const item = (update: string) => ({
      update,
      kb: '',
      title: '',
      order: 1,
      products: [],
      machines: [],
      remarks: [],
      restart: 'no',
      url: '',
      supersedes: [],
    });
    const plan = {
      items: [item(`mu:${muId(3)}`), item(`mu:${muId(4)}`), item('msrc:KB1')],
      leftOut: [],
      machines: [],
    };
    const read = async (id: string) => (id === muId(1) || id === muId(2) ? fakeMuDetail(1) : null);
    const { items } = await withCatalogFiles(plan, related, read);
    expect(items[0]?.files?.map(({ name, size }) => [name.slice(-14), size])).toEqual(
      [
        ['ion_Common.wim', 12],
        ['5043080-x64.msu', 533_761_740],
        ['5101650-x64.msu', 2_461_590_545],
      ].map(([name, size]) => [String(name).slice(-14), size]),
    );
    expect(items.slice(1)).toEqual(plan.items.slice(1));
  });
});
