import { expect, it } from 'vitest';
import type { Engine } from '../../../src/tasks/engine.ts';
import { openTestEngine, quiet } from '../../support/open-engine.ts';
import { february, februaryRevised, january, monthly, systeminfo } from '../../support/small-site.ts';

const twiceRevised = () =>
  monthly(
    '2026-Feb',
    { kb: 5000002, fixedBuild: '10.0.17763.5160', supersedes: [5000001] },
    { revision: '3', currentReleaseDate: '2026-02-19T08:00:00' },
  );

/** Three editions of one document, each in a file of its own name. */
const editions = (): File[] =>
  [february(), februaryRevised(), twiceRevised()].map((file, at) => new File([file], `feb-${at}.xml`));
const others = () => [january(), systeminfo('WS1', ['KB5000001'])];

async function scanOf(engine: Engine): Promise<string> {
  const file = await engine.exportScan(true);
  if (!file.ok) throw new Error(file.error.code);
  return file.value.text();
}

async function broughtIn(batches: readonly (readonly File[])[]): Promise<string> {
  const { engine } = await openTestEngine();
  for (const files of batches) {
    const result = await engine.importFiles(files, {}, quiet);
    if (!result.ok) throw new Error(result.error.code);
  }
  return scanOf(engine);
}

it('the export tells an older edition the same way, in one batch, before or after the one in use', async () => {
  const whole = await broughtIn([[...others(), ...editions()]]);
  const told = JSON.parse(whole) as { warnings: { code: string; details: { file: string } }[] };
  expect(told.warnings.map(({ code, details }) => [code, details.file])).toEqual([
    ['older-edition-not-used', 'feb-0.xml'],
    ['older-edition-not-used', 'feb-1.xml'],
  ]);
  const [oldest, middle, newest] = editions() as [File, File, File];
  expect(await broughtIn([others(), [newest], [middle], [oldest]])).toBe(whole);
  expect(await broughtIn([[oldest], [middle], others(), [newest]])).toBe(whole);
  expect(await broughtIn([[middle], [newest], [oldest, newest], others()])).toBe(whole);
});
