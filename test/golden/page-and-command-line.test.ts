import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../support/cli.ts';
import { openTestEngine, quiet } from '../support/open-engine.ts';

const input = join(import.meta.dirname, 'cli-outcomes/input');
const paths = readdirSync(input, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));

beforeAll(buildCli, buildTimeout);

it('page and command line write the same bytes for a folder with rejected and ignored files', async () => {
  const { engine } = await openTestEngine();
  const files = paths.map((path) => new File([readFileSync(path)], basename(path)));
  const imported = await engine.importFiles(files, {}, quiet);
  if (!imported.ok) throw new Error(imported.error.code);
  expect(imported.value.files.filter(({ outcome }) => outcome === 'rejected').length).toBeGreaterThan(1);
  const exported = await engine.exportScan(true);
  if (!exported.ok) throw new Error(exported.error.code);
  const run = runCli(['scan', '--catalog', input, '--inventory', input, '--all']);
  expect(run.exit).toBe(1);
  expect(JSON.parse(run.stdout).rejected.length).toBeGreaterThan(1);
  expect(await exported.value.text()).toBe(run.stdout);
});
