import type { Page } from 'playwright-core';

/** Keys only: no pointer, no script that puts the focus anywhere. */
export class Keyboard {
  /** What a person could not have seen or used, in the order it was met. */
  readonly faults: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses Tab until the element with that accessible name has the focus. */
  async tabTo(name: string | RegExp, { most = 160 } = {}): Promise<void> {
    for (let step = 0; step < most; step++) {
      await this.page.keyboard.press('Tab');
      const here = await this.look();
      if (typeof name === 'string' ? here === name : name.test(here)) return;
    }
    throw new Error(`${most} times Tab did not reach ${String(name)}`);
  }

  /** Presses a key, lets the page answer, and looks whether the focus is still somewhere. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.settle();
    if ((await this.page.evaluate(() => document.activeElement?.tagName)) === 'BODY')
      this.faults.push(`after ${key} the focus is nowhere (${await this.page.title()})`);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Name of the element with the focus; notes a fault where it cannot be seen or is covered. */
  async look(): Promise<string> {
    const { name, fault } = await this.page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      // Beyond the last element the browser itself has the focus, once a round.
      if (!at || at === document.body) return { name: '', fault: '' };
      const labels = (at as HTMLInputElement).labels;
      const name =
        at.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? at.innerText.replace(/\s+/g, ' ');
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const marked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
      const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const seen = middle !== null && (at.contains(middle) || middle.contains(at) || middle.closest('label'));
      const what = `${at.tagName.toLowerCase()} "${name.trim().slice(0, 60)}"`;
      const fault = !marked ? `${what} shows no focus` : !seen ? `${what} is out of sight or covered` : '';
      return { name: name.trim(), fault };
    });
    if (fault !== '') this.faults.push(`${fault} (${await this.page.title()})`);
    return name;
  }

  /** Until the page has drawn everything and no job runs. */
  private async settle(): Promise<void> {
    await this.page.waitForTimeout(50);
    await this.page.waitForFunction(
      () =>
        document.querySelector(
          'main [data-reading], main [aria-busy=true], .tray .job:is(.running, .queued)',
        ) === null,
    );
    await this.page.waitForTimeout(50);
  }
}
