import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MuDocument, MuRevision } from '../../src/domain/index.ts';
import { dataFolder, hasData } from '../support/data.ts';
import { flatCatalog, nestedCatalog, readDocument } from '../support/mu-cabinet.ts';
import { smallCatalog } from '../support/small-mu-catalog.ts';

const folder = join(import.meta.dirname, 'wsusscn2-real');
const expected = readFileSync(join(folder, 'expected.tsv'), 'utf8');
const data = join(dataFolder, 'wu');
const inData = (...parts: string[]): Uint8Array => new Uint8Array(readFileSync(join(data, ...parts)));

function textsIn(...parts: string[]): Record<string, Uint8Array> {
  const names = readdirSync(join(data, ...parts), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.tsv')
    .map((entry) => join(entry.parentPath, entry.name).slice(join(data, ...parts).length + 1));
  return Object.fromEntries(names.sort().map((name) => [name, inData(...parts, name)]));
}

/** The two servicing updates with a master list of their identities and files. */
function servicingCatalog(): Uint8Array {
  const rows = ['dotnet', 'rollupfix'].map((name, at) => {
    const text = new TextDecoder().decode(inData('cbs-fragments', `c-${name}-reduced`));
    const digest = / Digest="([^"]*)"/.exec(
      new TextDecoder().decode(inData('cbs-fragments', `x-${name}`)),
    )?.[1];
    const id = /UpdateID="([^"]*)" RevisionNumber="([^"]*)"/.exec(text);
    return `<Update UpdateId="${id?.[1] ?? ''}" RevisionNumber="${id?.[2] ?? ''}" RevisionId="${String(at)}"><PayloadFiles><File Id="${digest ?? ''}"/></PayloadFiles></Update>`;
  });
  const fragments = Object.fromEntries(
    ['dotnet', 'rollupfix'].flatMap((name, at) => [
      [`c/${String(at)}`, inData('cbs-fragments', `c-${name}-reduced`)],
      [`x/${String(at)}`, inData('cbs-fragments', `x-${name}`)],
    ]),
  ) as Record<string, Uint8Array>;
  return flatCatalog({ updates: rows.join(''), fragments });
}

async function readEach(files: Readonly<Record<string, Uint8Array>>): Promise<readonly MuDocument[]> {
  const documents: MuDocument[] = [];
  for (const [name, bytes] of Object.entries(files)) documents.push(await readDocument(bytes, name));
  return documents;
}

const columns = [
  'revisions',
  'updates',
  'parents',
  'children',
  'detectoids',
  'categories',
  'files',
  'digests',
] as const;

/** Both tables of the script, from what was read. */
function tablesOf(samples: Readonly<Record<string, readonly MuDocument[]>>): string {
  const counts = Object.entries(samples).map(([name, documents]) => [
    name,
    ...columns.map((column) => documents.reduce((sum, document) => sum + document.counts[column], 0)),
  ]);
  const rules = ['slice', 'constructed', 'cbs', 'core-fragments'].flatMap((name) => {
    const elements = new Map<string, number>();
    for (const { ruleElements } of samples[name] ?? []) {
      for (const [element, count] of Object.entries(ruleElements)) {
        elements.set(element, (elements.get(element) ?? 0) + count);
      }
    }
    return [...elements].sort(([a], [b]) => (a < b ? -1 : 1)).map((row) => [name, ...row]);
  });
  const table = (rows: readonly (readonly (string | number)[])[]): string =>
    rows.map((row) => `${row.join('\t')}\n`).join('');
  return `${table([['sample', ...columns], ...counts])}\n${table([['sample', 'element', 'count'], ...rules])}`;
}

describe.skipIf(!hasData('wu'))('the real samples (why.md)', async () => {
  const samples = hasData('wu')
    ? {
        slice: [await readDocument(flatCatalog({ updates: '', ...sliceCabinet() }))],
        constructed: [await readDocument(inData('wsusscn2-slice-2026-07.constructed.cab'))],
        'vuls-mini': [await readDocument(inData('vuls-mini-cab', 'wsusscn2.cab'))],
        cbs: [await readDocument(servicingCatalog())],
        'core-fragments': await readEach(textsIn('syncupdates-core')),
        'full-documents': await readEach(textsIn('full-documents')),
      }
    : {};
  const revisions = (name: string): readonly MuRevision[] =>
    ((samples as Record<string, readonly MuDocument[]>)[name] ?? []).flatMap(
      (document) => document.revisions,
    );
  const revision = (name: string, id: number) => revisions(name).find(({ revisionId }) => revisionId === id);

  it('hold what was counted with cabextract and grep', () => {
    expect(tablesOf(samples)).toBe(expected);
  });

  it.skipIf(!hasCabextract())('are counted so by the script', { timeout: 60_000 }, () => {
    expect(execFileSync('bash', [join(folder, 'count.sh'), data], { encoding: 'utf8' })).toBe(expected);
  });

  it('the slice is the same in a folder and in a nested cabinet', () => {
    expect(revisions('slice')).toEqual(revisions('constructed'));
  });

  it('supersedence of the slice in both directions', () => {
    const [one, june, july] = [1, 21, 616].map((id) => revision('constructed', id));
    expect([one, june, july].map((each) => each?.supersedes.length)).toEqual([10, 81, 84]);
    expect(july?.supersedes).toContain(june?.updateId);
    expect(june?.supersededBy).toEqual([july?.updateId]);
    expect(one?.supersededBy).toEqual([]);
    const full = revisions('full-documents').find(({ kb }) => kb === 'KB5083769');
    for (const each of [june, july]) expect(each?.supersedes).toContain(full?.updateId);
  });

  it('clauses of the driver', () => {
    const driver = revisions('full-documents').find(({ type }) => type === 'Driver');
    expect(driver?.prerequisites.map(({ anyOf }) => anyOf.length)).toEqual([36, 1, 1, 1, 1, 4]);
  });

  it('the only fault is the core fragment that the small cabinet lacks; every rule is understood', () => {
    const warnings = Object.values(samples).flatMap((documents) =>
      documents.flatMap((each) => each.warnings),
    );
    expect(warnings.map(({ code, details }) => [code, details['revisionId']])).toEqual([
      ['fragment-unreadable', 456789],
    ]);
    const faults = Object.keys(samples).flatMap((name) =>
      revisions(name).filter(({ fault }) => fault !== null),
    );
    expect(faults.map(({ revisionId, fault }) => [revisionId, fault])).toEqual([[456789, 'core-missing']]);
  });
});

function sliceCabinet() {
  const { 'package.xml': packageXml, ...fragments } = textsIn('wsusscn2-slice-2026-07');
  return { packageXml: new TextDecoder().decode(packageXml), fragments };
}

function hasCabextract(): boolean {
  try {
    execFileSync('cabextract', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

it('a small catalog of our own is the same in one cabinet and in a nested one', async () => {
  const [flat, nested] = [
    await readDocument(flatCatalog(smallCatalog)),
    await readDocument(nestedCatalog(smallCatalog)),
  ];
  expect(tablesOf({ own: [flat] })).toBe(tablesOf({ own: [nested] }));
  expect(tablesOf({ own: [nested] })).toContain('own\t12\t4\t2\t2\t1\t5\t4\t3\n');
});
