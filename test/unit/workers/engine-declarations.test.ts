import { describe, expect, it } from 'vitest';
import type { DeclarationDraft } from '../../../src/domain/index.ts';
import { readDeclarations } from '../../../src/formats/declarations/index.ts';
import type { Engine } from '../../../src/tasks/engine.ts';
import { msrcFile } from '../../support/msrc-document.ts';
import { openTestEngine, profile, quiet } from '../../support/open-engine.ts';
import { systeminfo } from '../../support/small-site.ts';

const sql = 'Microsoft SQL Server 2019 for x64-based Systems (CU 32)';
const excel = 'Microsoft Excel 2016 (64-bit edition)';
const products = [
  { id: '11568', name: 'Windows 10 Version 1809 for x64-based Systems', family: 'Windows' },
  { id: '2', name: sql, family: 'SQL Server' },
  { id: '3', name: excel, family: 'Microsoft Office' },
];
const fix = (kb: number, product: string, fixedBuild: string) => ({
  cve: `CVE-2026-${kb % 10_000}`,
  severity: 'Critical' as const,
  fixes: [{ products: [product], subType: 'Security Update', restart: 'Yes', kb, fixedBuild }],
});
const document = () =>
  msrcFile({
    id: '2026-Jan',
    products,
    vulnerabilities: [
      fix(5000001, '11568', '10.0.17763.5000'),
      fix(5000010, '2', '15.0.4430.1'),
      fix(5000020, '3', '16.0.5530.1000'),
    ],
  });
const draft: DeclarationDraft = {
  products: [sql],
  family: null,
  says: 'absent',
  version: null,
  machines: { kind: 'all' },
  reason: 'asked the owner',
  until: '2027-11-21',
};

async function site(kbs: readonly string[] = ['KB4000001'], indexedDb = profile()) {
  const opened = await openTestEngine({ indexedDb });
  const { engine } = opened;
  await engine.saveSettings({ ...(await engine.snapshot()).settings, operator: 'Kim' });
  const files = [document(), systeminfo('PC1', kbs), systeminfo('PC2')];
  const imported = await engine.importFiles(files, {}, quiet);
  if (!imported.ok) throw new Error(imported.error.code);
  return opened;
}

async function said(engine: Engine, machine: string, kb: number): Promise<string> {
  const rows = await engine.rows({ machine });
  const row = rows.find(({ update }) => update === `msrc:KB${String(kb)}`);
  return row === undefined ? 'none' : `${row.state} ${row.reason} ${row.grade ?? ''}`.trim();
}
const declare = async (engine: Engine, more: Partial<DeclarationDraft> = {}) => {
  const result = await engine.declareProducts({ ...draft, ...more }, null);
  expect(result.ok ? null : result.error).toBeNull();
};

