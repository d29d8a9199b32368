import { readFileSync } from 'node:fs';

import type { Download, Page } from 'playwright-core';

/** One row of `patchferry-scan/1`, as far as the journeys look at it. */
export interface ScanRow {
  readonly machine: string;
  readonly update: string;
  /** Null for what has no KB number (Click to Run). */
  readonly kb: string | null;
  readonly state: 'Required' | 'NotRequired' | 'Installed' | 'Unknown';
  readonly reason: string;
}

/** The application as a technician uses it: by its buttons, fields and keys. */
export class Application {
  constructor(readonly page: Page) {}

  /** Opens a page of the application by its route (`/machines`). */
  async open(route: string): Promise<void> {
    await this.page.evaluate((to) => (location.hash = to), route);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  /** Gives files to the input behind "Add files" and waits for the report of the job. */
  async addFiles(paths: readonly string[]): Promise<string> {
    await this.page.locator('input[data-input="files"]').setInputFiles([...paths]);
    return this.jobSummary(/^Imported /);
  }

  async loadPractice(): Promise<string> {
    await this.open('/');
    await this.button('Use the practice site').first().click();
    return this.jobSummary(/^Imported /);
  }

  /** The summary line of a job in the tray. */
  async jobSummary(line: RegExp): Promise<string> {
    const summary = this.page.getByText(line).last();
    await summary.waitFor({ timeout: 120_000 });
    return summary.innerText();
  }

  /** Presses a button that makes the browser save a file; the path of what was saved. */
  async download(press: () => Promise<void>): Promise<{ path: string; name: string }> {
    const waiting: Promise<Download> = this.page.waitForEvent('download', { timeout: 120_000 });
    await press();
    const download = await waiting;
    return { path: await download.path(), name: download.suggestedFilename() };
  }

  /** The exported scan result, Not Required rows included; its bytes as text, and its rows. */
  async exportScan(): Promise<{ text: string; rows: readonly ScanRow[] }> {
    await this.open('/settings');
    await this.page.getByLabel('with Not Required rows').check();
    const { path } = await this.download(() => this.button('Export scan result (JSON)').click());
    const text = readFileSync(path, 'utf8');
    return { text, rows: JSON.parse(text).states as ScanRow[] };
  }

  async exportWorkspace(): Promise<string> {
    await this.open('/settings');
    return (await this.download(() => this.button('Export workspace').first().click())).path;
  }

  async restoreWorkspace(path: string): Promise<void> {
    await this.open('/settings');
    await this.page.getByLabel('Restore from a workspace file', { exact: true }).last().setInputFiles(path);
    await this.button('Replace everything').click();
  }

  /** Goes to a machine's row for a KB and asks why, by keyboard; the text of the panel. */
  async explain(row: { readonly machine: string; readonly kb: string }): Promise<string> {
    await this.open(`/machines/${encodeURIComponent(row.machine.toLowerCase())}?q=${row.kb}`);
    await this.page.getByRole('rowheader', { name: row.kb }).waitFor();
    await this.page.keyboard.press('j');
    await this.page.keyboard.press('e');
    const panel = this.page.getByRole('complementary', { name: 'Why' });
    await panel.getByRole('heading', { name: 'Why' }).waitFor();
    await panel.locator('.sentence').waitFor();
    return panel.innerText();
  }

  /** Authorizes everything that waits for a decision; how many that were. */
  async authorizeAll(): Promise<number> {
    await this.open('/review');
    await this.page.getByLabel('Select all shown').check();
    const button = this.button(/^Authorize \d+ updates?/);
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    await button.click();
    return count;
  }

  /** The number on a tab of the Review page. */
  async reviewCount(tab: 'Waiting' | 'Authorized'): Promise<number> {
    await this.open('/review');
    return Number(/\d+/.exec(await this.page.getByRole('tab', { name: tab }).innerText())?.[0]);
  }

  /** Writes the bundle of everything authorized, without update files, as one ZIP. */
  async writeBundle(): Promise<{ path: string; name: string }> {
    await this.open('/bundle');
    await this.page.getByLabel('Write it without update files: manifest and shopping list only').check();
    return this.download(() => this.button('Write as one ZIP').click());
  }
}
