import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { findBrowser } from '../../support/find-browser.js';

const folder = mkdtempSync(join(tmpdir(), 'patchferry-browser-'));
const program = join(folder, 'google-chrome');
writeFileSync(program, '#!/bin/sh\n');
chmodSync(program, 0o755);

afterAll(() => rmSync(folder, { recursive: true }));

describe('finding a browser', () => {
  it('takes CHROME_PATH before anything on PATH', async () => {
    const env = { CHROME_PATH: process.execPath, PATH: folder };
    expect((await findBrowser(env)).executablePath).toBe(process.execPath);
  });

  it('says so when CHROME_PATH leads nowhere, instead of taking another one', async () => {
    const env = { CHROME_PATH: join(folder, 'none'), PATH: folder };
    await expect(findBrowser(env)).rejects.toThrow(/CHROME_PATH is .*none, but there is no program/);
  });

  it('finds Chrome on PATH', async () => {
    expect((await findBrowser({ PATH: `/nowhere:${folder}` })).executablePath).toBe(program);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'unpacks the carried browser with its libraries when there is none',
    async () => {
      const found = await findBrowser({ PATH: '/nowhere' });
      expect(found.executablePath).toMatch(/chromium-[\d.]+[\\/]chromium$/);
      expect(found.args).toEqual(['--headless=shell', '--no-zygote']);
      expect(found.env?.['LD_LIBRARY_PATH']).toMatch(/lib$/);
    },
    60_000,
  );
});
