import { describe, expect, it } from 'vitest';
import { compareEditions, sameContent } from '../../../src/tasks/compare-editions.ts';
import type { DescribedDocument, DescribedVulnerability } from '../../support/msrc-document.ts';
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
