import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kbsOf, readingOf } from '../../support/read-inventory.ts';
import { projectFiles, projectRoot } from '../../support/project-files.ts';

/** Every text that tells a technician what to type. */
const texts = projectFiles()
  .filter(
    (path) => path === 'README.md' || path.startsWith('docs/guide/') || path.startsWith('src/ui/words/'),
  )
  .map((path) => [path, readFileSync(join(projectRoot, path), 'utf8')] as const);

it('guide and pages name one wmic command', () => {
  const commands = texts.flatMap(([path, text]) =>
    [...text.matchAll(/wmic qfe[^”“"`>\n]*/g)].map(([command]) => [path, command.trim()]),
  );
  expect(commands.length).toBeGreaterThan(5);
  for (const [path, command] of commands) expect([path, command]).toEqual([path, 'wmic qfe list full']);
});

/** What `wmic qfe list full` writes when redirected: `Name=value`, lines ended by CR CR LF. */
function listFull(kbs: readonly string[]): string {
  const record = (kb: string) =>
    `\n\nCaption=http://support.microsoft.com/?kbid=${kb.slice(2)}\nCSName=PC1\nDescription=更新 Update\n` +
    `FixComments=\nHotFixID=${kb}\nInstallDate=\nInstalledBy=NT AUTHORITY\\SYSTEM\nInstalledOn=3/2/2019\n` +
    'Name=\nServicePackInEffect=\nStatus=\n';
  return kbs.map(record).join('').replaceAll('\n', '\r\r\n');
}

it('that command is read with its machine, and a cut in it is noticed', async () => {
  const text = listFull(['KB4487044', 'KB4480056']);
  const reading = await readingOf(text, 'PC1_qfe.txt');
  expect([reading.machineName, reading.hotfixes?.completeness]).toEqual(['PC1', 'complete']);
  expect(kbsOf(reading)).toEqual([4480056, 4487044]);
  const cut = await readingOf(text.slice(0, text.lastIndexOf('Status=')), 'PC1_qfe.txt');
  expect(cut.hotfixes?.completeness).toBe('cut');
});
