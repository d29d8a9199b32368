/** Shards read in workers, with workers that live in this thread: messages are cloned as between real ones. */
import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMasterList, readShards } from '../../../src/formats/wsusscan/index.ts';
import type { MasterList } from '../../../src/formats/wsusscan/index.ts';
import type { MuRevision, MuScope } from '../../../src/domain/index.ts';
import { readShardsHere } from '../../../src/tasks/large-catalog/index.ts';
import type { ReadShards } from '../../../src/tasks/large-catalog/index.ts';
import { ShardHost } from '../../../src/workers/shard-host.ts';
import { shardPool } from '../../../src/workers/shard-pool.ts';
import type { ShardWorker } from '../../../src/workers/shard-pool.ts';
import type { FromShardWorker } from '../../../src/workers/shard-wire.ts';
import { writeCatalog } from '../../support/mu-catalog/index.ts';
import { scratchFolder } from '../../support/unpack.ts';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

let file: File;
let master: MasterList;
beforeAll(async () => {
  const path = join(scratch.path, 'a.cab');
  writeCatalog(path, { size: 0.002 });
  file = new File([await openAsBlob(path)], 'wsusscn2.cab');
  master = await readMasterList(file, {});
}, 600_000);

const scope: MuScope = { products: null, classifications: null, languages: ['en', 'de'] };

interface Spawned extends ShardWorker {
  readonly used: () => boolean;
  readonly ended: () => boolean;
}

function localWorker(spawned: Spawned[], damage: (message: FromShardWorker) => FromShardWorker): ShardWorker {
  let listener: (message: FromShardWorker) => void = () => undefined;
  let [used, ended] = [false, false];
  const host = new ShardHost((message) => {
    const copy = structuredClone(message);
    setTimeout(() => {
      if (!ended) listener(damage(copy));
    });
  }, {});
  const worker: Spawned = {
    send: (message) => {
      used ||= message.kind === 'push';
      const copy = structuredClone(message);
      setTimeout(() => {
        if (!ended) host.receive(copy);
      });
    },
    onMessage: (given) => (listener = given),
    onFailure: () => undefined,
    terminate: () => (ended = true),
    used: () => used,
    ended: () => ended,
  };
  spawned.push(worker);
  return worker;
}

async function readBy(shards: ReadShards, signal?: AbortSignal) {
  const revisions: MuRevision[] = [];
  const hashes: number[] = [];
  const context = signal ? { signal } : {};
  const reading = await shards(
    {
      revisions: (batch) => void revisions.push(...batch),
      details: (batch) => void hashes.push(...batch.hashes),
    },
    context,
  );
  try {
    const report = await readShards(file, master, scope, reading.open, context);
    revisions.sort((a, b) => a.revisionId - b.revisionId);
    return { revisions, hashes: hashes.sort((a, b) => a - b), report };
  } finally {
    reading.close();
  }
}

describe('shards in workers', () => {
  it.each([1, 3])('%i give what one thread gives', async (count) => {
    const spawned: Spawned[] = [];
    const pool = shardPool(() => localWorker(spawned, (message) => message), count);
    expect(await readBy(pool)).toEqual(await readBy(readShardsHere));
    expect(spawned).toHaveLength(count);
    expect(spawned.every((worker) => worker.ended())).toBe(true);
  });

  it('go on when an engine that stores slowly has taken what they gave', async () => {
    const path = join(scratch.path, 'larger.cab');
    writeCatalog(path, { size: 0.03 });
    const larger = new File([await openAsBlob(path)], 'wsusscn2.cab');
    const list = await readMasterList(larger, {});
    const pool = shardPool(() => localWorker([], (message) => message), 1);
    const slowly = () => new Promise<void>((resolve) => setTimeout(resolve, 30));
    const reading = await pool({ revisions: slowly, details: slowly }, {});
    const report = await readShards(larger, list, scope, reading.open, {});
    reading.close();
    expect(report.revisions).toBeGreaterThan(3500);
  }, 120_000);

  it('hand on the rejection of a damaged shard', async () => {
    const rejection = { code: 'archive-damaged', file: 'a', place: '', details: {} } as const;
    const pool = shardPool(
      () =>
        localWorker([], (message) =>
          message.kind === 'report'
            ? { kind: 'failed', shard: message.shard, rejection, message: '' }
            : message,
        ),
      1,
    );
    await expect(readBy(pool)).rejects.toMatchObject({ rejection });
  });

  it('end at once when the signal is raised', async () => {
    const spawned: Spawned[] = [];
    const abort = new AbortController();
    const pool = shardPool(
      () =>
        localWorker(spawned, (message) => {
          abort.abort();
          return message;
        }),
      2,
    );
    await expect(readBy(pool, abort.signal)).rejects.toThrow();
    expect(spawned.every((worker) => worker.ended())).toBe(true);
  });
});
