import { describe, expect, it } from 'vitest';
import { refusals } from '../../support/lint.ts';

describe('the floors of the house', () => {
  it.each([
    ['src/domain/x.ts', "import { read } from '../formats/msrc/index.ts';"],
    ['src/formats/msrc/x.ts', "import { Store } from '../../store/index.ts';"],
    ['src/scan/x.ts', "import { plan } from '../tasks/plan-bundle.ts';"],
    ['src/store/x.ts', "import { scan } from '../scan/index.ts';"],
    ['src/tasks/x.ts', "import { App } from '../ui/state/app.ts';"],
    ['src/ui/views/x.ts', "import { read } from '../../formats/msrc/index.ts';"],
    ['src/ui/views/x.ts', "export { evaluate } from '../../scan/index.ts';"],
    ['src/workers/x.ts', "import { words } from '../ui/words/index.ts';"],
    ['src/agent/x.ts', "import { store } from '../store/index.ts';"],
    ['src/cli/x.ts', "const m = await import('../ui/mount.ts'); export { m };"],
    ['src/domain/x.ts', "export type T = import('../store/index.ts').T;"],
    ['src/tasks/x.ts', "import '../hosting/headers.js';"],
    ['src/ui/x.ts', "import '../main.ts';"],
  ])('%s may not say %s', async (path, code) => {
    const [message] = await refusals(path, code);
    expect(message).toContain('docs/ARCHITECTURE.md');
  });

  it('says why, and what to do instead', async () => {
    const [message] = await refusals('src/domain/x.ts', "import '../store/index.ts';");
    expect(message).toContain('src/domain may not import src/store: dependencies only go downward');
    expect(message).toContain('Pass it in as an argument');
  });

  it.each([
    ['src/formats/msrc/x.ts', "import type { Update } from '../../domain/index.ts';"],
    ['src/tasks/x.ts', "import { read } from '../formats/msrc/index.ts';"],
    ['src/workers/x.ts', "import { importFiles } from '../tasks/import-files.ts';"],
    ['src/ui/x.ts', "const m = await import('../workers/index.ts'); export { m };"],
  ])('%s may say %s', async (path, code) => {
    expect(await refusals(path, code)).toEqual([]);
  });
});
