/** The Microsoft Update catalog at size, in Chromium through the page. */
import { buildIfNeeded } from '../../src/hosting/make-dist.js';
import { ServedApp } from '../e2e/support/served-app.ts';
import type { BenchInput, BenchResult } from './measure.ts';
import { browserImport } from './workload/browser-import.ts';
import { withCatalog } from './workload/generated-catalog.ts';

export async function run({ options }: BenchInput): Promise<BenchResult> {
  buildIfNeeded();
  const app = new ServedApp();
  await app.start();
  try {
    const done = await withCatalog(options, (path) => browserImport(app, path));
    return {
      figures: [
        { name: 'mu-browser-import', value: done.seconds, unit: 's' },
        { name: 'mu-browser-again', value: done.againSeconds, unit: 's' },
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
      ratios: [{ name: 'mu-browser-again-to-import', value: done.againSeconds / done.seconds }],
      details: done,
    };
  } finally {
    await app.stop();
  }
}
