import { describe, expect, it } from 'vitest';
import type { MsrcDocument } from '../../../src/domain/index.ts';
import type { StoredEdition } from '../../../src/store/store.ts';
import { editionKey, importCatalogs } from '../../../src/tasks/import-catalog.ts';
import { readDescribed } from '../../support/read-msrc.ts';

/** An edition of 2026-Feb with these KBs, released on this day of February. */
function edition(day: string, kbs: readonly number[], revision = '1', file = `feb-${day}.xml`) {
  return readDescribed(
    {
      id: '2026-Feb',
      revision,
      initialReleaseDate: '2026-02-10T08:00:00',
      currentReleaseDate: /^\d\d$/.test(day) ? `2026-02-${day}T08:00:00` : day,
      products: [{ id: '100', name: 'Windows Server 2019', family: 'Windows' }],
      vulnerabilities: [{ cve: 'CVE-2026-1', fixes: kbs.map((kb) => ({ kb, products: ['100'] })) }],
    },
    file,
  );
}

function stored(document: MsrcDocument, current = true): StoredEdition {
  return { key: editionKey(document), document, importedAt: 1, current };
}

const kbs = (count: number) => Array.from({ length: count }, (_, at) => 5_000_000 + at);
const outcomesOf = (result: ReturnType<typeof importCatalogs>) =>
  result.outcomes.map(({ file, outcome }) => `${file} ${outcome}`);
const standing = (editions: readonly StoredEdition[]) =>
  editions.map(({ document, current }) => `${document.file}${current ? ' current' : ''}`).sort();

