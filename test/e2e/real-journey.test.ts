import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { projectRoot } from '../support/project-files.ts';
import { Application } from './support/application.ts';
import { BrowserSession } from './support/browser-session.ts';
import { command } from './support/command.ts';
import { authorizeAndUndo, explainOneOfEach, firstDifference, writeJudgedBundle } from './support/journey.ts';
import { nothingWrong } from './support/page-watch.ts';
import { hasRealFiles, realCatalogs, realInventories } from './support/real-files.ts';
import { ServedApp } from './support/served-app.ts';

/** What the command line makes of the same files. */
function commandLineResult(): string {
  const folder = mkdtempSync(join(tmpdir(), 'patchferry-cli-'));
  const out = join(folder, 'scan.json');
  try {
    const launch = join(projectRoot, 'src/cli/launch.js');
    const inputs = ['--catalog', ...realCatalogs(), '--inventory', ...realInventories()];
    const run = command(process.execPath, [launch, 'scan', ...inputs, '--all', '--out', out]);
    expect(run.code, run.output).toBe(0);
    return readFileSync(out, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.runIf(hasRealFiles)('the main job on real data', () => {
  let served: ServedApp;
  let session: BrowserSession;

  beforeEach(async () => {
    served = new ServedApp();
    await served.start();
    session = await BrowserSession.open(served);
  });

  afterEach(async () => {
    await session.close();
    await served.stop();
  });

  it('13 documents and 45 inventories, from files to a judged bundle, without a server', async () => {
    await session.goto(served);
    await session.untilOffline();
    await served.stop();
    await session.page.reload();
    const app = new Application(session.page);

    await app.addFiles([...realCatalogs(), ...realInventories()]);
    await app.answerNames();
    const before = await app.exportScan();
    expect(firstDifference(before.text, commandLineResult())).toBeNull();

    await explainOneOfEach(app, before.rows);
    expect(await authorizeAndUndo(app)).toBeGreaterThan(0);
    expect(await writeJudgedBundle(app)).toContain('<update');

    const workspace = await app.exportWorkspace();
    await session.clearSiteData(served);
    await app.restoreWorkspace(workspace);
    expect(await app.reviewCount('Authorized')).toBeGreaterThan(0);
    expect(firstDifference((await app.exportScan()).text, before.text)).toBeNull();
    expect(session.watch).toEqual(nothingWrong);
  });
});
