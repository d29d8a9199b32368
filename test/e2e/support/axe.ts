import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 AA and axe's own best practices; `target-size` is off unless asked for. */
const options: RunOptions = {
  runOnly: {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
};

/**
 * Runs axe in the page as it stands, policy included: the source is evaluated through the debugger,
 * which no policy binds. One line a violation: rule, what it wants, where.
 * @param rules only these; all of the tags above where it is left out
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: source });
  const results = await page.evaluate(
    async (wanted) => {
      const { axe } = window as unknown as { axe: { run(options: object): Promise<unknown> } };
      return axe.run(wanted);
    },
    rules ? { runOnly: { type: 'rule', values: [...rules] } } : options,
  );
  await devtools.detach();
  return (results as AxeResults).violations.map(
    (found) => `${found.id}: ${found.help} (${found.nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
}
