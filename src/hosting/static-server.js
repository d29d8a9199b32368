/** A static file server that does just what Patchferry needs: one folder, its headers, right types. */
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, sep } from 'node:path';

import { contentTypeOf } from './content-types.js';
import { securityHeaders } from './headers.js';

/**
 * The file that a request path means, or null when there is none inside the folder.
 * @param {string} root absolute, without links
 * @param {string} url the request line's path
 */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  try {
    const file = realpathSync(join(root, path.endsWith('/') ? `${path}index.html` : path));
    const stat = statSync(file);
    // After links are resolved: neither `..` nor a link leads out of the folder.
    return file.startsWith(root + sep) && stat.isFile() ? { file, bytes: stat.size } : null;
  } catch {
    return null;
  }
}

/**
 * A server for the built application in `folder`; the caller listens and closes.
 * @param {string} folder
 */
export function staticServer(folder) {
  const root = realpathSync(folder);
  const headers = securityHeaders();
  return createServer((request, response) => {
    const { method, url = '/' } = request;
    /** @param {number} status @param {string} text */
    const refuse = (status, text) =>
      response
        .writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' })
        .end(`${text}\n`);

    if (method !== 'GET' && method !== 'HEAD') return void refuse(405, 'Only GET and HEAD are served.');
    const found = fileFor(root, url);
    if (!found) return void refuse(404, `There is no ${url} here.`);
    // Names under assets/ carry a hash of their content; everything else is asked for again.
    const cache = url.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, {
      ...headers,
      'Content-Type': contentTypeOf(found.file),
      'Content-Length': found.bytes,
      'Cache-Control': cache,
    });
    if (method === 'HEAD') return void response.end();
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
}

/**
 * Listens on this machine only. Takes `port`, or one of the nine after it when it is in use.
 * @param {import('node:http').Server} server
 * @param {number} port 0 = any free one
 * @returns {Promise<number>} the port taken
 */
export async function listenLocally(server, port) {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, '127.0.0.1', () => resolve(server.off('error', reject)));
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || candidate >= port + 9) throw error;
    }
  }
}