describe('declarations of products', () => {
  it('settle what the preview said, with undo and redo, journal and proof', async () => {
    const { engine } = await site();
    expect(await said(engine, 'pc1', 5000010)).toBe('Unknown product-presence-unknown');
    const preview = await engine.previewDeclaration(draft, null);
    expect(preview).toMatchObject({
      ok: true,
      value: { settled: 2, becoming: { NotRequired: 2 }, unsettled: 0, machines: 2 },
    });
    expect(await said(engine, 'pc1', 5000010)).toBe('Unknown product-presence-unknown');
    const before = (await engine.snapshot()).scan?.unknown ?? 0;
    await declare(engine);
    expect((await engine.snapshot()).scan?.unknown).toBe(before - 2);
    expect(await said(engine, 'pc2', 5000010)).toBe('NotRequired product-declared-absent declared');
    expect(await said(engine, 'pc2', 5000020)).toBe('Unknown product-presence-unknown');
    const proof = await engine.explain('pc1', 'msrc:KB5000010');
    expect(proof?.parts[0]?.clauses[0]?.when.of?.[0]?.leaf).toMatchObject({
      found: 'declared absent',
      evidence: { text: 'asked the owner', declared: { by: 'Kim', on: '2026-11-21', until: '2027-11-21' } },
    });
    await engine.undo();
    expect(await said(engine, 'pc2', 5000010)).toBe('Unknown product-presence-unknown');
    await engine.redo();
    expect(await said(engine, 'pc2', 5000010)).toBe('NotRequired product-declared-absent declared');
    const acts = (await engine.journal(1, 100)).entries.map(({ act, by }) => `${act} ${by}`);
    expect(acts).toContain('product-declared Kim');
  });

  it('count on chosen machines, on those of a filter, and for a family', async () => {
    const { engine } = await site();
    await declare(engine, { machines: { kind: 'chosen', ids: ['pc2'] } });
    expect(await said(engine, 'pc1', 5000010)).toBe('Unknown product-presence-unknown');
    expect(await said(engine, 'pc2', 5000010)).toBe('NotRequired product-declared-absent declared');
    const machines = { kind: 'filter', name: 'p*1', role: null, os: 'windows 10' } as const;
    await declare(engine, { products: [], family: 'microsoft office', machines });
    expect(await said(engine, 'pc1', 5000020)).toBe('NotRequired product-declared-absent declared');
    expect(await said(engine, 'pc2', 5000020)).toBe('Unknown product-presence-unknown');
  });

  it('a version decides of SQL Server; of Excel being there leaves two states possible', async () => {
    const { engine } = await site();
    await declare(engine, {
      says: 'present',
      version: '15.0.4430.1',
      machines: { kind: 'chosen', ids: ['pc1'] },
    });
    await declare(engine, {
      says: 'present',
      version: '15.0.4420.2',
      machines: { kind: 'chosen', ids: ['pc2'] },
    });
    expect(await said(engine, 'pc1', 5000010)).toBe('Installed declared-version-reached declared');
    expect(await said(engine, 'pc2', 5000010)).toBe('Required declared-version-below declared');
    await declare(engine, { products: [excel], says: 'present' });
    const [row] = (await engine.rows({ machine: 'pc1' })).filter(({ update }) => update.endsWith('5000020'));
    expect(row).toMatchObject({ reason: 'product-version-unknown', possible: ['Required', 'Installed'] });
  });

  it('of two that contradict each other neither counts, and both are told', async () => {
    const { engine } = await site();
    await declare(engine);
    const against = { ...draft, says: 'present', machines: { kind: 'chosen', ids: ['pc1'] } } as const;
    expect(await engine.previewDeclaration(against, null)).toMatchObject({ value: { unsettled: 1 } });
    await declare(engine, against);
    expect(await said(engine, 'pc1', 5000010)).toBe('Unknown product-presence-unknown');
    expect(await said(engine, 'pc2', 5000010)).toBe('NotRequired product-declared-absent declared');
    const { declarations = [] } = await engine.snapshot();
    expect(declarations.map(({ conflicts }) => conflicts.map(({ machines }) => machines))).toEqual([
      [1],
      [1],
    ]);
  });

  it('a listed KB of the product alone stands above a declaration, and the contradiction is told', async () => {
    const { engine } = await site(['KB5000010']);
    await declare(engine);
    expect(await said(engine, 'pc1', 5000010)).toBe('Installed kb-listed listed');
    const { declarations = [] } = await engine.snapshot();
    expect(declarations[0]?.refuted).toEqual([{ machine: 'pc1', product: sql, kb: 5000010 }]);
  });

  it('after the last day they count no more: told, and the states are Unknown again', async () => {
    const indexedDb = profile();
    const { engine, session, core } = await site(['KB4000001'], indexedDb);
    await declare(engine, { until: '2026-11-21' });
    expect(await said(engine, 'pc1', 5000010)).toBe('NotRequired product-declared-absent declared');
    Object.defineProperty(session, 'clock', { value: () => Date.UTC(2026, 10, 22, 1) });
    expect(await core.scanWhereDue()).toBe(true);
    expect(await said(engine, 'pc1', 5000010)).toBe('Unknown product-presence-unknown');
    const { declarations = [] } = await engine.snapshot();
    expect(declarations[0]?.declaration.expired).toBe(true);
    expect((await engine.journal(1, 100)).entries.map(({ act }) => act)).toContain('declaration-expired');
  });

  it.each([
    ['reason-missing', { reason: ' ' }],
    ['date-past', { until: '2026-11-20' }],
    ['product-missing', { products: [] }],
    ['product-of-windows', { products: [], family: 'Windows' }],
    ['machine-missing', { machines: { kind: 'chosen', ids: [] } }],
    ['version-needless', { version: '1.2.3.4' }],
    ['version-form', { says: 'present', version: '15.0' }],
  ] as const)('is refused with the problem: %s', async (problem, more) => {
    const { engine } = await site();
    const result = await engine.declareProducts({ ...draft, ...more }, null);
    expect(result).toMatchObject({ ok: false, error: { code: 'declaration-refused', details: { problem } } });
  });

  it('stand in the workspace file, and in a file that the command line reads', async () => {
    const { engine } = await site();
    await declare(engine, { machines: { kind: 'filter', name: 'PC*', role: 'client', os: '' } });
    const workspace = await engine.exportWorkspace(quiet);
    const other = (await openTestEngine()).engine;
    if (!workspace.ok) throw new Error(workspace.error.code);
    await other.restoreWorkspace(new File([workspace.value], 'w.jsonl'), quiet);
    expect((await other.snapshot()).declarations).toEqual((await engine.snapshot()).declarations);
    expect(await said(other, 'pc2', 5000010)).toBe('NotRequired product-declared-absent declared');
    const file = await engine.exportDeclarations();
    if (!file.ok) throw new Error(file.error.code);
    const context = { signal: new AbortController().signal, onBytes: () => undefined };
    const read = await readDeclarations(new File([file.value], 'd.json'), '2026-11-21', context);
    expect(read).toMatchObject({
      ok: true,
      value: [
        { ...draft, machines: { kind: 'filter', name: 'PC*', role: 'client' }, by: 'Kim', expired: false },
      ],
    });
    const later = await readDeclarations(new File([file.value], 'd.json'), '2028-01-01', context);
    expect(later).toMatchObject({ ok: true, value: [{ expired: true }] });
  });
});
