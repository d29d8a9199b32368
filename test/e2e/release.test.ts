import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { securityHeaders } from '../../src/hosting/headers.js';
import { packRelease, releaseFiles } from '../../src/hosting/release-files.js';
import { projectRoot } from '../support/project-files.ts';
import { command } from './support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchferry-release-'));
const unpacked = join(folder, 'patchferry-test');
const pack = () =>
  packRelease(
    releaseFiles({ root: projectRoot, dist: join(projectRoot, 'dist'), version: 'test' }),
    'patchferry-test',
  );
let zip: Uint8Array;

beforeAll(() => {
  zip = pack();
  for (const [path, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

it('holds the application, its sums, a page on serving it, and no traces of how it was made', () => {
  const paths = [...new Set(Object.keys(unzipSync(zip)).map((path) => path.split('/')[1]))];
  expect(paths.sort()).toEqual(['LICENSE', 'SERVE.html', 'SHA256SUMS', 'app', 'guide', 'serve']);
});

it('sha256sum agrees with SHA256SUMS, and SHA256SUMS names every file', () => {
  const { code, output } = command('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: unpacked });
  expect(code, output).toBe(0);
  expect(output.trim().split('\n')).toHaveLength(Object.keys(unzipSync(zip)).length - 1);
});

it('has the same bytes in every time zone', () => {
  const here = process.env['TZ'];
  process.env['TZ'] = 'Pacific/Kiritimati';
  try {
    expect(new Date(0).getTimezoneOffset()).toBe(640);
    expect(Buffer.compare(pack(), zip)).toBe(0);
  } finally {
    if (here === undefined) delete process.env['TZ'];
    else process.env['TZ'] = here;
  }
});

it('its own server serves it with all headers, from any folder', async () => {
  const server = spawn(process.execPath, [join(unpacked, 'serve', 'serve.js'), join(unpacked, 'app'), '0'], {
    cwd: tmpdir(),
  });
  try {
    const line = await new Promise<string>((resolve, reject) => {
      server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      server.stderr.once('data', (chunk: Buffer) => reject(new Error(chunk.toString())));
    });
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0] ?? '';
    const answer = await fetch(address);
    expect(await answer.text()).toBe(readFileSync(join(unpacked, 'app', 'index.html'), 'utf8'));
    for (const [name, value] of Object.entries(securityHeaders()))
      expect(answer.headers.get(name)).toBe(value);
  } finally {
    server.kill();
  }
});
