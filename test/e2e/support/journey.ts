import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect } from 'vitest';

import type { Application, ScanRow } from './application.ts';
import { bagFaults, unpackBag } from './bag.ts';

/** Rows of that state which the machine page lists one by one. */
const listed = (row: ScanRow) => row.kb !== null && row.reason !== 'product-presence-unknown';

/** Asks why, once for each state, from the machine's page. */
export async function explainOneOfEach(app: Application, rows: readonly ScanRow[]): Promise<void> {
  for (const state of ['Required', 'Installed', 'Unknown'] as const) {
    const row = rows.find((candidate) => candidate.state === state && listed(candidate));
    expect(row, `a row that is ${state}`).toBeDefined();
    if (!row?.kb) continue;
    const text = await app.explain({ machine: row.machine, kb: row.kb });
    expect(text).toContain(`${state}: `);
    expect(text).toContain(row.kb);
    expect(text.toLowerCase()).toContain(row.machine.toLowerCase());
  }
}

/** Authorizes all that waits, takes it back, does it again. */
export async function authorizeAndUndo(app: Application): Promise<number> {
  const count = await app.authorizeAll();
  await expect.poll(() => app.reviewCount('Authorized')).toBe(count);
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => app.reviewCount('Authorized')).toBe(0);
  expect(await app.authorizeAll()).toBe(count);
  await expect.poll(() => app.reviewCount('Authorized')).toBe(count);
  return count;
}

/** Writes the bundle; sha256sum and xmllint judge it. Resolves to the text of its manifest. */
export async function writeJudgedBundle(app: Application): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'patchferry-bag-'));
  try {
    const bag = unpackBag((await app.writeBundle()).path, folder);
    expect(await bagFaults(bag)).toEqual([]);
    return readFileSync(join(bag, 'data/manifest.xml'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first lines in which two results differ, or null: a whole difference would fill the screen. */
export function firstDifference(one: string, other: string): { one: string; other: string } | null {
  if (one === other) return null;
  const [a, b] = [one.split('\n'), other.split('\n')];
  const at = a.findIndex((line, index) => line !== b[index]);
  const line = at < 0 ? a.length : at;
  return { one: `${line}: ${a[line]}`, other: `${line}: ${b[line]}` };
}
