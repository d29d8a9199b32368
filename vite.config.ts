import { randomUUID } from 'node:crypto';

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vitest/config';

import { securityHeaders } from './src/hosting/headers.js';
import { manifest } from './src/hosting/manifest.js';
import { findBrowser } from './test/support/find-browser.js';

/** Optimised before the first page: whatever is found later reloads the page, in the middle of a test. */
const heavyDependencies = [
  'axe-core',
  'bits-ui > svelte-toolbelt > style-to-object',
  'browser-fs-access',
  'comlink',
  'd3-scale',
  'd3-shape',
  'dexie',
  'fast-xml-parser',
  'fflate',
  'hash-wasm',
  'saxes',
  'valibot',
];

const svelteLibraries = ['svelte', 'bits-ui', 'svelte-toolbelt', 'runed', 'svelte-spa-router'];

export default defineConfig(async ({ command, isPreview }) => {
  const testing = process.env['VITEST'] !== undefined;
  // The development server puts styles into the page as elements: they carry this word.
  const styleNonce = command === 'serve' && !isPreview && !testing ? randomUUID() : undefined;
  // Node tests must run where no browser is: the browser project then fails with this sentence.
  const browser = testing
    ? await findBrowser().catch((error: unknown) => void process.stderr.write(`${String(error)}\n`))
    : undefined;

  return {
    base: './',
    plugins: [
      svelte({ configFile: false }),
      ...(testing
        ? []
        : [
            VitePWA({
              strategies: 'generateSW',
              // A reload of its own accord would throw away a running import.
              registerType: 'prompt',
              injectRegister: false,
              manifest,
              includeAssets: ['icons/patchferry.svg'],
              workbox: {
                globPatterns: ['**/*.{js,wasm,css,html,woff2}'],
                // The policy of main.ts does not exist in the service worker: importScripts would be refused.
                inlineWorkboxRuntime: true,
                cleanupOutdatedCaches: true,
                maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
              },
            }),
          ]),
    ],
    build: {
      target: 'es2022',
      modulePreload: { polyfill: false },
      // Small wasm must stay a file: a data: URL is refused by connect-src 'self'.
      assetsInlineLimit: (file: string) => (file.endsWith('.wasm') ? false : undefined),
    },
    worker: { format: 'es' as const },
    // Svelte libraries stay unbundled: bundled ones would bring a second Svelte run time along.
    optimizeDeps: { include: heavyDependencies, exclude: svelteLibraries },
    ...(testing ? {} : { server: { headers: securityHeaders(styleNonce ? { styleNonce } : {}) } }),
    ...(styleNonce ? { html: { cspNonce: styleNonce } } : {}),
    preview: { headers: securityHeaders() },
    test: {
      projects: [
        {
          extends: true as const,
          test: {
            name: 'node',
            environment: 'node',
            include: ['test/{unit,golden,property}/**/*.test.ts'],
            testTimeout: 30_000,
          },
        },
        {
          extends: true as const,
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.ts'],
            testTimeout: 60_000,
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: browser ?? {} }),
              instances: [{ browser: 'chromium' as const }],
              viewport: { width: 1366, height: 768 },
            },
          },
        },
        {
          extends: true as const,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['test/e2e/**/*.test.ts'],
            testTimeout: 180_000,
            hookTimeout: 60_000,
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
