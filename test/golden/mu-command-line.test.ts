import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../support/cli.ts';
import { packCatalog } from '../support/mu-own-catalog.ts';
import { muId } from '../support/mu-revision.ts';
import { catalog } from './mu-own-catalog/catalog.ts';

const machines = join(import.meta.dirname, 'mu-own-catalog');
const folder = mkdtempSync(join(tmpdir(), 'patchferry-mu-'));
const mu = (id: number) => `mu:${muId(id)}`;

async function write(name: string, revisions: typeof catalog): Promise<void> {
  writeFileSync(join(folder, name), new Uint8Array(await packCatalog(revisions, name).arrayBuffer()));
}

beforeAll(async () => {
  buildCli();
  await write('july.cab', catalog);
  // August: one gone, one new that replaces June, one with another title.
  const august = catalog
    .filter(({ id }) => id !== 98)
    .map((one) => (one.id === 70 ? { ...one, title: 'Until the next one, again' } : one));
  const newest = { id: 41_000, title: 'August', in: [2, 3], needs: [[11]], replaces: [40], installed: '<False />', installable: '<True />' }; // prettier-ignore
  await write('august.cab', [...august, newest]);
}, buildTimeout);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The catalogs are our own and have no signature. */
const reason = ['--allow-unsigned', 'made by this test'];
const inventories = ['OLD', 'NEW', 'GAP', 'NONE'].map((name) => join(machines, `ACME-${name}.facts.json`));
const input = ['--catalog', 'july.cab', '--inventory', ...inventories, ...reason];

describe('the command line with a Microsoft Update catalog', () => {
  it('scan gives the golden states by their mu: ids, the same in every engine', { timeout: 120_000 }, () => {
    const expected = readFileSync(join(machines, 'expected.tsv'), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
    const [, ...names] = expected[0] ?? [];
    const wanted = expected.slice(1).flatMap(([id, ...states]) =>
      states.map((state, i) => `${mu(Number(id))} ${names[i] ?? ''} ${(/^\w+/.exec(state) ?? [''])[0]}`),
    );
    const runs = ['reference', 'rows', 'wasm'].map((engine) => runCli(['scan', ...input, '--all', '--engine', engine], folder));
    for (const { exit, stdout } of runs) {
      expect(exit).toBe(0);
      const result = JSON.parse(stdout) as { states: { machine: string; update: string; state: string }[] };
      const found = result.states.map(({ machine, update, state }) => `${update} ${machine} ${state}`);
      expect(found.map((line) => line.toLowerCase()).sort()).toEqual(wanted.map((line) => line.toLowerCase()).sort());
    }
  }); // prettier-ignore

  it('explain cites update id, revision, what is not met, edition and hash', { timeout: 60_000 }, () => {
    const run = runCli(['explain', ...input, '--machine', 'ACME-NONE', '--update', mu(30)], folder);
    expect(run.exit).toBe(0);
    expect(run.stdout).toContain(`${mu(30)} revision 100 on ACME-NONE: NotRequired`);
    expect(run.stdout).toContain('is not installed on ACME-NONE: Acme Control');
    expect(run.stdout).toContain('[applicability-rules 6 Prerequisites]');
    expect(run.stdout).toMatch(/@2026-07-14T13:54:06Z {2}july\.cab {2}sha256 [0-9a-f]{64}/);
  });

  it('catalog diff prints what changed, as text and as JSON', { timeout: 60_000 }, () => {
    const text = runCli(['catalog', 'diff', 'july.cab', 'august.cab', ...reason], folder);
    expect([text.exit, text.stderr]).toEqual([0, '']);
    expect(text.stdout.split('\n').slice(2)).toEqual([
      '',
      'New: 1',
      `  ${mu(41_000)}`,
      '',
      'Revised: 1',
      `  ${mu(70)}`,
      '',
      'Of the revised, with another description only: 1',
      `  ${mu(70)}`,
      '',
      'Gone: 1',
      `  ${mu(98)}`,
      '',
      'Now superseded: 1',
      `  ${mu(40)}`,
      '',
    ]);
    const json = runCli(['catalog', 'diff', 'july.cab', 'august.cab', '--json', ...reason], folder);
    expect(JSON.parse(json.stdout)).toMatchObject({ added: [mu(41_000)], gone: [mu(98)], doubt: null });
    expect(runCli(['catalog', 'diff', 'july.cab', 'july.cab', ...reason], folder).stdout).toContain(
      'No difference.',
    );
  });

  it('catalog diff says what is wrong with its files', { timeout: 60_000 }, () => {
    expect(runCli(['catalog', 'diff', 'july.cab'], folder)).toMatchObject({ exit: 2 });
    expect(runCli(['catalog', 'diff', 'july.cab', 'none.cab', ...reason], folder)).toMatchObject({ exit: 2 });
    writeFileSync(join(folder, 'text.xml'), 'no catalog');
    expect(runCli(['catalog', 'diff', 'july.cab', 'text.xml', ...reason], folder)).toMatchObject({ exit: 1 });
    expect(runCli(['catalog', 'compare'], folder)).toMatchObject({ exit: 2 });
    // A catalog that proves nothing is refused here as in a scan.
    expect(runCli(['catalog', 'diff', 'july.cab', 'august.cab'], folder)).toMatchObject({
      exit: 1,
      stdout: '',
    });
  });
});
