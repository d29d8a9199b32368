import { describe, expect, it } from 'vitest';
import { compareEditions, sameContent } from '../../../src/tasks/compare-editions.ts';
import type { DescribedDocument, DescribedVulnerability } from '../../support/msrc-document.ts';
import { muDocument, muId, muRevision } from '../../support/mu-revision.ts';
import { catalogXml, idOf, readDocument, trueRule } from '../../support/sdp-package.ts';
import type { DescribedPackage } from '../../support/sdp-package.ts';
import { readDescribed } from '../../support/read-msrc.ts';

function document(
  vulnerability: Partial<DescribedVulnerability>,
  name = 'Windows Server 2019',
): DescribedDocument {
  return {
    id: '2026-Feb',
    products: [{ id: '100', name, family: 'Windows' }],
    vulnerabilities: [
      {
        cve: 'CVE-2026-1',
        severity: 'Important',
        fixes: [
          { kb: 5000001, products: ['100'] },
          { kb: 5000002, products: ['100'] },
        ],
        ...vulnerability,
      },
    ],
  };
}

const quiet = { added: [], gone: [], expired: [], superseded: [], lowered: [], doubt: null };

describe('kinds of change, for every source', () => {
  it('Microsoft Update: revision, description, supersedence, severity', () => {
    const severe = { severity: 'Critical' };
    const older = muDocument([1, 2, 3, 4].map((id) => muRevision({ id, ...severe })));
    const newer = muDocument([
      muRevision({ id: 1, revision: 200, ...severe }),
      muRevision({ id: 2, contentHash: 'other', severity: 'low' }),
      muRevision({ id: 3, ...severe }),
      muRevision({ id: 5, replaces: [3] }),
    ]);
    const mu = (id: number) => `mu:${muId(id)}`;
    expect(compareEditions(older, newer)).toEqual({
      ...quiet,
      document: 'wsusscn2',
      added: [mu(5)],
      revised: [mu(1), mu(2)],
      described: [mu(2)],
      gone: [mu(4)],
      superseded: [mu(3)],
      lowered: [{ update: mu(2), before: 'Critical', after: 'Low' }],
    });
  });

  it('CAT10 so few updates left are a doubt, but not where another scope was chosen', () => {
    const many = muDocument([1, 2, 3, 4, 5].map((id) => muRevision({ id })));
    const few = muDocument([1, 2, 3].map((id) => muRevision({ id })));
    const chosen = { ...few, scope: { ...few.scope, products: ['p'] } };
    expect(compareEditions(many, few).doubt).toEqual({ before: 5, after: 3 });
    expect(compareEditions(many, chosen).doubt).toBeNull();
    expect(compareEditions(few, many).doubt).toBeNull();
  });

  it('packages: withdrawn, replaced, of lower urgency, with another title', async () => {
    const read = (packages: readonly DescribedPackage[]) => readDocument(catalogXml(packages), 'a.xml');
    const item = [{ isInstalled: trueRule }];
    const older = await read([
      { id: 1, items: item },
      { id: 2, items: item },
      { id: 3, items: item },
    ]);
    const newer = await read([
      { id: 1, items: item, properties: 'PublicationState="Expired"' },
      { id: 2, items: item, title: 'Another name' },
      { id: 3, items: item },
      { id: 4, items: item, supersedes: [3] },
    ]);
    const sdp = (id: number) => `sdp:${idOf(id)}`;
    expect(compareEditions(older, newer)).toMatchObject({
      added: [sdp(4)],
      revised: [sdp(1), sdp(2)],
      described: [sdp(1), sdp(2)],
      expired: [sdp(1)],
      superseded: [sdp(3)],
    });
  });

  it('monthly documents: a lower severity, and a build that only another CVE changed', async () => {
    const older = await readDescribed(document({}));
    const newer = await readDescribed(document({ severity: 'Moderate' }));
    expect(compareEditions(older, newer)).toMatchObject({
      revised: ['KB5000001', 'KB5000002'],
      described: ['KB5000001', 'KB5000002'],
      lowered: ['KB5000001', 'KB5000002'].map((update) => ({
        update,
        before: 'Important',
        after: 'Moderate',
      })),
    });
  });
});

describe('comparing two editions', () => {
  it('names new, revised and gone KBs by number', async () => {
    const older = await readDescribed(document({}));
    const newer = await readDescribed(
      document({
        fixes: [
          { kb: 5000002, products: ['100'], fixedBuild: '10.0.17763.9' },
          { kb: 890830, products: ['100'] },
          { kb: 5000003, products: ['100'] },
        ],
      }),
    );
    expect(compareEditions(older, newer)).toEqual({
      document: '2026-Feb',
      added: ['KB890830', 'KB5000003'],
      revised: ['KB5000002'],
      gone: ['KB5000001'],
      described: [],
      superseded: [],
      expired: [],
      lowered: [],
      doubt: null,
    });
  });

  it('a changed severity, flag, product name or known issue revises the KBs it belongs to', async () => {
    const older = await readDescribed(document({}));
    const changes: [string, DescribedDocument, string[]][] = [
      ['severity', document({ severity: 'Critical' }), ['KB5000001', 'KB5000002']],
      ['exploited', document({ exploited: true }), ['KB5000001', 'KB5000002']],
      ['product name', document({}, 'Windows Server 2019 (Core)'), ['KB5000001', 'KB5000002']],
      [
        'known issue',
        document({ knownIssues: [{ description: 5000001, url: 'https://x.invalid/1' }] }),
        ['KB5000001'],
      ],
      ['title of the document', { ...document({}), title: 'other' }, []],
    ];
    for (const [what, described, revised] of changes) {
      const { added, gone, ...rest } = compareEditions(older, await readDescribed(described));
      expect([what, rest.revised, added, gone]).toEqual([what, revised, [], []]);
    }
  });

  it('the same content does not depend on file, bytes or hash, nor on the order of members', async () => {
    const one = await readDescribed(document({}), 'one.xml');
    const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one;
    expect(sameContent(one, { ...turned, file: 'two.xml', bytes: 1, sha256: '00' })).toBe(true);
    expect(sameContent(one, { ...one, revision: '2' })).toBe(false);
  });
});
