/**
 * The Microsoft Update catalog at size, in Chromium through the page. Options beside those of the catalog (`--size=0.05`,
 * `--full`, `--file=PATH`): `--minutes=120` for one import, `--once` without the second import.
 */
import { statSync } from 'node:fs';
import { buildIfNeeded } from '../../src/hosting/make-dist.js';
import { ServedApp } from '../e2e/support/served-app.ts';
import type { BenchInput, BenchResult } from './measure.ts';
import { browserImport } from './workload/browser-import.ts';
import { option, withCatalog } from './workload/generated-catalog.ts';

export async function run({ options }: BenchInput): Promise<BenchResult> {
  buildIfNeeded();
  const app = new ServedApp();
  await app.start();
  try {
    const minutes = Number(option(options, 'minutes') ?? '120');
    const again = option(options, 'once') === null;
    const watch = (line: string) => process.stderr.write(`${line}\n`);
    let bytes = 0;
    const done = await withCatalog(options, (path) => {
      bytes = statSync(path).size;
      return browserImport(app, path, { minutes, again, watch });
    });
    const { againSeconds } = done;
    return {
      figures: [
        { name: 'mu-browser-import', value: done.seconds, unit: 's' },
        { name: 'mu-browser-rate', value: bytes / 1e6 / done.seconds, unit: 'MB/s' },
        ...(againSeconds === null ? [] : [{ name: 'mu-browser-again', value: againSeconds, unit: 's' }]),
        {
          name: 'mu-browser-renderer-peak (target 1000)',
          value: done.peakBytes / 1e6,
          unit: 'MB',
          target: 1000,
        },
        { name: 'mu-browser-longest-task (target 50)', value: done.longestTask, unit: 'ms', target: 50 },
        { name: 'mu-browser-start', value: done.startSeconds, unit: 's' },
        ...Object.entries(done.phases).map(([phase, value]) => ({
          name: `mu-browser-phase "${phase}"`,
          value,
          unit: 's',
        })),
      ],
      ratios:
        againSeconds === null
          ? []
          : [{ name: 'mu-browser-again-to-import', value: againSeconds / done.seconds }],
      details: done,
    };
  } finally {
    await app.stop();
  }
}
