import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { buildCli, buildTimeout, runCli } from '../support/cli.ts';
import { openTestEngine, quiet } from '../support/open-engine.ts';
import { february, februaryRevised, systeminfo } from '../support/small-site.ts';

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

it('both say the same of an older edition, also where it came to the page in a later batch', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  try {
    const files = [february(), februaryRevised(), systeminfo('WS1')].map(
      (file, at) => new File([file], at === 2 ? file.name : `feb-${at}.xml`),
    );
    for (const file of files)
      writeFileSync(join(folder, file.name), new Uint8Array(await file.arrayBuffer()));
    const { engine } = await openTestEngine();
    for (const file of files.reverse()) await engine.importFiles([file], {}, quiet);
    const exported = await engine.exportScan(true);
    if (!exported.ok) throw new Error(exported.error.code);
    const run = runCli(['scan', '--catalog', folder, '--inventory', folder, '--all']);
    expect(JSON.parse(run.stdout).warnings.map(({ code }: { code: string }) => code)).toContain(
      'older-edition-not-used',
    );
    expect(await exported.value.text()).toBe(run.stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
