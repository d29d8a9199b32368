import { expect, it } from 'vitest';
import { ok, reject } from '../../../../src/domain/index.ts';
import { Jobs } from '../../../../src/ui/state/jobs.svelte.ts';

const jobs = () =>
  new Jobs(
    () => 0,
    () => undefined,
    () => Promise.resolve(),
  );
const failing = () => Promise.resolve(reject('workspace-damaged', 'site.pfw'));

it('a job that went well takes away the failures of the same action, and no others', async () => {
  const list = jobs();
  await list.run({ title: 'Check site.pfw', topic: 'workspace', work: failing });
  await list.run({ title: 'Read 2 files', topic: 'import', work: failing });
  expect(list.list.map(({ status }) => status)).toEqual(['failed', 'failed']);
  await list.run({
    title: 'Restore the workspace',
    topic: 'workspace',
    work: () => Promise.resolve(ok(null)),
  });
  expect(list.list.map(({ title, status }) => `${title}: ${status}`)).toEqual([
    'Read 2 files: failed',
    'Restore the workspace: done',
  ]);
});

it('without a topic the title says what the action is', async () => {
  const list = jobs();
  await list.run({ title: 'Export', work: failing });
  await list.run({ title: 'Scan', work: failing });
  await list.run({ title: 'Export', work: () => Promise.resolve(ok(null)) });
  expect(list.list.map(({ title }) => title)).toEqual(['Scan', 'Export']);
});

it('another failure of the same action stays the only one shown', async () => {
  const list = jobs();
  await list.run({ title: 'Export', work: failing });
  await list.run({ title: 'Export', work: failing });
  expect(list.list).toHaveLength(1);
});
