import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';

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
    await this.page.evaluate(async (to) => {
      location.hash = to;
      // The heading of the page before must be gone: two frames after the change it is.
      for (let frame = 0; frame < 2; frame += 1) await new Promise((done) => requestAnimationFrame(done));
    }, route);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name });
  }

  /**
   * Starts a job and waits until the tray says that it has ended; the text of its card. A job that failed
   * is an error with the words that the tray shows.
   */
  async job(start: () => Promise<unknown>): Promise<string> {
    const ended = this.page.locator('.tray .job:is(.done, .failed, .cancelled)');
    const dismiss = ended.getByRole('button', { name: 'Put away' });
    while ((await dismiss.count()) > 0) await dismiss.first().click();
    await start();
    // Text and class in one look: a card that has ended goes by itself after a while.
    const card = await this.page.waitForFunction(
      () => {
        const found = document.querySelector<HTMLElement>('.tray .job:is(.done, .failed, .cancelled)');
        return found === null ? null : { text: found.innerText, failed: found.classList.contains('failed') };
      },
      undefined,
      { timeout: 120_000 },
    );
    const { text, failed } = (await card.jsonValue()) ?? { text: 'the tray is empty', failed: true };
    if (failed) throw new Error(text);
    return text;
  }

  /** Gives files to the input behind "Add files" and waits for the report of the job. */
  addFiles(paths: readonly string[]): Promise<string> {
    return this.job(async () => {
      await this.page.locator('input[data-input="files"]').setInputFiles([...paths]);
      await this.button('Import').and(this.page.locator('[data-import]')).click();
    });
  }

  async loadPractice(): Promise<string> {
    await this.open('/');
    return this.job(() => this.button('Use the practice site').first().click());
  }

  /** Takes the proposed name for every file that names no machine, as the command line does. */
  async answerNames(): Promise<void> {
    await this.open('/import');
    await this.page.getByRole('tab', { name: /^All files/ }).waitFor();
    const ask = this.button('Name the machine');
    for (let left = await ask.count(); left > 0; left -= 1) {
      await this.job(async () => {
        await ask.first().click();
        await this.button('Import under this name').click();
      });
      // The report is renewed after the job has ended.
      await ask.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  /** Presses a button that makes the browser save a file; the path of what was saved. */
  async download(press: () => Promise<void>): Promise<{ path: string; name: string }> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 120_000 }), press()]);
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
    await this.job(async () => {
      await this.page.getByLabel('Restore from a workspace file', { exact: true }).last().setInputFiles(path);
      await this.button('Replace everything').click();
    });
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
    await this.giveName();
    return count;
  }

  /** Answers the question for a name, which comes before the first decision. */
  private async giveName(): Promise<void> {
    const name = this.page.getByRole('dialog').getByLabel('Your name');
    const decided = this.button('Undo');
    await name.or(decided).first().waitFor();
    if (!(await name.isVisible())) return;
    await name.fill('T. Technician');
    await name.press('Enter');
    await name.waitFor({ state: 'detached' });
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
    await this.page.getByLabel('Your name').fill('T. Technician');
    return this.download(() => this.button('Write as one ZIP').click());
  }
}
