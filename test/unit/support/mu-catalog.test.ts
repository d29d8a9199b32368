/** The generator of full-size catalogs, judged by tools that know nothing of it: cabextract and grep. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogShape, planEdition, writeCatalog } from '../../support/mu-catalog/index.ts';
import type { Edition, WrittenCatalog } from '../../support/mu-catalog/index.ts';
import { hasTool, scratchFolder } from '../../support/unpack.ts';

const scratch = scratchFolder();
const folder = scratch.path;
afterAll(() => scratch.remove());

const kindsIn = ({ revisions }: Edition, kind: string): number =>
  revisions.filter((revision) => revision.kind === kind).length;

/** How often a pattern stands in a file, as grep counts. */
function grep(pattern: string, file: string): number {
  const found = spawnSync('grep', ['-oE', pattern, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return found.stdout.split('\n').filter((line) => line !== '').length;
}

describe.skipIf(!hasTool('cabextract')).each(['mszip', 'stored'] as const)(
  'a generated catalog, %s',
  (compression) => {
    const path = join(folder, `${compression}.cab`);
    const inside = join(folder, compression);
    const members = join(folder, `${compression}-shards`);
    let written: WrittenCatalog;

    beforeAll(() => {
      written = writeCatalog(path, { size: 0.002, compression });
      execFileSync('cabextract', ['-q', '-d', inside, path]);
      for (const name of readdirSync(inside).filter((each) => /^package\d*\.cab$/.test(each))) {
        execFileSync('cabextract', ['-q', '-d', members, join(inside, name)]);
      }
    });

    it('unpacks whole: as many fragments as were written, one core fragment a revision', () => {
      const files = execFileSync('find', [members, '-type', 'f'], { encoding: 'utf8' }).trim().split('\n');
      expect(files).toHaveLength(written.fragments + 1);
      expect(readdirSync(join(members, 'c'))).toHaveLength(written.edition.revisions.length);
      expect(readdirSync(join(members, 'l'))).toHaveLength(37);
    });

    it('says in its master list what was planned', () => {
      const list = join(members, 'package.xml');
      const { edition, masterListBytes } = written;
      expect(statSync(list).size).toBe(masterListBytes);
      expect(grep('<Update ', list)).toBe(edition.revisions.length);
      expect(grep('IsBundle="true"', list)).toBe(kindsIn(edition, 'update'));
      expect(grep('DeploymentAction="Bundle"', list)).toBe(kindsIn(edition, 'child'));
      expect(grep('IsSoftware="false"', list)).toBe(
        kindsIn(edition, 'category') + kindsIn(edition, 'detectoid'),
      );
      // A chain of 41: each but the last is superseded by all that follow, (40 + 39 + … + 1) references.
      expect(grep('<SupersededBy>', list)).toBe(40);
      const superseded = /<SupersededBy>(.*?)<\/SupersededBy>/g;
      const references = [...readFileSync(list, 'utf8').matchAll(superseded)].flatMap(
        ([, content]) => content?.match(/<Revision /g) ?? [],
      );
      expect(references).toHaveLength(820);
    });

    it('puts every revision where index.xml says', () => {
      const index = readFileSync(join(inside, 'index.xml'), 'utf8');
      expect(index.match(/<CAB NAME=/g)).toHaveLength(written.shards.length + 1);
      for (const { name, rangeStart, revisions } of written.shards) {
        const list = execFileSync('cabextract', ['-l', join(inside, name)], { encoding: 'utf8' });
        const core = [...list.matchAll(/\| c[\\/](\d+)$/gm)].map(([, id]) => Number(id));
        expect(core.sort((a, b) => a - b)).toEqual(revisions.map(({ revisionId }) => revisionId));
        expect(Math.min(...core)).toBeGreaterThanOrEqual(rangeStart);
      }
    });

    it('has payloads that the extended fragments and the list of addresses agree on', () => {
      const list = join(members, 'package.xml');
      const digests = (text: string, pattern: RegExp): string[] =>
        [...new Set([...text.matchAll(pattern)].map(([, digest]) => digest ?? ''))].sort();
      const text = readFileSync(list, 'utf8');
      const payload = text.replace(/<EulaFiles>.*?<\/EulaFiles>/g, '');
      const extended = readdirSync(join(members, 'x')).map((id) =>
        readFileSync(join(members, 'x', id), 'utf8'),
      );
      const wanted = digests(payload, /<File Id="([^"]+)"/g);
      expect(wanted.length).toBeGreaterThan(100);
      expect(digests(text, /<FileLocation Id="([^"]+)"/g)).toEqual(wanted);
      expect(digests(extended.join(''), /<File Digest="([^"]+)"/g)).toEqual(wanted);
    });

    it('has texts that pack no better than 40 to 1', () => {
      const german = readdirSync(join(members, 'l', 'de'))
        .map((id) => readFileSync(join(members, 'l', 'de', id)))
        .slice(0, 200);
      const plain = Buffer.concat(german);
      expect(plain.length / deflateRawSync(plain, { level: 9 }).length).toBeLessThan(40);
    });
  },
);

describe('two editions of one seed', () => {
  const editions = [1, 2].map((edition) =>
    planEdition(catalogShape({ size: 0.01, edition: edition as 1 | 2 })),
  );
  const [first, second] = editions as [Edition, Edition];
  const byId = (edition: Edition) =>
    new Map(edition.revisions.map((revision) => [revision.updateId, revision]));

  it('differ by new, revised and expired updates as the rules of the generator say', () => {
    const [before, after] = [byId(first), byId(second)];
    const updates = (edition: Edition, other: ReadonlyMap<string, unknown>) =>
      edition.revisions.filter(({ kind, updateId }) => kind === 'update' && !other.has(updateId)).length;
    // 458 singles: one in 150 is new (rounded up), one in 200 gone; one more in each of the 4 chains.
    expect(updates(second, before)).toBe(4 + 4);
    expect(updates(first, after)).toBe(3);
    const revised = second.revisions.filter(
      ({ kind, updateId, revision }) => kind === 'update' && before.get(updateId)?.revision === revision - 1,
    );
    expect(revised).toHaveLength(5);
  });

  it('number their revisions differently', () => {
    const after = byId(second);
    const same = first.revisions.filter(
      ({ updateId, revisionId }) => after.get(updateId)?.revisionId === revisionId,
    );
    expect(same.length).toBeLessThan(first.revisions.length / 20);
  });
});

describe('the full size', () => {
  const { revisions, chains } = planEdition(catalogShape({ size: 1 }));
  const ofKind = (kind: string): number => revisions.filter((revision) => revision.kind === kind).length;

  it('has the proportions of the real edition of July 2026 (wsusscn2, section 1)', () => {
    expect(ofKind('category') + ofKind('detectoid')).toBe(4206);
    expect(revisions.length).toBeGreaterThan(130_000);
    expect(revisions.length).toBeLessThan(140_000);
    expect(chains.flat().length - chains.length).toBe(14_240);
  });
});