describe('taking catalog editions over', () => {
  it('imports a new document', async () => {
    const first = await edition('12', [5002002]);
    const result = importCatalogs({ stored: [], documents: [first], at: 5 });
    expect(result.outcomes).toEqual([
      {
        file: 'feb-12.xml',
        outcome: 'imported',
        kind: 'catalog',
        format: 'msrc',
        subject: '2026-Feb',
        detail: {
          document: '2026-Feb',
          revision: '1',
          currentReleaseDate: '2026-02-12T08:00:00',
          updates: 1,
        },
      },
    ]);
    expect(result.change.putEditions).toEqual([
      { key: `msrc:2026-Feb:${first.sha256}`, document: first, importedAt: 5, current: true },
    ]);
    expect(result.change.deleteEditions).toEqual([]);
    expect(result.change.journal.map(({ act, fileSha256 }) => [act, fileSha256])).toEqual([
      ['catalog-imported', first.sha256],
    ]);
  });

  it('says nothing new for the same bytes, and for the same content in other bytes', async () => {
    const first = await edition('12', [5002002]);
    const again = { ...first, file: 'copy.xml' };
    const recoded = { ...first, file: 'utf16.xml', bytes: 9999, sha256: 'f'.repeat(64) };
    const result = importCatalogs({ stored: [stored(first)], documents: [again, recoded], at: 5 });
    expect(outcomesOf(result).sort()).toEqual(['copy.xml nothing-new', 'utf16.xml nothing-new']);
    expect(result.change).toMatchObject({ putEditions: [], deleteEditions: [] });
    expect(result.change.journal.map(({ act }) => act)).toEqual(['catalog-unchanged', 'catalog-unchanged']);
  });

  it('CAT11 a newer revision replaces the older one, which is kept, and the difference is shown', async () => {
    const older = await edition('12', [5000001, 5000002]);
    const newer = await edition('20', [5000002, 5000003], '2');
    const result = importCatalogs({ stored: [stored(older)], documents: [newer], at: 5 });
    expect(standing(result.editions)).toEqual(['feb-12.xml', 'feb-20.xml current']);
    expect(result.differences).toMatchObject([
      { document: '2026-Feb', added: ['KB5000003'], revised: [], gone: ['KB5000001'] },
    ]);
    expect(result.change.putEditions.map(({ document, current }) => [document.file, current])).toEqual([
      ['feb-12.xml', false],
      ['feb-20.xml', true],
    ]);
  });

  it('keeps one edition as history, not more', async () => {
    const [first, second, third] = [
      await edition('12', kbs(3)),
      await edition('13', kbs(4)),
      await edition('14', kbs(5)),
    ];
    const result = importCatalogs({
      stored: [stored(first, false), stored(second)],
      documents: [third],
      at: 5,
    });
    expect(standing(result.editions)).toEqual(['feb-13.xml', 'feb-14.xml current']);
    expect(result.change.deleteEditions).toEqual([editionKey(first)]);
  });

  it('CAT09 an older edition is refused, unless a reason is recorded', async () => {
    const [older, newer] = [await edition('12', [5002002]), await edition('20', [5002002, 5002003])];
    for (const overrides of [{}, { 'feb-12.xml': '  ' }, { 'other.xml': 'because' }]) {
      const refused = importCatalogs({ stored: [stored(newer)], documents: [older], overrides, at: 5 });
      expect(refused.outcomes).toEqual([
        {
          file: 'feb-12.xml',
          outcome: 'older',
          waiting: editionKey(older),
          error: {
            code: 'older-edition',
            file: 'feb-12.xml',
            place: '',
            details: {
              document: '2026-Feb',
              reason: 'older',
              offered: '2026-02-12T08:00:00',
              offeredRevision: '1',
              current: '2026-02-20T08:00:00',
              currentRevision: '1',
            },
          },
        },
      ]);
      expect(refused.change.putEditions).toEqual([]);
      expect(refused.change.journal.map(({ act }) => act)).toEqual(['file-rejected']);
    }
    const overrides = { 'feb-12.xml': 'the newer one broke printing' };
    const taken = importCatalogs({ stored: [stored(newer)], documents: [older], overrides, at: 5 });
    expect(standing(taken.editions)).toEqual(['feb-12.xml current', 'feb-20.xml']);
    expect(taken.change.journal).toMatchObject([
      { act: 'catalog-older-override', details: { reason: 'the newer one broke printing' } },
    ]);
  });

  it('an edition known from history is older too, not "nothing new"', async () => {
    const [older, newer] = [await edition('12', [5002002]), await edition('20', [5002003])];
    const state = [stored(older, false), stored(newer)];
    expect(outcomesOf(importCatalogs({ stored: state, documents: [older], at: 5 }))).toEqual([
      'feb-12.xml older',
    ]);
  });

  it('the same date with other content is a doubt, also with a higher revision', async () => {
    const one = await edition('12', [5002002], '1', 'one.xml');
    const two = await edition('12', [5002003], '2', 'two.xml');
    const result = importCatalogs({ stored: [stored(one)], documents: [two], at: 5 });
    expect(result.outcomes).toMatchObject([
      { outcome: 'older', error: { details: { reason: 'same-date' } } },
    ]);
  });

  it('CAT29 an edition whose date cannot be believed does not replace one by itself', async () => {
    const known = await edition('12', [5002002]);
    for (const date of ['9999-12-31T00:00:00', '0000-01-01T00:00:00', '12/03/2026']) {
      const strange = await edition(date, [5002003], '9', 'strange.xml');
      const result = importCatalogs({ stored: [stored(known)], documents: [strange], at: 5 });
      expect(result.outcomes).toMatchObject([
        { outcome: 'older', error: { details: { reason: 'date-not-readable' } } },
      ]);
      const alone = importCatalogs({ stored: [], documents: [strange], at: 5 });
      expect(alone.outcomes).toMatchObject([{ outcome: 'imported' }]);
      expect(alone.warnings.map(({ code }) => code)).toContain('date-implausible');
      const later = importCatalogs({ stored: alone.editions, documents: [known], at: 6 });
      expect(standing(later.editions)).toEqual(['feb-12.xml current', 'strange.xml']);
    }
  });

  it('CAT10 a newer edition with 40 % fewer updates raises a doubt', async () => {
    const codes = async (before: number, after: number) => {
      const older = stored(await edition('12', kbs(before)));
      const newer = await edition('20', kbs(after));
      return importCatalogs({ stored: [older], documents: [newer], at: 5 }).warnings;
    };
    expect(await codes(10, 6)).toEqual([
      { code: 'fewer-updates', details: { document: '2026-Feb', before: 10, after: 6 } },
    ]);
    expect(await codes(10, 7)).toEqual([]);
  });

  it('CAT22 files dropped together are taken by their dates, whatever the order', async () => {
    const files = [
      await edition('12', kbs(3)),
      await edition('20', kbs(4)),
      await edition('15', kbs(5)),
      await edition('20', kbs(6), '2', 'feb-20-revised.xml'),
    ];
    const expected = importCatalogs({ stored: [], documents: files, at: 5 });
    expect(standing(expected.editions)).toEqual(['feb-15.xml', 'feb-20-revised.xml current']);
    expect(outcomesOf(expected)).toEqual([
      'feb-12.xml imported',
      'feb-15.xml imported',
      'feb-20-revised.xml imported',
      'feb-20.xml older',
    ]);
    expect(expected.warnings.map(({ code, details }) => `${code} ${details['file']}`)).toEqual([
      'older-edition-not-used feb-12.xml',
      'older-edition-not-used feb-15.xml',
      'older-edition-not-used feb-20.xml',
    ]);
    for (const order of [
      [3, 2, 1, 0],
      [1, 3, 0, 2],
      [2, 0, 3, 1],
    ]) {
      const documents = order.map((at) => files[at]).filter((file) => file !== undefined);
      expect(importCatalogs({ stored: [], documents, at: 5 })).toEqual(expected);
    }
  });

  it('different documents do not touch each other', async () => {
    const february = await edition('12', [5002002]);
    const march = { ...february, id: '2026-Mar', file: 'march.xml', sha256: 'a'.repeat(64) };
    const result = importCatalogs({ stored: [stored(february)], documents: [march], at: 5 });
    expect(standing(result.editions)).toEqual(['feb-12.xml current', 'march.xml current']);
  });
});
