import { openAsBlob, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CatalogWarning } from '../../../src/domain/index.ts';
import { modelDeriver } from '../../../src/tasks/derive-model.ts';
import { dataFolder, hasData } from '../../support/data.ts';
import { msrcFile } from '../../support/msrc-document.ts';
import { openTestEngine, quiet } from '../../support/open-engine.ts';

function codes(warnings: readonly { readonly code: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of warnings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Warnings of the Catalogs page and those of a scan result, counted by code. */
async function both(files: readonly File[]) {
  const { engine, session } = await openTestEngine({ indexedDb: null });
  const report = await engine.importFiles(files, {}, quiet);
  if (!report.ok) throw new Error(report.error.code);
  const { catalogs } = await engine.snapshot();
  const current = catalogs.editions.filter(({ current }) => current);
  const onPage: readonly CatalogWarning[] = [
    ...current.flatMap(({ warnings }) => warnings),
    ...catalogs.warnings,
  ];
  const inResult = (await modelDeriver()(session.data)).warnings;
  return { current, onPage: codes(onPage), inResult: codes(inResult) };
}

it('a build of another family is a warning of its document, on the page as in the result', async () => {
  const w1809 = { id: '11568', name: 'Windows 10 Version 1809 for x64-based Systems', family: 'Windows' };
  const file = msrcFile({
    id: '2021-Sep',
    products: [w1809],
    vulnerabilities: [
      { cve: 'CVE-2021-1', fixes: [{ kb: 5005568, products: ['11568'], fixedBuild: '10.0.17784.2183' }] },
    ],
  });
  const { current, onPage, inResult } = await both([file]);
  expect(onPage).toEqual(inResult);
  expect(current[0]?.warnings).toMatchObject([
    { code: 'fixed-build-outside-family', details: { document: '2021-Sep', kb: 5005568 } },
  ]);
});

const folder = join(dataFolder, 'msrc');
it.skipIf(!hasData('msrc'))(
  'the thirteen real documents: the same warnings in both, by number',
  async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.xml'));
    const files = await Promise.all(
      names.map(async (name) => new File([await openAsBlob(join(folder, name))], name)),
    );
    const { current, onPage, inResult } = await both(files);
    expect(onPage).toEqual(inResult);
    expect(onPage['fixed-build-outside-family']).toBe(7);
    const of = (id: string) => current.find(({ document }) => document === id)?.warnings ?? [];
    expect(of('2021-Sep').map(({ details }) => details['kb'])).toContain(5005568);
    expect(of('2022-Nov').map(({ details }) => details['kb'])).toContain(5019980);
  },
  120_000,
);
