import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { securityHeaders } from '../../../src/hosting/headers.js';
import { listenLocally, staticServer } from '../../../src/hosting/static-server.js';

const outside = mkdtempSync(join(tmpdir(), 'patchferry-server-'));
const folder = join(outside, 'app');
let server: Server;
let port: number;

/** Sends the path as it stands; fetch() would tidy it first. */
function ask(path: string, method = 'GET'): Promise<{ answer: IncomingMessage; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += chunk)).on('end', () => resolve({ answer, body }));
    })
      .on('error', reject)
      .end();
  });
}

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<p>start</p>');
  writeFileSync(join(folder, 'assets', 'scan-1a2b.wasm'), 'wasm');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  server = staticServer(folder);
  port = await listenLocally(server, 0);
});

afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true });
});

describe('static server', () => {
  it('answers the folder with its start page and every security header', async () => {
    const { answer, body } = await ask('/?source=pwa');
    expect(answer.statusCode).toBe(200);
    expect(body).toBe('<p>start</p>');
    for (const [name, value] of Object.entries(securityHeaders()))
      expect(answer.headers[name.toLowerCase()]).toBe(value);
  });

  it('says that wasm is wasm, and that hashed names never change', async () => {
    const { answer } = await ask('/assets/scan-1a2b.wasm');
    expect(answer.headers['content-type']).toBe('application/wasm');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect((await ask('/index.html')).answer.headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/link.txt',
    '/%00',
    '/%zz',
    '/assets',
  ])('does not serve %s', async (path) => {
    const { answer, body } = await ask(path);
    expect(answer.statusCode).toBe(404);
    expect(body).not.toBe('secret');
    expect(answer.headers['content-security-policy']).toBeDefined();
  });

  it('takes no uploads', async () => {
    expect((await ask('/', 'POST')).answer.statusCode).toBe(405);
    const head = await ask('/', 'HEAD');
    expect([head.answer.statusCode, head.body]).toEqual([200, '']);
  });

  it('takes the next port when its own is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const taken = (other.address() as { port: number }).port;
    const second = staticServer(folder);
    expect(await listenLocally(second, taken)).toBeGreaterThan(taken);
    second.close();
    other.close();
  });
});
