import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBuildKnown, mergeMachines } from '../../src/domain/index.ts';
import type { Machine, MuDocument, Rule, StateRow } from '../../src/domain/index.ts';
import { compileCatalogs, decideUpdate, describeMachine, truthOf } from '../../src/scan/index.ts';
import type { Compilation } from '../../src/scan/index.ts';
import { readFile } from '../../src/tasks/read-file.ts';
import { standardFormats } from '../../src/tasks/standard-formats.ts';
import { dataFolder, hasData } from '../support/data.ts';
import { packCatalog } from '../support/mu-own-catalog.ts';
import { muId } from '../support/mu-revision.ts';
import { unsignedAllowed } from '../support/unsigned.ts';
import { engines } from '../support/scan-rows.ts';
import { catalog } from './mu-own-catalog/catalog.ts';

const folder = join(import.meta.dirname, 'mu-own-catalog');
const names = ['ACME-OLD', 'ACME-NEW', 'ACME-GAP', 'ACME-NONE'] as const;

async function machinesIn(from: string, wanted: readonly string[]): Promise<readonly Machine[]> {
  const readings = [];
  for (const name of wanted) {
    const path = join(from, `${name}.facts.json`);
    const read = await readFile(new File([readFileSync(path)], `${name}.facts.json`), standardFormats, {});
    if (read.kind !== 'inventory') throw new Error(`${path}: ${JSON.stringify(read)}`);
    readings.push({ reading: read.reading, importedAt: 0, givenName: null });
  }
  return mergeMachines(readings, {}, isBuildKnown).machines;
}

async function documentOf(file: File): Promise<MuDocument> {
  const read = await readFile(file, standardFormats, unsignedAllowed);
  if (read.kind !== 'catalog' || read.document.source !== 'mu') throw new Error(JSON.stringify(read));
  return read.document;
}

/** What expected.tsv says of a state. */
function inShort({ state, possible, reason, supersededBy, marks }: StateRow): string {
  if (state === 'Unknown') return `Unknown:${possible.join()}`;
  if (state === 'NotRequired') return `NotRequired ${reason}`;
  const by = supersededBy === null ? '' : ` superseded by ${String(Number(supersededBy.slice(-6)))}`;
  return `${state}${by}${marks.includes('successor-installed') ? ' successor-installed' : ''}`;
}

/** States by update id, one column a machine; all engines agree. */
async function tableOf(document: MuDocument, machines: readonly Machine[]) {
  const compilation = await compileCatalogs([document], { checksums: false });
  const matrices = await Promise.all(engines.map((engine) => engine.scan(compilation.catalog, machines)));
  const [matrix] = matrices;
  for (const other of matrices) expect(other).toEqual(matrix);
  const width = machines.length;
  const describers = machines.map((machine) => {
    const column = matrix?.machines.indexOf(machine.id) ?? -1;
    const codes = compilation.updates.map((_, row) => matrix?.codes[row * width + column] ?? 9);
    return describeMachine(compilation, machine, codes);
  });
  const rows = compilation.updates.map(({ id }, i) => [id, describers.map((one) => one.row(i))] as const);
  return { compilation, describers, rows };
}

describe('a catalog of our own on four machines (why.md)', () => {
  it('every state is the one worked out by hand, in all engines', async () => {
    const machines = await machinesIn(folder, names);
    const byName = names.map((name) => machines.find((machine) => machine.name === name) as Machine);
    const { rows, compilation } = await tableOf(await documentOf(packCatalog(catalog)), byName);
    const found = rows.map(([id, states]) => [String(Number(id.slice(-6))), ...states.map(inShort)].join('\t'));
    const expected = readFileSync(join(folder, 'expected.tsv'), 'utf8').trimEnd().split('\n');
    expect(found).toEqual(expected.slice(1));
    expect(expected.slice(1).length * names.length).toBe(64);
    expect(compilation.warnings.map(({ code }) => code).sort()).toEqual(
      ['child-missing', 'prerequisite-cycle', 'prerequisite-missing', 'prerequisites-never-met', 'revisions-not-readable'],
    );
  }); // prettier-ignore

  it('an update says its names from the catalog itself, and what it stands on', async () => {
    const { updates } = await compileCatalogs([await documentOf(packCatalog(catalog))], { checksums: false });
    expect(updates.find(({ id }) => id === `mu:${muId(30)}`)).toMatchObject({
      title: 'May',
      subTypes: ['Safety'],
      products: [{ name: 'Acme Control', family: 'Acme Systems' }],
      architectures: ['x64'],
      relations: { supersedes: [`mu:${muId(50)}`], supersededBy: [`mu:${muId(40)}`] },
    });
  });

  it('the explanation names what is not met, the revision, the edition and its hash', async () => {
    const machines = await machinesIn(folder, ['ACME-NONE']);
    const document = await documentOf(packCatalog(catalog));
    const { describers, compilation } = await tableOf(document, machines);
    const proof = describers[0]?.explain(compilation.updates.findIndex(({ title }) => title === 'May'));
    expect(proof).toMatchObject({
      byName: 'Acme Control',
      revision: 100,
      catalogs: [{ edition: `${document.id}@2026-07-14T13:54:06Z`, sha256: document.sha256 }],
    });
  });
});

const machine = join(import.meta.dirname, 'mu-real-slice');
const three = ['MU-CLIENT', 'MU-SERVER', 'MU-BARE'];
const parents = [
  '64c52254-175b-4e2c-8a7c-30e3c24ae1d1',
  '6c209660-50a4-46fe-afe1-a2157b742033',
  '7f8946c3-01f8-46c8-aa4a-40520c15f7c8',
];

describe.skipIf(!hasData('wu'))('the real slice of July 2026 (mu-real-slice/why.md)', () => {
  it.each(three.map((name, i) => [name, i] as const))('%s', async (name, i) => {
    const cabinet = readFileSync(join(dataFolder, 'wu', 'wsusscn2-slice-2026-07.constructed.cab'));
    const document = await documentOf(new File([cabinet], 'wsusscn2.cab'));
    const machines = await machinesIn(machine, [name]);
    const { rows, compilation } = await tableOf(document, machines);
    expect(rows.map(([id, [row]]) => [id, row?.state, row?.reason])).toEqual(
      parents.map((id) => [`mu:${id}`, 'NotRequired', 'prerequisite-not-met']),
    );
    const parts = readFileSync(join(machine, 'parts.tsv'), 'utf8').trimEnd().split('\n');
    expect(parts).toHaveLength(5);
    for (const line of parts.slice(1)) {
      const [id = '', ...columns] = line.split('\t');
      expect([id, partOf(compilation.related(id), machines[0])]).toEqual([id, columns[i]]);
    }
  });
});

/** State of what no list shows, and what its sections say. */
function partOf(part: ReturnType<Compilation['related']>, target: Machine | undefined): string {
  if (part === null || target === undefined) return 'not there';
  const rules = { update: '', first: null, parts: [{ subject: '', clauses: part.clauses }] };
  const section = (rule: Rule | null | undefined) =>
    rule ? truthOf(rule, target).charAt(0).toUpperCase() : '-';
  const { isInstalled, isInstallable } = part.revision.rules ?? {};
  return [decideUpdate(rules, target).outcome.state, section(isInstalled), section(isInstallable)].join(' ');
}
