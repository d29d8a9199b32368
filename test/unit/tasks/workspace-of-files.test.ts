import { describe, expect, it } from 'vitest';
import { workspaceOfFiles, type GivenFile } from '../../../src/tasks/workspace-of-files.ts';
import { document, sha } from '../formats/scan-json/contents.ts';

function catalog(name: string, id: string, date: string, sha256: string, revision = '1'): GivenFile {
  const read = { ...document(id, date, sha256, 1), revision, file: name };
  return {
    asCatalog: true,
    asInventory: false,
    item: { file: name, kind: 'catalog', format: 'msrc', document: read },
  };
}

const currentOf = (files: readonly GivenFile[]) =>
  workspaceOfFiles(files)
    .data.editions.filter((edition) => edition.current)
    .map((edition) => edition.document.sha256);

describe('workspaceOfFiles', () => {
  const older = catalog('b.xml', '2026-Feb', '2026-02-10T08:00:00', sha('a'));
  const newer = catalog('a.xml', '2026-Feb', '2026-03-01T08:00:00', sha('b'));

  it('lets the newest edition of a document count, in any order', () => {
    expect(currentOf([older, newer])).toEqual([sha('b')]);
    expect(currentOf([newer, older])).toEqual([sha('b')]);
    expect(workspaceOfFiles([newer, older]).data.editions).toHaveLength(2);
  });

  it('takes the higher revision of two editions of one date, 5.10 above 5.9 (CAT27)', () => {
    const nine = catalog('c.xml', '2026-Feb', '2026-03-01T08:00:00', sha('f'), '5.9');
    const ten = catalog('d.xml', '2026-Feb', '2026-03-01T08:00:00', sha('0'), '5.10');
    expect(currentOf([nine, ten])).toEqual([sha('0')]);
    expect(currentOf([ten, nine])).toEqual([sha('0')]);
  });

  it('CAT29 a date that cannot be believed is older than any that can', () => {
    const odd = catalog('e.xml', '2026-Feb', '9999-12-31T00:00:00', sha('e'));
    expect(currentOf([odd, older])).toEqual([sha('a')]);
  });

  it('counts the same bytes once, under the smaller of their names', () => {
    const copy = catalog('a copy.xml', '2026-Feb', '2026-02-10T08:00:00', sha('a'));
    for (const files of [
      [older, copy],
      [copy, older],
    ]) {
      const { data, nothingNew } = workspaceOfFiles(files);
      expect(data.editions.map((edition) => edition.document.file)).toEqual(['a copy.xml']);
      expect(nothingNew).toEqual(['b.xml']);
    }
  });

  it('uses a catalog given as inventory, and says so; given as both, it says nothing', () => {
    const wrong = { ...older, asCatalog: false, asInventory: true };
    expect(workspaceOfFiles([wrong])).toMatchObject({
      warnings: [{ code: 'catalog-given-as-inventory', file: 'b.xml' }],
      data: { editions: [{ current: true }] },
    });
    expect(workspaceOfFiles([{ ...older, asInventory: true }]).warnings).toEqual([]);
  });

  it('takes tables of build revisions, of two for one machine the one with the later name', () => {
    const table = (file: string, ubr: number): GivenFile => ({
      asCatalog: false,
      asInventory: true,
      item: {
        file,
        kind: 'ubr-table',
        table: { file, sha256: sha('2'), rows: [{ machine: 'PC1', ubr, line: 2 }] },
      },
    });
    const [a, b] = [table('a.csv', 1), table('b.csv', 2)];
    expect(workspaceOfFiles([a, b]).data.ubr).toEqual({ pc1: 2 });
    expect(workspaceOfFiles([b, a]).data.ubr).toEqual({ pc1: 2 });
  });

  it('lists what was rejected and ignored', () => {
    const given = { asCatalog: false, asInventory: true };
    const { data, rejected } = workspaceOfFiles([
      { ...given, item: { file: 'z', kind: 'ignored', format: 'f', reason: 'container', sha256: sha('1') } },
      {
        ...given,
        item: {
          file: 'y',
          kind: 'rejected',
          error: { code: 'file-empty', file: 'y', place: '', details: {} },
        },
      },
    ]);
    expect(data.ignored).toEqual([{ file: 'z', format: 'f', reason: 'container', sha256: sha('1') }]);
    expect(rejected.map((rejection) => rejection.code)).toEqual(['file-empty']);
  });
});
