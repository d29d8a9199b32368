import type { Server } from 'node:http';
import { join } from 'node:path';

import { listenLocally, staticServer } from '../../../src/hosting/static-server.js';

const dist = join(import.meta.dirname, '..', '..', '..', 'dist');

/** The built application behind a server that can be taken away and brought back at the same address. */
export class ServedApp {
  #server: Server | undefined;
  #port = 0;

  /** Another folder than dist/: for tests that change what is served. */
  constructor(readonly folder = dist) {}

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get running(): boolean {
    return this.#server !== undefined;
  }

  async start(): Promise<void> {
    this.#server = staticServer(this.folder);
    // The first start takes any free port, a later one the same again: storage goes by address.
    const wanted = this.#port;
    this.#port = await listenLocally(this.#server, wanted);
    if (wanted !== 0 && this.#port !== wanted) throw new Error(`port ${wanted} is no longer free`);
  }

  /** Stops at once, open connections included. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}
