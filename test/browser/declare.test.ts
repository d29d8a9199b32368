import axe from 'axe-core';
import { afterEach, expect, it } from 'vitest';
import { ok } from '../../src/domain/index.ts';
import type { DeclarationDraft } from '../../src/domain/index.ts';
import type { DeclarationRow, MissingFact, Snapshot } from '../../src/tasks/engine.ts';
import { mountPage, until, type MountedPage } from '../support/mount-page.ts';

let page: MountedPage | undefined;
afterEach(() => {
  page?.close();
  page = undefined;
});

const sql = 'Microsoft SQL Server 2019 for x64-based Systems (CU 32)';
const fact: MissingFact = {
  kind: 'product-presence',
  subject: sql,
  machines: 2,
  states: 4,
  alone: 4,
  lacking: Uint32Array.of(0, 1),
};
const declared: DeclarationRow = {
  declaration: {
    id: 'a',
    products: [],
    family: 'SQL Server',
    says: 'absent',
    version: null,
    machines: { kind: 'all' },
    reason: 'software list of 3 March',
    until: '2020-01-01',
    by: 'M. Keller',
    at: Date.UTC(2019, 0, 1),
    expired: true,
  },
  machines: 12,
  conflicts: [],
  refuted: [{ machine: 'pc1', product: sql, kb: 5000010 }],
};
const snapshot: Partial<Snapshot> = {
  missingFacts: [fact],
  declarable: [{ name: sql, family: 'SQL Server', versioned: true }],
  declarations: [declared],
};

const dialog = () => document.querySelector<HTMLDialogElement>('dialog[open]');
const text = () => dialog()?.textContent.replace(/\s+/g, ' ') ?? '';
const button = (name: string, within: ParentNode = document) =>
  [...within.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent).trim() === name);
function control<E extends HTMLElement>(label: string): E {
  const found = [...(dialog()?.querySelectorAll('label') ?? [])].find((each) =>
    each.textContent.includes(label),
  );
  const id = found?.getAttribute('for');
  return (id ? document.getElementById(id) : found?.querySelector('input')) as E;
}
function type(label: string, value: string) {
  const field = control<HTMLInputElement>(label);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
async function violations(): Promise<readonly string[]> {
  const { violations: found } = await axe.run(dialog() ?? document.body);
  return found.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`);
}

it('one step leads from a missing fact to the dialog, prefilled, counted before it is kept', async () => {
  page = await mountPage('/machines?view=facts', { fill: 'full', snapshot });
  const kept: [DeclarationDraft, string | null][] = [];
  Object.assign(page.engine, {
    declareProducts: async (draft: DeclarationDraft, replaces: string | null) => {
      kept.push([draft, replaces]);
      return ok(null);
    },
  });
  button(`Declare whether ${sql} is there`)?.click();
  await until('the dialog', () => text().includes(sql));
  await until('the count', () => text().includes('Would settle 3 unknown states on 2 machines.'));
  expect(await violations()).toEqual([]);
  expect(dialog()?.contains(document.activeElement)).toBe(true);
  button('Declare', dialog() ?? document)?.click();
  await until('the reason is asked', () => text().includes('Say why in a few words'));
  expect(kept).toEqual([]);
  control<HTMLInputElement>('It is there').click();
  await until('the version', () => text().includes('SELECT @@VERSION'));
  type('Version', '15.0.4430.1');
  type('How do you know', 'asked the owner');
  expect(await violations()).toEqual([]);
  button('Declare', dialog() ?? document)?.click();
  await until('the dialog is gone', () => dialog() === null);
  const machines = (await page.engine.snapshot()).machines.slice(0, 2).map(({ id }) => id);
  expect(kept[0]?.[0]).toMatchObject({
    products: [sql],
    family: null,
    says: 'present',
    version: '15.0.4430.1',
    machines: { kind: 'chosen', ids: machines },
    reason: 'asked the owner',
  });
});

it('Settings lists who, until when and what contradicts it, and renews', async () => {
  page = await mountPage('/settings', { fill: 'full', snapshot });
  const shown = () => page?.root.textContent.replace(/\s+/g, ' ') ?? '';
  await until('the list', () => shown().includes('Declarations of products'));
  expect(shown()).toContain('declared by M. Keller');
  expect(shown()).toContain('counts no more');
  expect(shown()).toContain('KB5000010');
  button('Change or renew: SQL Server')?.click();
  await until('the dialog', () => text().includes('All products of SQL Server'));
  expect(control<HTMLTextAreaElement>('How do you know').value).toBe('software list of 3 March');
  expect(await violations()).toEqual([]);
});
