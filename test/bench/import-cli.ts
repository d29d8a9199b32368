import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, realFiles, timed } from './measure.ts';
import type { BenchInput, BenchResult, Skipped } from './measure.ts';

/** Thirteen documents, 45 inventories and the scan by the command line, from files to stored result. */
export async function run({ root, data }: BenchInput): Promise<BenchResult | Skipped> {
  if (data === null) return { skipped: 'it needs the real sample data (PATCHFERRY_DATA)' };
  const { documents, inventories } = realFiles(data);
  const folder = mkdtempSync(join(tmpdir(), 'import-cli-'));
  const out = join(folder, 'result.json');
  const words = ['scan', '--catalog', ...documents, '--inventory', ...inventories, '--out', out];
  const launch = (given: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/launch.js'), ...given]);
    if (status !== 0) throw new Error(stderr.toString());
  };
  try {
    launch(['--version']);
    const starts = await timed(3, () => launch(['--version']));
    const imports = await timed(3, () => launch(words));
    return {
      figures: [
        { name: 'import-cli', value: median(imports), unit: 's', target: 3 },
        { name: 'start-cli', value: median(starts), unit: 's', target: 0.4 },
      ],
      ratios: [],
      details: { imports, starts, documents: documents.length, inventories: inventories.length },
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
